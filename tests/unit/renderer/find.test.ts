import type { SpanAnnotation } from '@core/model/annotation';
import { surroundings } from '@core/text/surroundings';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Names } from '../../../src/renderer/data/names';
import { labelTable } from '../../../src/renderer/find/label-table';
import { labelParts, type SearchOptions } from '../../../src/renderer/find/messages';
import { finderFor, inLabels, inText } from '../../../src/renderer/find/search-in';
import { firstFrom } from '../../../src/renderer/find/state';
import { anyText } from '../../support/arbitrary';

const options: SearchOptions = {
  where: 'labels',
  wholeWord: false,
  matchCase: false,
  regularExpression: false,
  fold: true,
};

const names = {
  type: (id: string) => ({ place: 'Place', person: 'Person' })[id] ?? id,
  entity: (id: string) => `Entity ${id}`,
} as Names;

function annotation(
  typeId: string,
  fragments: [number, number][],
  more: Partial<SpanAnnotation> = {},
): SpanAnnotation {
  return {
    id: 'id',
    layerId: 'layer',
    documentId: 'document',
    typeId,
    fragments: fragments.map(([start, end]) => ({ start, end })),
    attributes: {},
    note: '',
    entityId: null,
    origin: 'human',
    ...more,
  };
}

describe('finding in labels', () => {
  const text = 'Kabul and Islamabad, كابل';
  const table = labelTable(
    [
      annotation('place', [[0, 5]]),
      annotation('person', [[10, 19]], { note: 'seen in Kabul', entityId: 'K' }),
      annotation('place', [
        [0, 5],
        [21, 25],
      ]),
    ],
    names,
  );
  const found = (query: string, more: Partial<SearchOptions> = {}) => {
    const find = finderFor(query, { ...options, ...more });
    return find ? [...inLabels(find, table, text)].map(([at, part]) => [at, labelParts[part]]) : [];
  };

  test('tells each annotation once, with the first part that it was found in', () => {
    expect(found('place')).toEqual([
      [0, 'label'],
      [2, 'label'],
    ]);
    expect(found('kabul')).toEqual([
      [0, 'quote'],
      [1, 'note'],
      [2, 'quote'],
    ]);
    expect(found('entity k')).toEqual([[1, 'entity']]);
    expect(found('کابل')).toEqual([[2, 'quote']]);
    expect(found('nothing')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  test('takes regular expressions, and the same switches as the text', () => {
    expect(found('^p', { regularExpression: true }).map(([at]) => at)).toEqual([0, 1, 2]);
    expect(found('kabul', { matchCase: true })).toEqual([]);
    expect(found('Kab', { wholeWord: true })).toEqual([]);
  });
});

test('hits in the text come as pairs of offsets', () => {
  const find = finderFor('talks', options)!;
  expect([...inText(find, 'Talks and talks')]).toEqual([
    [0, 5],
    [10, 15],
  ]);
});

test('the first hit from an offset on is found by halving', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(60), (starts, offset) => {
      const hits = starts.sort((a, b) => a - b).map((start) => ({ start, end: start + 1 }));
      const expected = hits.findIndex(({ start }) => start >= offset);
      expect(firstFrom(hits, offset)).toBe(expected < 0 ? hits.length : expected);
    }),
  );
});

describe('what stands around a hit', () => {
  test('is of its line, in one line', () => {
    expect(surroundings('before\nthe peace\ttalks failed\nafter', { start: 11, end: 22 })).toEqual({
      before: 'the ',
      quote: 'peace talks',
      after: ' failed',
    });
    const far = surroundings(`${'word '.repeat(30)}HIT${' word'.repeat(60)}`, { start: 150, end: 153 });
    expect(far.before).toMatch(/^…(word ){6,8}$/);
    expect(far.after.length).toBeLessThan(130);
  });

  test('holds the hit itself in any text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const around = surroundings(text, { start, end });
        expect(around.quote).toBe(text.slice(start, end).replace(/\s+/gu, ' '));
        expect(around.before + around.quote + around.after).not.toContain('\n');
      }),
    );
  });
});
