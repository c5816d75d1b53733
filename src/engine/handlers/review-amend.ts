import type { CheckedInput } from '@contract/index';
import { contract } from '@contract/index';
import type { amendable } from '@contract/review';
import { ParleyError } from '@core/errors';
import { type Change, changed } from '@core/journal/change';
import type { Decision } from '@core/model/decision';
import { compareDecisions } from '@core/review/judge';
import type { CommandHandler, Context, Plan } from '../context';
import { removeAnnotations, updateAnnotation } from './annotations';
import { createEntity } from './entities';
import { removeEvents, updateEvent } from './events';
import { whileAdjudicating } from './layers';
import { linkMentions } from './mentions';
import { removeRelations, updateRelation } from './relations';
import { mergeAnnotations, relabelAnnotations, splitAnnotation } from './reshaping';
import { removeStances, updateStance } from './stances';

type Amendable = (typeof amendable)[number];

const handlers: { [Name in Amendable]: CommandHandler<Name> } = {
  'annotation.update': updateAnnotation,
  'annotation.relabel': relabelAnnotations,
  'annotation.split': splitAnnotation,
  'annotation.merge': mergeAnnotations,
  'annotation.remove': removeAnnotations,
  'mention.link': linkMentions,
  'entity.create': createEntity,
  'stance.update': updateStance,
  'stance.remove': removeStances,
  'relation.update': updateRelation,
  'relation.remove': removeRelations,
  'event.update': updateEvent,
  'event.remove': removeEvents,
};

export const amendGold: CommandHandler<'review.amend'> = (context, { command, input }) => {
  const checked = contract[command].input.safeParse(input);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new ParleyError('bad-input', {
      place: `${command} ${issue!.path.join('.')}`,
      cause: issue!.message,
    });
  }
  const plan = handlers[command] as (context: Context, input: CheckedInput<Amendable>) => Plan<unknown>;
  return whileAdjudicating(context, () => {
    const { changes, ...rest } = plan(context, checked.data);
    return { ...rest, changes: [...changes, ...decisionChanges(context, changes)] };
  });
};

/** The decisions that made what is changed in gold layers, as edits of whoever changes it now. */
function decisionChanges(context: Context, changes: readonly Change[]): Change[] {
  const edited = new Map<string, { before: Decision; after: Decision }>();
  const documents = new Map<string, Decision[]>();
  const decisionsOf = (documentId: string) => {
    let found = documents.get(documentId);
    if (!found) {
      found = context.file.records.where('decision', 'document_id = ?', [documentId]).sort(compareDecisions);
      documents.set(documentId, found);
    }
    return found;
  };
  let last: string | null = null;
  for (const { before, after } of changes) {
    const image = before ?? after;
    if (!image || !('layerId' in image) || context.need('layer', image.layerId).kind !== 'gold') continue;
    const decision = decisionsOf(image.documentId).findLast(({ resultIds }) => resultIds.includes(image.id));
    const id: string | null = decision?.id ?? last;
    if (id === null) continue;
    last = id;
    const present = edited.get(id) ?? {
      before: context.need('decision', id),
      after: context.need('decision', id),
    };
    const resultIds = present.after.resultIds.filter((result) => result !== image.id || after !== null);
    if (after !== null && !resultIds.includes(image.id)) resultIds.push(image.id);
    edited.set(id, { ...present, after: { ...present.after, resultIds } });
  }
  return [...edited.values()].map(({ before, after }) =>
    changed('decision', before, {
      ...after,
      verdict: after.resultIds.length === 0 ? 'reject' : after.verdict === 'new' ? 'new' : 'edit',
      adjudicatorId: context.annotator.id,
      time: new Date(context.environment.now()).toISOString(),
    }),
  );
}
