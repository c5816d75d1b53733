import { duplicatePairs } from '@core/entities/duplicates';
import { mergedEntity } from '@core/entities/merge';
import type { Entity } from '@core/model/entity';
import { editDistance } from '@core/names/edit-distance';
import { folded, plain } from '@core/names/fold';
import { likeness } from '@core/names/likeness';
import { NameIndex } from '@core/names/name-index';
import { prepareName } from '@core/names/prepared-name';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const word = fc.oneof(
  fc.constantFrom(
    'Mohammad',
    'محمد',
    'Zabihullah',
    'Mujahid',
    'the',
    'Dr.',
    'ملا',
    'İstanbul',
    'al',
    '北京',
    '12',
    '۱۲',
    '’s',
    'كتاب',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
);
const name = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' ').toWellFormed())
  .filter((text) => text.trim() !== '');

test('folding twice is folding once, and no name folds to nothing', () => {
  fc.assert(
    fc.property(name, (text) => {
      const once = folded(text);
      expect(folded(once)).toBe(once);
      expect(once).not.toBe('');
    }),
    { numRuns: 1_000 },
  );
});

test('canonically equal names are the same name', () => {
  fc.assert(
    fc.property(name, (text) => {
      expect(plain(text.normalize('NFD'))).toBe(plain(text.normalize('NFC')));
      expect(folded(text.normalize('NFD'))).toBe(folded(text.normalize('NFC')));
    }),
  );
});

test('likeness goes both ways, and every name is like itself', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      const [first, second] = [prepareName(a), prepareName(b)];
      expect(likeness(first, second)?.reason).toBe(likeness(second, first)?.reason);
      expect(likeness(first, first)?.reason).toBe('exact');
    }),
    { numRuns: 500 },
  );
});

/** The same distance by its definition. */
function slowDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const crossed =
    a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
      ? slowDistance(a.slice(0, -2), b.slice(0, -2)) + 1
      : Number.POSITIVE_INFINITY;
  return Math.min(
    slowDistance(a.slice(0, -1), b) + 1,
    slowDistance(a, b.slice(0, -1)) + 1,
    slowDistance(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
    crossed,
  );
}

test('the edit distance is right up to its bound', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(short, short, fc.nat({ max: 6 }), (a, b, most) => {
      expect(editDistance(a, b, most)).toBe(Math.min(slowDistance(a, b), most + 1));
    }),
    { numRuns: 300 },
  );
});

test('an index that was changed answers like one made anew', () => {
  const id = fc.constantFrom('1', '2', '3', '4');
  const step = fc.record({ id, name, aliases: fc.array(name, { maxLength: 2 }), gone: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), name, (steps, query) => {
      const index = new NameIndex();
      const there = new Map<string, { id: string; name: string; aliases: string[]; typeId: null }>();
      for (const { gone, ...named } of steps) {
        if (gone) {
          index.delete(named.id);
          there.delete(named.id);
        } else {
          index.set({ ...named, typeId: null });
          there.set(named.id, { ...named, typeId: null });
        }
      }
      const byId = (found: { id: string }[]) => [...found].sort((a, b) => (a.id < b.id ? -1 : 1));
      const fresh = new NameIndex(there.values());
      expect(byId(index.find(query, { typing: true }))).toEqual(byId(fresh.find(query, { typing: true })));
      expect(index.best(query)).toEqual(index.find(query)[0] ?? null);
      for (const { name: present } of there.values())
        expect(index.best(present)).toEqual(index.find(present)[0] ?? null);
    }),
  );
});

const entity = (id: string) =>
  fc.record({
    id: fc.constant(id),
    name,
    typeId: fc.constantFrom('person', 'place', null),
    aliases: fc.array(name, { maxLength: 3 }),
    externalIds: fc.array(
      fc.record({ scheme: fc.constantFrom('wikidata', 'viaf'), value: fc.constantFrom('1', '2') }),
      { maxLength: 2 },
    ),
    note: fc.constantFrom('', 'One.', 'Two.'),
  });

test('a merged entity has every name, identifier and note of its parts, and each once', () => {
  fc.assert(
    fc.property(entity('1'), fc.array(entity('2'), { minLength: 1, maxLength: 3 }), (into, others) => {
      const all: Entity[] = [into, ...others];
      const merged = mergedEntity(into, others);
      const names = [merged.name, ...merged.aliases].map(plain);
      expect(new Set(names)).toEqual(new Set(all.flatMap((one) => [one.name, ...one.aliases]).map(plain)));
      expect(new Set(names).size).toBe(names.length);
      const key = ({ scheme, value }: { scheme: string; value: string }) => `${scheme} ${value}`;
      expect(new Set(merged.externalIds.map(key))).toEqual(
        new Set(all.flatMap(({ externalIds }) => externalIds.map(key))),
      );
      for (const { note } of all) expect(merged.note).toContain(note);
    }),
  );
});

test('pairs are of two different entities, each pair once, whatever the order they come in', () => {
  const some = fc.tuple(entity('1'), entity('2'), entity('3'), entity('4'), entity('5'));
  fc.assert(
    fc.property(some, (entities) => {
      const pairs = duplicatePairs(entities);
      for (const { first, second } of pairs) expect(first < second).toBe(true);
      expect(new Set(pairs.map(({ first, second }) => `${first} ${second}`)).size).toBe(pairs.length);
      const keys = (list: typeof pairs) =>
        list.map(({ first, second, reason }) => `${first} ${second} ${reason}`);
      expect(keys(duplicatePairs([...entities].reverse())).sort()).toEqual(keys(pairs).sort());
    }),
  );
});
