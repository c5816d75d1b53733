import type { EntityRow } from '@contract/entities';
import { NameIndex } from '@core/names/name-index';
import { describe, expect, test } from 'vitest';
import { entityChoices, typeNamer } from '../../../src/renderer/entities/entity-choices';
import type { EntityNames } from '../../../src/renderer/entities/use-name-index';
import { stepInList } from '../../../src/renderer/ui/list-box';

function namesOf(
  ...entities: [id: string, name: string, mentions: number, aliases?: string[]][]
): EntityNames {
  const rows = entities.map(
    ([id, name, mentions, aliases = []]): EntityRow => ({
      id,
      name,
      mentions,
      aliases,
      typeId: 'person',
      externalIds: [],
      note: '',
      stances: 0,
      events: 0,
    }),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const index = new NameIndex(rows);
  return {
    rows,
    byId,
    find: (query, options) =>
      index.find(query, options).map((match) => ({ entity: byId.get(match.id)!, match })),
    best: () => null,
  };
}

const options = { typeId: 'person', typeName: typeNamer([{ id: 'person', name: 'Person' }]) };
const listed = (names: EntityNames, typed: string, more = {}) =>
  entityChoices(names, typed, { ...options, ...more }).map(({ name }) => name);

describe('what can be linked to', () => {
  const names = namesOf(
    ['1', 'Zabihullah Mujahid', 2],
    ['2', 'Asif', 5],
    ['3', 'Muttaqi', 0, ['متقی']],
    ['4', 'Kandahar', 1],
  );

  test('while nothing is typed: all, the most mentioned first', () => {
    expect(listed(names, '')).toEqual(['Asif', 'Zabihullah Mujahid', 'Kandahar', 'Muttaqi']);
    expect(listed(names, '', { without: ['2'] })).not.toContain('Asif');
  });

  test('a name that says less than the entity’s comes before a new entity', () => {
    expect(listed(names, 'Mujahid')).toEqual(['Zabihullah Mujahid', 'New entity “Mujahid”']);
  });

  test('part of the name of something of another kind comes after, too', () => {
    expect(listed(names, 'Mujahid', { typeId: 'place' })).toEqual([
      'New entity “Mujahid”',
      'Zabihullah Mujahid',
    ]);
  });

  test('one that says more, or is only spelt like it, comes after', () => {
    expect(listed(names, 'Khawaja Muhammad Asif')).toEqual(['New entity “Khawaja Muhammad Asif”', 'Asif']);
    expect(listed(names, 'Kadnahar')).toEqual(['New entity “Kadnahar”', 'Kandahar']);
  });

  test('no new entity has the name of one that is there, nor where none may be made', () => {
    expect(listed(names, 'Asif')).toEqual(['Asif']);
    expect(listed(names, 'Mujahid', { offerNew: false })).toEqual(['Zabihullah Mujahid']);
  });

  test('the alias that is alike stands beside the reason', () => {
    const [choice] = entityChoices(names, 'متقی', options);
    expect(choice).toMatchObject({ name: 'Muttaqi', detail: 'also called: متقی · Person, 0 mentions' });
  });
});

test('arrow and page keys stay in a list', () => {
  expect(stepInList('ArrowDown', 0, 3)).toBe(1);
  expect(stepInList('ArrowUp', 0, 3)).toBe(0);
  expect(stepInList('PageDown', 0, 3)).toBe(2);
  expect(stepInList('End', 0, 3)).toBe(2);
  expect(stepInList('ArrowDown', -1, 3)).toBe(0);
  expect(stepInList('ArrowDown', 0, 0)).toBeNull();
  expect(stepInList('a', 0, 3)).toBeNull();
});
