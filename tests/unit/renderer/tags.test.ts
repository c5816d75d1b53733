import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { colourRows } from '../../../src/renderer/editor/overview/buckets';
import { placeInRows } from '../../../src/renderer/editor/tags/rows';
import { polaritySign } from '../../../src/renderer/stance/signs';

describe('names over a line', () => {
  const LEAST = 20;
  const wishes = fc
    .array(fc.record({ x: fc.nat({ max: 300 }), width: fc.integer({ min: 20, max: 120 }) }), {
      maxLength: 20,
    })
    .map((list) => list.sort((a, b) => a.x - b.x));

  test('never cover each other, keep a least width, and none is lost: it stands or is counted', () => {
    fc.assert(
      fc.property(wishes, fc.integer({ min: 1, max: 3 }), (list, rows) => {
        const placed = placeInRows(list, rows, LEAST);
        for (const [index, one] of placed.entries()) {
          if (!one) continue;
          expect(one.row).toBeLessThan(rows);
          expect(one.width).toBeGreaterThanOrEqual(LEAST);
          expect(one.width).toBeLessThanOrEqual(list[index]!.width);
          for (const [other, two] of placed.entries()) {
            if (!two || other <= index || two.row !== one.row) continue;
            expect(list[other]!.x).toBeGreaterThanOrEqual(list[index]!.x + one.width);
          }
        }
        const counted = placed.reduce((sum, one) => sum + (one ? 1 + one.more : 0), 0);
        expect(counted).toBe(list.length);
      }),
    );
  });

  test('use the second row before any is cut short', () => {
    expect(
      placeInRows(
        [
          { x: 0, width: 100 },
          { x: 30, width: 50 },
          { x: 60, width: 50 },
        ],
        2,
        LEAST,
      ),
    ).toEqual([
      { row: 0, width: 60, more: 0 },
      { row: 1, width: 50, more: 0 },
      { row: 0, width: 50, more: 0 },
    ]);
  });
});

test('the overview has every spot in the rows that it covers, and in no other', () => {
  const spots = fc
    .array(
      fc.record({
        start: fc.nat({ max: 99 }),
        length: fc.integer({ min: 1, max: 60 }),
        colour: fc.constantFrom('a', 'b', 'c'),
      }),
      { maxLength: 30 },
    )
    .map((list) =>
      list
        .map(({ start, length, colour }) => ({ start, end: start + length, colour }))
        .sort((a, b) => a.start - b.start),
    );
  const edges = fc
    .uniqueArray(fc.integer({ min: 1, max: 159 }), { maxLength: 20 })
    .map((inner) => [0, ...inner.sort((a, b) => a - b), 160]);
  fc.assert(
    fc.property(spots, edges, (list, bounds) => {
      const rows = colourRows(list, bounds);
      for (const [row, colours] of rows.entries()) {
        const inRow = list.filter(({ start, end }) => start < bounds[row + 1]! && end > bounds[row]!);
        expect(new Set(colours)).toEqual(new Set(inRow.map(({ colour }) => colour)));
        expect(colours.length).toBe(new Set(colours).size);
      }
    }),
  );
});

test('every polarity has a sign, those of other schemas their first letter', () => {
  expect(['favor', 'against', 'neutral'].map((id) => polaritySign(id, id))).toEqual(['+', '−', '○']);
  expect(polaritySign('hopeful', 'hopeful')).toBe('H');
});
