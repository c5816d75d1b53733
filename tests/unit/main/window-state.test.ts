import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SMALLEST, visibleBounds } from '../../../src/main/window-state';

const laptop = { x: 0, y: 0, width: 1440, height: 900 };
const beside = { x: 1440, y: 0, width: 1920, height: 1080 };

describe('where a window stands', () => {
  test('is where it stood, on whichever display', () => {
    const stored = { x: 1500, y: 60, width: 1000, height: 700 };
    expect(visibleBounds(stored, [laptop, beside])).toEqual(stored);
  });

  test('is the middle of the first display when its own is gone', () => {
    const stored = { x: 1500, y: 60, width: 1000, height: 700 };
    expect(visibleBounds(stored, [laptop])).toEqual({ x: 220, y: 100, width: 1000, height: 700 });
  });

  test('is the middle of the first display the first time', () => {
    expect(visibleBounds(null, [laptop])).toEqual({ x: 40, y: 20, width: 1360, height: 860 });
  });

  test('is smaller on a smaller display', () => {
    const stored = { x: 0, y: 0, width: 3000, height: 2000 };
    expect(visibleBounds(stored, [laptop])).toEqual(laptop);
  });

  test('is beside another window, not on it', () => {
    const stored = { x: 100, y: 50, width: 1000, height: 700 };
    const second = visibleBounds(stored, [laptop], [stored]);
    expect(second).toEqual({ x: 132, y: 82, width: 1000, height: 700 });
    expect(visibleBounds(stored, [laptop], [stored, second])).toMatchObject({ x: 164, y: 114 });
  });

  test('can be reached by the mouse, whatever was stored', () => {
    const place = fc.integer({ min: -100_000, max: 100_000 });
    const size = fc.integer({ min: 1, max: 20_000 });
    const area = fc.record({
      x: place,
      y: place,
      width: fc.integer({ min: 800, max: 8000 }),
      height: fc.integer({ min: 600, max: 5000 }),
    });
    const bounds = fc.option(fc.record({ x: place, y: place, width: size, height: size }));
    fc.assert(
      fc.property(bounds, fc.array(area, { minLength: 1, maxLength: 4 }), (stored, areas) => {
        const { x, y, width, height } = visibleBounds(stored, areas);
        expect(width).toBeGreaterThanOrEqual(SMALLEST.width);
        expect(height).toBeGreaterThanOrEqual(SMALLEST.height);
        const reachable = areas.some(
          (one) =>
            x + width >= one.x + 100 && x <= one.x + one.width - 100 && y >= one.y && y < one.y + one.height,
        );
        expect(reachable).toBe(true);
      }),
    );
  });
});
