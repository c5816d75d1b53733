import { ParleyError } from '@core/errors';
import { changed, created, deleted } from '@core/journal/change';
import type { SpanAnnotation } from '@core/model/annotation';
import { canonicalFragments, hull } from '@core/model/fragment';
import { cutAtWords, withoutBlankGaps } from '@core/model/fragment-cuts';
import { segmentAt } from '@core/text/segments';
import type { CommandHandler, Context } from '../context';
import { attributesFor, entityTypeOf, offeredTypeOf } from './checks';
import { replaceInJoins } from './joins';
import { refuseForeignLayer } from './layers';
import { replaceMentions } from './mentions-in-stances';

function ownAnnotations(context: Context, ids: readonly string[]): SpanAnnotation[] {
  const annotations = [...new Set(ids)].map((id) => context.need('annotation', id));
  for (const { layerId } of annotations) refuseForeignLayer(context, layerId);
  return annotations;
}

export const relabelAnnotations: CommandHandler<'annotation.relabel'> = (context, { ids, typeId }) => {
  const type = offeredTypeOf(context.schema(), typeId);
  const annotations = ownAnnotations(context, ids);
  return {
    changes: annotations.map((before) =>
      changed('annotation', before, {
        ...before,
        typeId,
        attributes: attributesFor(type, before.attributes),
      }),
    ),
    output: { relabelled: annotations.length },
  };
};

export const splitAnnotation: CommandHandler<'annotation.split'> = (context, { id, at }) => {
  const [annotation] = ownAnnotations(context, [id]) as [SpanAnnotation];
  const text = context.textOf(annotation.documentId);
  const cut = segmentAt(text, at, 'grapheme')?.start ?? at;
  const { start, end } = hull(annotation.fragments);
  if (cut <= start || cut >= end) {
    throw new ParleyError('bad-input', {
      place: `offset ${at}`,
      cause: `An annotation from ${start} to ${end} cannot be split there`,
      remedy: 'Put the caret inside it, between two letters.',
    });
  }
  const { before, after } = cutAtWords(text, annotation.fragments, cut);
  const first: SpanAnnotation = { ...annotation, fragments: before };
  const second: SpanAnnotation = { ...annotation, id: context.environment.newId(), fragments: after };
  return {
    changes: [changed('annotation', annotation, first), created('annotation', second)],
    output: { before: first, after: second },
  };
};

export const mergeAnnotations: CommandHandler<'annotation.merge'> = (context, { ids, fillGaps }) => {
  const annotations = ownAnnotations(context, ids);
  const [kept, ...others] = annotations as [SpanAnnotation, ...SpanAnnotation[]];
  if (others.some(({ layerId }) => layerId !== kept.layerId))
    throw new ParleyError('bad-input', { cause: 'Only annotations of one document can be joined' });
  const fragments = annotations.flatMap((annotation) => annotation.fragments);
  const text = context.textOf(kept.documentId);
  const type = entityTypeOf(context.schema(), kept.typeId);
  const given = Object.assign({}, ...[...annotations].reverse().map(({ attributes }) => attributes));
  const merged: SpanAnnotation = {
    ...kept,
    fragments: canonicalFragments(text, fillGaps ? [hull(fragments)] : withoutBlankGaps(text, fragments)),
    attributes: attributesFor(type, given),
    note: [...new Set(annotations.map(({ note }) => note).filter((note) => note !== ''))].join('\n'),
    entityId: annotations.find(({ entityId }) => entityId !== null)?.entityId ?? null,
  };
  const stances = replaceMentions(
    context,
    others.map(({ id }) => id),
    (id) => (others.some((other) => other.id === id) ? { kind: 'mention', id: kept.id } : undefined),
  );
  const joins = replaceInJoins(
    context,
    others.map(({ id }) => id),
    () => ({ kind: 'mention', id: kept.id }),
  );
  return {
    changes: [
      changed('annotation', kept, merged),
      ...stances,
      ...joins,
      ...others.map((other) => deleted('annotation', other)),
    ],
    output: merged,
  };
};
