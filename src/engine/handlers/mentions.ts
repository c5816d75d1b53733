import type { CheckedInput, Output } from '@contract/index';
import { ParleyError } from '@core/errors';
import { type Change, changed, created } from '@core/journal/change';
import type { SpanAnnotation } from '@core/model/annotation';
import { folded } from '@core/names/fold';
import { entityRowsOf } from '../../store/reads/lists';
import { annotationsInOrder, ownAnnotationIds, ownAnnotations } from '../../store/reads/register';
import type { CommandHandler, Context, QueryHandler } from '../context';
import { mentionsInContext } from './in-context';
import { refuseForeignLayer } from './layers';
import { entityOf } from './new-entity';

export const linkMentions: CommandHandler<'mention.link'> = (context, input) => {
  if (input.entityId !== null) context.need('entity', input.entityId);
  const changes = linkChanges(context, input.annotationIds, input.entityId);
  return { changes, output: { linked: changes.length } };
};

/** @throws ParleyError 'conflict' when one of them lies in a colleague's layer */
export function linkChanges(
  context: Context,
  annotationIds: readonly string[],
  entityId: string | null,
): Change[] {
  return [...new Set(annotationIds)].map((id) => {
    const before = context.need('annotation', id);
    refuseForeignLayer(context, before.layerId);
    return changed('annotation', before, { ...before, entityId });
  });
}

function equalTo(
  context: Context,
  { text, documentId, linked }: Pick<CheckedInput<'mention.equal'>, 'text' | 'documentId' | 'linked'>,
): SpanAnnotation[] {
  if (documentId !== null) context.need('document', documentId);
  const { connection } = context.file;
  const key = folded(text);
  const ids = ownAnnotationIds(connection, context.annotator.id, { documentId, linked });
  const unknown = ids.filter((id) => context.register.knownKey(id) === undefined);
  for (const annotation of annotationsInOrder(connection, unknown)) context.register.mentionText(annotation);
  return annotationsInOrder(
    connection,
    ids.filter((id) => context.register.knownKey(id) === key),
  );
}

export const equalMentions: QueryHandler<'mention.equal'> = (context, { offset, limit, ...which }) => {
  const equal = equalTo(context, which);
  return { total: equal.length, mentions: mentionsInContext(context, equal.slice(offset, offset + limit)) };
};

export const linkEqualMentions: CommandHandler<'mention.linkEqual'> = (context, input) => {
  const except = new Set(input.except);
  const { entity, isNew } = entityOf(context, input.entity);
  const chosen = equalTo(context, input).filter(
    ({ id, entityId }) => !except.has(id) && entityId !== entity.id,
  );
  if (isNew && chosen.length === 0) {
    throw new ParleyError('not-found', {
      cause: `None of your mentions reads ‘${input.text}’ and can be linked`,
    });
  }
  const linked = chosen.map((mention) => changed('annotation', mention, { ...mention, entityId: entity.id }));
  return {
    changes: [...(isNew ? [created('entity', entity)] : []), ...linked],
    output: { entityId: entity.id, linked: linked.length },
  };
};

type Group = Output<'mention.unlinked'>['groups'][number];

export const unlinkedMentions: QueryHandler<'mention.unlinked'> = (
  context,
  { documentId, typeIds, suggest, offset, limit },
) => {
  const wanted = new Set(typeIds);
  const own = ownAnnotations(context.file.connection, context.annotator.id, { documentId, linked: false });
  const byKey = new Map<string, SpanAnnotation[]>();
  let mentions = 0;
  for (const annotation of own) {
    if (wanted.size > 0 && !wanted.has(annotation.typeId)) continue;
    mentions++;
    const { key } = context.register.mentionText(annotation);
    const there = byKey.get(key);
    if (there) there.push(annotation);
    else byKey.set(key, [annotation]);
  }
  // Those of one size stay in the order of documents and text.
  const sorted = [...byKey].sort(([, a], [, b]) => b.length - a.length);
  return {
    total: sorted.length,
    mentions,
    groups: sorted.slice(offset, offset + limit).map(([key, group]) => groupOf(context, key, group, suggest)),
  };
};

function groupOf(
  context: Context,
  key: string,
  annotations: readonly SpanAnnotation[],
  suggest: boolean,
): Group {
  const text = commonest(annotations.map((annotation) => context.register.mentionText(annotation).quote));
  const typeId = commonest(annotations.map((annotation) => annotation.typeId));
  const [first] = mentionsInContext(context, annotations.slice(0, 1));
  const match = suggest ? context.register.names.best(text, typeId) : null;
  const [entity] = match ? entityRowsOf(context.file.connection, [match.id]) : [];
  return {
    key,
    text,
    typeId,
    count: annotations.length,
    documents: new Set(annotations.map(({ documentId }) => documentId)).size,
    first: first!,
    suggestion: match && entity ? { entity, reason: match.reason, matched: match.matched } : null,
  };
}

/** The value that occurs most often; among equals the first. */
function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}
