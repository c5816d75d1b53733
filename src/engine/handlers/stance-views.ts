import type { CheckedInput } from '@contract/index';
import type { StanceCell, stanceSorts } from '@contract/stance-views';
import { type Actor, type ActorKey, AUTHOR, NOBODY } from '@core/insight/actor';
import { monthOf } from '@core/insight/month';
import { changed } from '@core/journal/change';
import { folded } from '@core/names/fold';
import { type PartyFact, type StanceFact, stanceFacts } from '../../store/reads/stances';
import type { CommandHandler, Context, QueryHandler } from '../context';
import { namedStances } from './in-context';
import { refuseForeignLayer } from './layers';
import { given } from './patch';
import { checkVocabulary } from './stances';

interface Placed extends StanceFact {
  holderKey: ActorKey;
  targetKey: ActorKey;
  month: string | null;
}

type Filter = CheckedInput<'stance.matrix'>;

/** The stances that meet a filter, with their actors. */
function placedStances(context: Context, filter: Filter): Placed[] {
  const placed = stanceFacts(context.file.connection, filter).map((fact) => ({
    ...fact,
    holderKey: keyOf(context, fact.holder),
    targetKey: keyOf(context, fact.target),
    month: monthOf(fact.date),
  }));
  const within = (allowed: readonly string[], value: string | null) =>
    allowed.length === 0 || (value !== null && allowed.includes(value));
  const found = placed.filter(
    (stance) =>
      (filter.holder === null || stance.holderKey === filter.holder) &&
      (filter.target === null || stance.targetKey === filter.target) &&
      within(filter.polarities, stance.polarity) &&
      within(filter.modalities, stance.modality) &&
      within(filter.expressions, stance.expression) &&
      (filter.from === null || (stance.month !== null && stance.month >= filter.from)) &&
      (filter.to === null || (stance.month !== null && stance.month <= filter.to)),
  );
  const words = filter.text.split(/\s+/).map(folded).filter(Boolean);
  if (words.length === 0) return found;
  return found.filter((stance) => {
    const [named] = namedStances(context, [context.need('stance', stance.id)]);
    const { documentName, quote, names } = named!;
    const hay = folded([documentName, quote, named!.stance.note, ...Object.values(names)].join(' '));
    return words.every((word) => hay.includes(word));
  });
}

function keyOf(context: Context, party: PartyFact): ActorKey {
  switch (party.kind) {
    case 'none':
      return NOBODY;
    case 'author':
      return AUTHOR;
    case 'mention':
      return `text:${context.register.mentionText(context.need('annotation', party.id)).key}`;
    default:
      return `${party.kind}:${party.id}`;
  }
}

function actorOf(context: Context, key: ActorKey, party: PartyFact, count: number): Actor {
  switch (party.kind) {
    case 'none':
      return { key, kind: 'none', name: 'not named', typeId: null, count };
    case 'author':
      return { key, kind: 'author', name: 'the author', typeId: null, count };
    case 'mention': {
      const mention = context.need('annotation', party.id);
      const { quote } = context.register.mentionText(mention);
      return { key, kind: 'mention', name: quote, typeId: mention.typeId, count };
    }
    case 'entity': {
      const { name, typeId } = context.need('entity', party.id);
      return { key, kind: 'entity', name, typeId, count };
    }
    case 'proposition':
      return {
        key,
        kind: 'proposition',
        name: context.need('proposition', party.id).name,
        typeId: null,
        count,
      };
  }
}

/** Those in one role, the most frequent first. */
function actorsIn(context: Context, stances: readonly Placed[], role: 'holder' | 'target'): Actor[] {
  const found = new Map<ActorKey, { party: PartyFact; count: number }>();
  for (const stance of stances) {
    const key = role === 'holder' ? stance.holderKey : stance.targetKey;
    const before = found.get(key);
    if (before) before.count++;
    else found.set(key, { party: stance[role], count: 1 });
  }
  return [...found]
    .map(([key, { party, count }]) => actorOf(context, key, party, count))
    .sort((a, b) => b.count - a.count || compareText(a.name, b.name) || compareText(a.key, b.key));
}

export const stanceMatrix: QueryHandler<'stance.matrix'> = (context, filter) => {
  const stances = placedStances(context, filter);
  const cells = new Map<string, StanceCell>();
  for (const { holderKey, targetKey, polarity, month, intensity } of stances) {
    const place = JSON.stringify([holderKey, targetKey, polarity, month]);
    const cell = cells.get(place) ?? {
      holder: holderKey,
      target: targetKey,
      polarity,
      month,
      count: 0,
      graded: 0,
      intensity: 0,
    };
    cell.count++;
    if (intensity !== null) {
      cell.graded++;
      cell.intensity += intensity;
    }
    cells.set(place, cell);
  }
  return {
    total: stances.length,
    holders: actorsIn(context, stances, 'holder'),
    targets: actorsIn(context, stances, 'target'),
    cells: [...cells.values()],
  };
};

export const listStances: QueryHandler<'stance.list'> = (
  context,
  { sort, descending, offset, limit, ...filter },
) => {
  const stances = sorted(context, placedStances(context, filter), sort);
  if (descending) stances.reverse();
  const shown = stances.slice(offset, offset + limit).map(({ id }) => context.need('stance', id));
  return {
    total: stances.length,
    stances: namedStances(context, shown),
    ownIds: stances.filter((stance) => stance.annotatorId === context.annotator.id).map(({ id }) => id),
  };
};

/** Sorted by a field; what is equal there stays in the order of documents. Fields that are empty come last. */
function sorted(context: Context, stances: Placed[], by: (typeof stanceSorts)[number]): Placed[] {
  if (by === 'document') return stances;
  const names = new Map<ActorKey, string>();
  const nameOf = (key: ActorKey, party: PartyFact) => {
    let name = names.get(key);
    if (name === undefined) {
      name = party.kind === 'none' ? LAST : actorOf(context, key, party, 1).name.toLocaleLowerCase();
      names.set(key, name);
    }
    return name;
  };
  const { polarities, modalities } = context.schema().stance;
  const order = (terms: readonly { id: string }[], id: string | null) => {
    const at = terms.findIndex((term) => term.id === id);
    return at < 0 ? terms.length : at;
  };
  const sortValue: Record<typeof by, (stance: Placed) => string | number> = {
    holder: ({ holderKey, holder }) => nameOf(holderKey, holder),
    target: ({ targetKey, target }) => nameOf(targetKey, target),
    polarity: ({ polarity }) => order(polarities, polarity),
    modality: ({ modality }) => order(modalities, modality),
    intensity: ({ intensity }) => intensity ?? 4,
    confidence: ({ confidence }) => confidence ?? 4,
    date: ({ date }) => date ?? LAST,
  };
  const keyed = stances.map((stance) => ({ stance, value: sortValue[by](stance) }));
  keyed.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
  return keyed.map(({ stance }) => stance);
}

const LAST = '\u{10ffff}';

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export const updateStances: CommandHandler<'stance.updateMany'> = (context, { ids, ...patch }) => {
  const stances = [...new Set(ids)].map((id) => context.need('stance', id));
  for (const stance of stances) {
    refuseForeignLayer(context, stance.layerId);
    checkVocabulary(
      context,
      { polarity: undefined, expression: undefined, modality: undefined, ...patch },
      stance,
    );
  }
  return {
    changes: stances.map((before) => changed('stance', before, { ...before, ...given(patch) })),
    output: { updated: stances.length },
  };
};
