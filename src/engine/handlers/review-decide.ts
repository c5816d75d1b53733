import { ParleyError } from '@core/errors';
import { changed } from '@core/journal/change';
import { defaultsOf } from '@core/model/attributes';
import type { CommandHandler } from '../context';
import { Adjudication } from '../review/adjudication';
import { readReview } from '../review/document-review';
import { checkAttributes, fragmentsIn, offeredTypeOf } from './checks';

export const decide: CommandHandler<'review.decide'> = (context, input) => {
  const adjudication = new Adjudication(context, readReview(context, input.documentId, null));
  const decision = adjudication.decide(input);
  return { changes: adjudication.changes, output: decision };
};

export const markInGold: CommandHandler<'review.mark'> = (context, input) => {
  const type = offeredTypeOf(context.schema(), input.typeId);
  const attributes = { ...defaultsOf(type.attributes), ...input.attributes };
  checkAttributes(type, attributes);
  if (input.entityId !== null) context.need('entity', input.entityId);
  const { typeId, entityId, documentId } = input;
  const adjudication = new Adjudication(context, readReview(context, documentId, null));
  const fragments = fragmentsIn(context, documentId, input.fragments);
  const output = adjudication.mark({ typeId, entityId, attributes, fragments, note: '' }, input);
  return { changes: adjudication.changes, output };
};

export const confirm: CommandHandler<'review.confirm'> = (context, input) => {
  const earlier = context.need('decision', input.decisionId);
  const adjudication = new Adjudication(context, readReview(context, earlier.documentId, null));
  const decision = adjudication.confirm(earlier, input);
  return { changes: adjudication.changes, output: decision };
};

export const explain: CommandHandler<'review.explain'> = (context, { decisionId, rationale }) => {
  const before = context.need('decision', decisionId);
  const after = { ...before, rationale };
  return { changes: [changed('decision', before, after)], output: after };
};

export const reopen: CommandHandler<'review.reopen'> = (context, input) => {
  const decisions = [...new Set(input.decisionIds)].map((id) => context.need('decision', id));
  const documentIds = new Set(decisions.map(({ documentId }) => documentId));
  if (documentIds.size > 1)
    throw new ParleyError('bad-input', { cause: 'Decisions about one document are reopened at a time' });
  const [documentId] = documentIds;
  const adjudication = new Adjudication(context, readReview(context, documentId!, null));
  adjudication.reopen(decisions);
  return { changes: adjudication.changes, output: { reopened: decisions.length } };
};
