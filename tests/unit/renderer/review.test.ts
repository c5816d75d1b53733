import type { ReviewPosition } from '@contract/review';
import { letterOf, shuffled } from '@core/review/blind';
import { describe, expect, test } from 'vitest';
import { layerNames, nextUnsettled, numberedReadings, passes } from '../../../src/renderer/review/current';
import { sideBySide } from '../../../src/renderer/review/fields';
import { everyConflict } from '../../../src/renderer/review/state';
import { counted, differenceWords, signOf } from '../../../src/renderer/review/words';

const position = (id: string, more: Partial<ReviewPosition> = {}): ReviewPosition => ({
  id,
  kind: 'span',
  place: { start: 0, end: 4 },
  documentLabel: null,
  class: 'label',
  classes: ['label'],
  boundary: null,
  differs: ['label'],
  readings: [
    { layerId: 'l1', recordIds: ['r1'] },
    { layerId: 'l2', recordIds: ['r2'] },
  ],
  versions: [['l1'], ['l2']],
  missing: [],
  labels: ['person', 'place'],
  state: 'open',
  decisionId: null,
  goldIds: [],
  ...more,
});

const agreed = position('agreed', { class: 'agree', classes: ['agree'], versions: [['l1', 'l2']] });
const decided = position('decided', { state: 'decided' });

describe('the list of positions', () => {
  test('leads to what is not settled, around its end', () => {
    const list = [position('a'), agreed, decided, position('b', { state: 'stale' })];
    expect(nextUnsettled(list, undefined)?.id).toBe('a');
    expect(nextUnsettled(list, 'a')?.id).toBe('b');
    expect(nextUnsettled(list, 'b')?.id).toBe('a');
    expect(nextUnsettled(list, undefined, -1)?.id).toBe('b');
    expect(nextUnsettled([position('a'), decided], 'a')).toBeNull();
    expect(nextUnsettled([], undefined)).toBeNull();
  });

  test('is filtered by every difference that a position has, by state, label and who differs', () => {
    const two = position('two', { class: 'boundary', classes: ['boundary', 'missing'], missing: ['l3'] });
    const has = (one: ReviewPosition, filter: Partial<typeof everyConflict>) =>
      passes(one, { ...everyConflict, ...filter });
    expect([agreed, decided, two].map((one) => has(one, {}))).toEqual([false, true, true]);
    expect(has(agreed, { class: 'any' })).toBe(true);
    expect(has(two, { class: 'missing' })).toBe(true);
    expect(has(decided, { state: 'unsettled' })).toBe(false);
    expect(has(two, { label: 'state' })).toBe(false);
    const most = position('most', { versions: [['l1', 'l3'], ['l2']] });
    expect([two, most].map((one) => has(one, { apart: 'l3' }))).toEqual([true, false]);
    expect(has(two, { apart: 'l2' })).toBe(true);
  });

  test('says in words how readings differ, and in a sign how many have it', () => {
    const some = position('some', { class: 'missing', classes: ['missing'], missing: ['l3'] });
    expect(signOf(some)).toBe('2/3');
    expect(differenceWords(some)).toBe('only 2 of 3 have it');
    const ends = position('ends', { class: 'boundary', classes: ['boundary'], boundary: 'blank' });
    expect(differenceWords(ends)).toBe('ends (by spaces and punctuation only)');
    expect([counted('span', 1), counted('stance', 2)]).toEqual(['1 span', '2 stances']);
  });
});

describe('readings', () => {
  const line = (field: string, value: string) => ({ field, name: field, value });

  const layers = ['l1', 'l2', 'l3'].map((layerId, index) => ({
    layerId,
    annotatorId: `a${index}`,
    name: ['Cara', 'Ana', 'Ben'][index]!,
  }));

  test('are numbered by how many have them, then by what their layers are called', () => {
    const three = position('three', { versions: [['l2'], ['l3'], ['l1']] });
    const called = new Map([...layers].reverse().map(({ layerId, name }) => [layerId, name]));
    expect(numberedReadings(three, called)).toEqual([['l3'], ['l2'], ['l1']]);
    const most = position('most', { versions: [['l2'], ['l1', 'l3']] });
    expect(numberedReadings(most, called)[0]).toEqual(['l1', 'l3']);
  });

  test('bear letters in place of names, the same each time, in an order of the document’s own', () => {
    const letters = layerNames('d1', layers, true);
    expect([...letters.values()]).toEqual(['A', 'B', 'C']);
    expect(layerNames('d1', [...layers].reverse(), true)).toEqual(letters);
    expect(layerNames('d1', layers, false).get('l1')).toBe('Cara');
    const orders = ['d1', 'd2', 'd3', 'd4', 'd5'].map((id) =>
      shuffled(id, layers)
        .map((one) => one.layerId)
        .join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
    expect([0, 25, 26, 51, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
  });

  test('show once what they have in common, and each what is its own', () => {
    const { common, apart } = sideBySide(
      [
        [[line('label', 'Person'), line('holder', 'Kabul'), line('entity', '–')]],
        [[line('label', 'Place'), line('holder', 'Kabul'), line('attributes.kind', 'name')]],
      ],
      ['label', 'attributes.kind'],
    );
    expect(common).toEqual([line('holder', 'Kabul')]);
    expect(apart[0]![0]!.map(({ value }) => value)).toEqual(['Person', '–']);
    expect(apart[1]![0]!.map(({ value }) => value)).toEqual(['Place', 'name']);
  });

  test('says that what is called alike is another', () => {
    const { apart } = sideBySide(
      [
        [[line('target', 'The truce'), line('label', 'For')]],
        [[line('target', 'The truce'), line('label', 'For')]],
      ],
      ['target'],
    );
    for (const [lines] of apart) expect(lines![0]!.value).toContain('another of this name');
  });
});
