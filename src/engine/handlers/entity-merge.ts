import type { CheckedInput } from '@contract/index';
import { mergeDifferences, mergedEntity } from '@core/entities/merge';
import { ParleyError } from '@core/errors';
import { changed, deleted } from '@core/journal/change';
import { Note, type SpanAnnotation } from '@core/model/annotation';
import type { Entity } from '@core/model/entity';
import type { Event } from '@core/model/event';
import type { Stance } from '@core/model/stance';
import { eventsNaming } from '../../store/reads/joins';
import type { CommandHandler, Context, QueryHandler } from '../context';
import { followingRevisions } from '../review/revisions';
import { refillChanges, repointChanges, repointed, stancesNamingAny } from './repoint';

interface Merge {
  into: Entity;
  others: Entity[];
  merged: Entity;
  from: Set<string>;
  mentions: SpanAnnotation[];
  stances: Stance[];
  events: Event[];
}

/**
 * What a merge is about. It touches all layers: which record stands for somebody is the project's
 * affair, not a judgement of the annotator who linked a mention to it.
 */
function planned(context: Context, { id, from: fromIds, name }: CheckedInput<'entity.merge'>): Merge {
  const from = new Set(fromIds);
  if (from.has(id)) throw new ParleyError('bad-input', { cause: 'An entity cannot be merged with itself' });
  const into = context.need('entity', id);
  const others = [...from].map((other) => context.need('entity', other));
  const merged = mergedEntity(into, others, name);
  if (!Note.safeParse(merged.note).success) {
    throw new ParleyError('conflict', {
      cause: 'Together the notes of these entities are too long',
      remedy: 'Shorten them first.',
    });
  }
  return {
    into,
    others,
    merged,
    from,
    mentions: others.flatMap((entity) =>
      context.file.records.where('annotation', 'entity_id = ?', [entity.id]),
    ),
    stances: stancesNamingAny(context, 'entity', from),
    events: eventsNaming(context.file.connection, 'entity', [...from]).map((event) =>
      context.need('event', event),
    ),
  };
}

export const mergeEntities: CommandHandler<'entity.merge'> = (context, input) => {
  const { into, others, merged, from, mentions, stances, events } = planned(context, input);
  const repointing = [
    ...mentions.map((mention) => changed('annotation', mention, { ...mention, entityId: into.id })),
    ...repointChanges(stances, 'entity', from, into.id),
    ...refillChanges(events, from, into.id),
  ];
  return {
    changes: [
      ...repointing,
      ...followingRevisions(context, repointing),
      changed('entity', into, merged),
      ...others.map((entity) => deleted('entity', entity)),
    ],
    output: { entity: merged, mentions: mentions.length, stances: stances.length, events: events.length },
  };
};

export const previewMerge: QueryHandler<'entity.mergePreview'> = (context, input) => {
  const { into, others, merged, from, mentions, stances, events } = planned(context, input);
  const layers = new Map<
    string,
    { annotatorId: string | null; mentions: number; stances: number; events: number }
  >();
  const count = (layerId: string, what: 'mentions' | 'stances' | 'events') => {
    const { annotatorId } = context.need('layer', layerId);
    const key = annotatorId ?? '';
    const entry = layers.get(key) ?? { annotatorId, mentions: 0, stances: 0, events: 0 };
    entry[what]++;
    layers.set(key, entry);
  };
  for (const { layerId } of mentions) count(layerId, 'mentions');
  for (const { layerId } of stances) count(layerId, 'stances');
  for (const { layerId } of events) count(layerId, 'events');
  return {
    entity: merged,
    touched: [...layers.values()].map(({ annotatorId, ...counts }) => ({
      annotatorName: annotatorId === null ? null : context.need('annotator', annotatorId).name,
      ...counts,
    })),
    differences: mergeDifferences([into, ...others]),
    towardThemselves: stances.filter((stance) => {
      const { holder, target } = repointed(stance, 'entity', from, into.id);
      return holder?.kind === 'entity' && target?.kind === 'entity' && holder.id === target.id;
    }).length,
  };
};
