import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Box,
  GAP_FIRST,
  GAP_LANES,
  GAP_PITCH,
  type Join,
  type Point,
  pathOf,
  routeArcs,
} from '../../../src/renderer/editor/arcs/route';

const field = { left: 100, right: 700, top: 0, bottom: 1000, lift: 0 };
const LINE = 30;
/** How far the highest of the lanes over a line runs from its text. */
const ROOM = GAP_FIRST + (GAP_LANES - 1) * GAP_PITCH;

const box: fc.Arbitrary<Box> = fc
  .record({
    line: fc.nat({ max: 30 }),
    left: fc.integer({ min: 100, max: 640 }),
    width: fc.integer({ min: 8, max: 60 }),
  })
  .map(({ line, left, width }) => ({ left, right: left + width, top: 20 + line * LINE }));

const joins: fc.Arbitrary<Join[]> = fc
  .array(fc.record({ from: box, to: fc.oneof(box, fc.constantFrom('above' as const, 'below' as const)) }), {
    maxLength: 50,
  })
  .map((list) => list.map((join, index) => ({ id: String(index), bundle: String(index % 7), ...join })));

function segments(points: readonly Point[]): [Point, Point][] {
  return points.slice(1).map((point, index) => [points[index]!, point]);
}

describe('routes of arcs', () => {
  test('begin and end at the tops of their spans, run level or upright, and stay out of the text', () => {
    fc.assert(
      fc.property(joins, (list) => {
        for (const [index, { id, points }] of routeArcs(list, field).entries()) {
          const { from, to } = list[index]!;
          expect(id).toBe(list[index]!.id);
          const [start, end] = [points[0]!, points.at(-1)!];
          expect(start.y).toBe(from.top);
          expect(start.x).toBeGreaterThan(from.left);
          expect(start.x).toBeLessThan(from.right);
          if (typeof to === 'string') expect(end.y).toBe(to === 'above' ? field.top : field.bottom);
          else {
            expect(end.y).toBe(to.top);
            expect(end.x).toBeGreaterThan(to.left);
            expect(end.x).toBeLessThan(to.right);
          }
          for (const [a, b] of segments(points)) {
            expect(a.x === b.x || a.y === b.y).toBe(true);
            // Upright stretches longer than the room over a line run beside the text.
            if (a.x === b.x && Math.abs(a.y - b.y) > ROOM)
              expect(a.x < field.left || a.x > field.right).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('that run side by side have lanes of their own while there are any', () => {
    const at = (left: number, line: number) => ({ left, right: left + 40, top: 20 + line * LINE });
    const three = [0, 1, 2].map((index) => ({
      id: String(index),
      bundle: String(index),
      from: at(120, 0),
      to: at(140, 5 + index),
    }));
    const gutters = routeArcs(three, field).map(({ points }) => points[2]!.x);
    expect(new Set(gutters).size).toBe(3);
    const level = routeArcs(
      [
        { id: 'a', bundle: 'a', from: at(120, 0), to: at(300, 0) },
        { id: 'b', bundle: 'b', from: at(200, 0), to: at(400, 0) },
      ],
      field,
    ).map(({ points }) => points[1]!.y);
    expect(new Set(level).size).toBe(2);
  });

  test('of a bundle run together and end in one point', () => {
    const at = (left: number, line: number) => ({ left, right: left + 40, top: 20 + line * LINE });
    const end = at(140, 9);
    const [first, second, other] = routeArcs(
      [
        { id: '1', bundle: 'same', from: at(120, 0), to: end },
        { id: '2', bundle: 'same', from: at(160, 2), to: end },
        { id: '3', bundle: 'other', from: at(200, 4), to: end },
      ],
      field,
    );
    expect(first!.points.slice(-3)).toEqual(second!.points.slice(-3));
    expect(other!.points.at(-1)).not.toEqual(first!.points.at(-1));
    expect(other!.points[2]!.x).not.toBe(first!.points[2]!.x);
  });

  test('pass over the names that stand on a line', () => {
    const at = (left: number) => ({ left, right: left + 40, top: 200 });
    const join = { id: '1', bundle: '1', from: at(120), to: at(300) };
    const [low] = routeArcs([join], field);
    const [high] = routeArcs([join], { ...field, lift: 19 });
    expect(low!.points[1]!.y - high!.points[1]!.y).toBe(19);
  });
});

test('a path has rounded corners that never reach beyond the middle of a stretch', () => {
  const path = pathOf([
    { x: 0, y: 10 },
    { x: 0, y: 8 },
    { x: 20, y: 8 },
  ]);
  expect(path).toBe('M0 10L0 9Q0 8 3 8L20 8');
});
