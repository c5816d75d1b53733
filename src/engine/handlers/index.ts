import type { CommandName, QueryName } from '@contract/index';
import { computeAgreement } from '../agreement/compute';
import { placesOfDisagreement } from '../agreement/places';
import type { CommandHandler, PreparedCommand, QueryHandler } from '../context';
import { handOver } from '../exchange/hand-over';
import { previewTakeIn, takeIn } from '../exchange/take-in';
import { writeExport } from '../exporting';
import { importDocuments } from '../importing/index';
import { composeReport } from '../report/compose';
import { createAnnotation, createAnnotations, removeAnnotations, updateAnnotation } from './annotations';
import { createAnnotationsAcross } from './annotations-across';
import { appraiseDocument } from './appraisals';
import { documentAsOf } from './as-of';
import {
  addComment,
  editComment,
  listComments,
  removeComment,
  replyToComment,
  resolveComment,
} from './comments';
import { findDocuments } from './document-search';
import {
  annotationsOfDocument,
  getDocument,
  hiddenInDocument,
  listDocuments,
  removeDocuments,
  setStatus,
  updateDocument,
} from './documents';
import {
  createEntity,
  eventsOfEntity,
  listDuplicates,
  listEntities,
  mentionsOfEntity,
  removeEntity,
  searchEntities,
  stancesOfEntity,
  updateEntity,
} from './entities';
import { mergeEntities, previewMerge } from './entity-merge';
import { splitEntity } from './entity-split';
import { createEvent, removeEvents, updateEvent } from './events';
import { historyState, listHistory } from './history';
import { equalMentions, linkEqualMentions, linkMentions, unlinkedMentions } from './mentions';
import { findOccurrences } from './occurrences';
import { listProblems } from './problems';
import { checkProject, projectInfo, updateAnnotator, updateProject } from './project';
import {
  createProposition,
  listPropositions,
  mergePropositions,
  removeProposition,
  stancesOfProposition,
  updateProposition,
} from './propositions';
import { createRelation, removeRelations, updateRelation } from './relations';
import { mergeAnnotations, relabelAnnotations, splitAnnotation } from './reshaping';
import { compareLayers, summarise } from './review';
import { amendGold } from './review-amend';
import { decideMany, previewMany } from './review-bulk';
import { confirm, decide, explain, markInGold, reopen } from './review-decide';
import { changeSchema, getSchema, previewSchema, readSchema, schemaHistory, writeSchema } from './schema';
import { listStances, stanceMatrix, updateStances } from './stance-views';
import { createStance, removeStances, updateStance } from './stances';
import { projectStatistics } from './statistics';
import { distributeDocuments, previewDistribution, setAssignment, teamBoard } from './team';

export const queryHandlers: { [Name in QueryName]: QueryHandler<Name> } = {
  'project.info': projectInfo,
  'project.check': checkProject,
  'project.problems': listProblems,
  'project.statistics': projectStatistics,
  'agreement.compute': computeAgreement,
  'agreement.places': placesOfDisagreement,
  'report.compose': composeReport,
  'document.list': listDocuments,
  'document.find': findDocuments,
  'document.get': getDocument,
  'document.annotations': annotationsOfDocument,
  'document.asOf': documentAsOf,
  'document.hidden': hiddenInDocument,
  'entity.list': listEntities,
  'entity.search': searchEntities,
  'entity.mentions': mentionsOfEntity,
  'entity.stances': stancesOfEntity,
  'entity.events': eventsOfEntity,
  'entity.duplicates': listDuplicates,
  'entity.mergePreview': previewMerge,
  'mention.unlinked': unlinkedMentions,
  'mention.equal': equalMentions,
  'proposition.list': listPropositions,
  'proposition.stances': stancesOfProposition,
  'schema.get': getSchema,
  'schema.history': schemaHistory,
  'schema.preview': previewSchema,
  'schema.read': readSchema,
  'schema.write': writeSchema,
  'stance.list': listStances,
  'stance.matrix': stanceMatrix,
  'history.list': listHistory,
  'history.state': historyState,
  'export.write': writeExport,
  'exchange.handOver': handOver,
  'exchange.preview': previewTakeIn,
  'comment.list': listComments,
  'team.board': teamBoard,
  'assignment.preview': previewDistribution,
  'text.occurrences': findOccurrences,
  'review.compare': compareLayers,
  'review.summary': summarise,
  'review.preview': previewMany,
};

/** Undo and redo are no commands of their own making: the engine takes back an entry as a whole. */
export type TimeTravel = 'history.undo' | 'history.redo';

type Prepared = 'document.import' | 'annotation.createAcross' | 'exchange.takeIn';

export const preparedCommands: { [Name in Prepared]: PreparedCommand<Name, unknown> } = {
  'document.import': importDocuments as PreparedCommand<'document.import', unknown>,
  'annotation.createAcross': createAnnotationsAcross as PreparedCommand<'annotation.createAcross', unknown>,
  'exchange.takeIn': takeIn as PreparedCommand<'exchange.takeIn', unknown>,
};

export const commandHandlers: {
  [Name in Exclude<CommandName, TimeTravel | Prepared>]: CommandHandler<Name>;
} = {
  'project.update': updateProject,
  'annotator.update': updateAnnotator,
  'document.update': updateDocument,
  'document.remove': removeDocuments,
  'document.appraise': appraiseDocument,
  'document.setStatus': setStatus,
  'annotation.create': createAnnotation,
  'annotation.createMany': createAnnotations,
  'annotation.update': updateAnnotation,
  'annotation.relabel': relabelAnnotations,
  'annotation.split': splitAnnotation,
  'annotation.merge': mergeAnnotations,
  'annotation.remove': removeAnnotations,
  'entity.create': createEntity,
  'entity.update': updateEntity,
  'entity.remove': removeEntity,
  'entity.merge': mergeEntities,
  'entity.split': splitEntity,
  'mention.link': linkMentions,
  'mention.linkEqual': linkEqualMentions,
  'proposition.create': createProposition,
  'proposition.update': updateProposition,
  'proposition.merge': mergePropositions,
  'proposition.remove': removeProposition,
  'stance.create': createStance,
  'stance.update': updateStance,
  'stance.updateMany': updateStances,
  'stance.remove': removeStances,
  'relation.create': createRelation,
  'relation.update': updateRelation,
  'relation.remove': removeRelations,
  'event.create': createEvent,
  'event.update': updateEvent,
  'event.remove': removeEvents,
  'schema.change': changeSchema,
  'assignment.set': setAssignment,
  'assignment.distribute': distributeDocuments,
  'comment.add': addComment,
  'comment.reply': replyToComment,
  'comment.edit': editComment,
  'comment.remove': removeComment,
  'comment.resolve': resolveComment,
  'review.decide': decide,
  'review.decideMany': decideMany,
  'review.mark': markInGold,
  'review.amend': amendGold,
  'review.confirm': confirm,
  'review.explain': explain,
  'review.reopen': reopen,
};
