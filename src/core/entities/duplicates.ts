import type { Entity } from '../model/entity';
import { editDistance } from '../names/edit-distance';
import { type LikenessReason, likenessReasons, soundAlike } from '../names/likeness';
import { type PreparedName, prepareName } from '../names/prepared-name';

export type DuplicateReason = 'external-id' | LikenessReason;

/** Two entities that may be one. */
export interface DuplicatePair {
  first: string;
  second: string;
  reason: DuplicateReason;
  /** The two names that are alike, or the identifier that both have. */
  names: [string, string];
}

interface Bearer {
  entity: Entity;
  name: PreparedName;
  isAlias: boolean;
}

/** A bucket with more entities than this is a common word, not one thing under many names. */
const CROWD = 12;
const SHORTEST_MISSPELT = 6;
const order: DuplicateReason[] = ['external-id', ...likenessReasons];

/**
 * Pairs of entities that may be one, the surest first: one external identifier, names that are equal,
 * normalised or transliterated equal, a letter apart, or one the only name that has all words of the other.
 * Entities of different types are no pair unless an identifier says so.
 */
export function duplicatePairs(entities: readonly Entity[]): DuplicatePair[] {
  const pairs = new Map<string, DuplicatePair>();
  const add = (reason: DuplicateReason, a: Bearer | Entity, b: Bearer | Entity, names: [string, string]) => {
    const [first, second] = [a, b].map((side) => ('entity' in side ? side.entity : side)) as [Entity, Entity];
    if (first.id === second.id) return;
    const differ = first.typeId !== null && second.typeId !== null && first.typeId !== second.typeId;
    if (differ && reason !== 'external-id') return;
    const swap = first.id > second.id;
    const key = swap ? `${second.id} ${first.id}` : `${first.id} ${second.id}`;
    const before = pairs.get(key);
    if (before && order.indexOf(before.reason) <= order.indexOf(reason)) return;
    pairs.set(key, {
      first: swap ? second.id : first.id,
      second: swap ? first.id : second.id,
      reason,
      names: swap ? [names[1], names[0]] : names,
    });
  };

  for (const same of buckets(entities, ({ externalIds }) =>
    externalIds.map((id) => `${id.scheme}:${id.value}`),
  ))
    for (const [a, b] of twos(same.items)) add('external-id', a, b, [same.key, same.key]);

  const bearers = entities.flatMap((entity) => [
    { entity, name: prepareName(entity.name), isAlias: false },
    ...entity.aliases.map((alias) => ({ entity, name: prepareName(alias), isAlias: true })),
  ]);
  const plainNames = (a: Bearer, b: Bearer): [string, string] => [a.name.plain, b.name.plain];
  for (const { items } of buckets(bearers, ({ name }) => [name.folded, name.bare, name.sorted])) {
    for (const [a, b] of twos(items)) {
      const same = a.name.plain === b.name.plain;
      add(!same ? 'normalised' : a.isAlias || b.isAlias ? 'alias' : 'exact', a, b, plainNames(a, b));
    }
  }
  for (const { items } of buckets(bearers, ({ name }) => name.skeletons))
    for (const [a, b] of twos(items))
      if (a.name.digits === b.name.digits && soundAlike(a.name, b.name))
        add('transliterated', a, b, plainNames(a, b));
  for (const { items } of buckets(bearers, ({ name }) => withOneLetterLess(name.bare)))
    for (const [a, b] of twos(items))
      if (a.name.digits === b.name.digits && editDistance(a.name.bare, b.name.bare, 1) <= 1)
        add('fuzzy', a, b, plainNames(a, b));
  for (const [part, whole] of onlyWholes(bearers)) add('part', part, whole, plainNames(part, whole));

  return [...pairs.values()].sort(
    (a, b) =>
      order.indexOf(a.reason) - order.indexOf(b.reason) ||
      (a.names[0] < b.names[0] ? -1 : a.names[0] > b.names[0] ? 1 : 0) ||
      (a.first < b.first ? -1 : 1),
  );
}

function grouped<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const there = found.get(key);
      if (there) there.push(item);
      else found.set(key, [item]);
    }
  }
  return found;
}

/** Those that have a key in common. */
function buckets<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): { key: string; items: Item[] }[] {
  return [...grouped(items, keysOf)]
    .filter(([, list]) => list.length > 1)
    .map(([key, list]) => ({ key, items: list }));
}

/** All pairs of a few, of a crowd the first with each other one. */
function* twos<Item>(items: readonly Item[]): Generator<[Item, Item]> {
  const heads = items.length > CROWD ? 1 : items.length;
  for (let a = 0; a < heads; a++) for (let b = a + 1; b < items.length; b++) yield [items[a]!, items[b]!];
}

/** The string and what is left when one letter goes: two strings a letter apart have one of these in common. */
function withOneLetterLess(text: string): string[] {
  if (text.length < SHORTEST_MISSPELT) return [];
  return [text, ...Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1))];
}

/** Names all of whose words occur in just one other entity's longer name, with that one. */
function onlyWholes(bearers: readonly Bearer[]): [Bearer, Bearer][] {
  const byWord = grouped(bearers, ({ name }) => name.bare.split(' '));
  return bearers.flatMap((part): [Bearer, Bearer][] => {
    const words = part.name.bare.split(' ');
    if (part.name.bare.length < 3) return [];
    const rarest = words
      .map((word) => byWord.get(word)!)
      .reduce((least, list) => (list.length < least.length ? list : least));
    if (rarest.length > CROWD) return [];
    const wholes = rarest.filter((other) => {
      if (other.entity.id === part.entity.id) return false;
      const otherWords = other.name.bare.split(' ');
      return otherWords.length > words.length && words.every((word) => otherWords.includes(word));
    });
    const [whole] = wholes;
    return whole && new Set(wholes.map(({ entity }) => entity.id)).size === 1 ? [[part, whole]] : [];
  });
}
