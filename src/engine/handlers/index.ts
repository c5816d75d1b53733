import type { CommandName, QueryName } from '@contract/index';
import type { CommandHandler, PreparedCommand, QueryHandler } from '../context';
import { writeExport } from '../exporting';
import { importDocuments } from '../importing/index';
import { createAnnotation, createAnnotations, removeAnnotations, updateAnnotation } from './annotations';
import {
  annotationsOfDocument,
  getDocument,
  listDocuments,
  removeDocuments,
  setStatus,
  updateDocument,
} from './documents';
import {
  createEntity,
  createProposition,
  linkMentions,
  listEntities,
  listMentions,
  listPropositions,
  removeEntity,
  updateEntity,
  updateProposition,
} from './entities';
import { historyState, listHistory } from './history';
import { checkProject, projectInfo, updateAnnotator, updateProject } from './project';
import { mergeAnnotations, relabelAnnotations, splitAnnotation } from './reshaping';
import { createStance, removeStances, updateStance } from './stances';

export const queryHandlers: { [Name in QueryName]: QueryHandler<Name> } = {
  'project.info': projectInfo,
  'project.check': checkProject,
  'document.list': listDocuments,
  'document.get': getDocument,
  'document.annotations': annotationsOfDocument,
  'entity.list': listEntities,
  'entity.mentions': listMentions,
  'proposition.list': listPropositions,
  'history.list': listHistory,
  'history.state': historyState,
  'export.write': writeExport,
};

/** Undo and redo are no commands of their own making: the engine takes back an entry as a whole. */
export type TimeTravel = 'history.undo' | 'history.redo';

type Prepared = 'document.import';

export const preparedCommands: { [Name in Prepared]: PreparedCommand<Name, unknown> } = {
  'document.import': importDocuments as PreparedCommand<'document.import', unknown>,
};

export const commandHandlers: {
  [Name in Exclude<CommandName, TimeTravel | Prepared>]: CommandHandler<Name>;
} = {
  'project.update': updateProject,
  'annotator.update': updateAnnotator,
  'document.update': updateDocument,
  'document.remove': removeDocuments,
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
  'mention.link': linkMentions,
  'proposition.create': createProposition,
  'proposition.update': updateProposition,
  'stance.create': createStance,
  'stance.update': updateStance,
  'stance.remove': removeStances,
};
