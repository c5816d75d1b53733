import { z } from 'zod';

export const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
export type Rectangle = z.infer<typeof Rectangle>;

/** Where a window stood when it was last closed. */
export const WindowState = z.object({
  bounds: Rectangle.nullable(),
  maximized: z.boolean(),
  zoomLevel: z.number().min(-8).max(9),
});
export type WindowState = z.infer<typeof WindowState>;

export const defaultWindowState: WindowState = { bounds: null, maximized: false, zoomLevel: 0 };

export const SMALLEST = { width: 720, height: 480 };
const PREFERRED = { width: 1360, height: 860 };
/** So much of a window must lie on a display, that it can be seen and dragged. */
const VISIBLE = 100;

/**
 * Bounds that a person can see and reach: the stored ones where enough of them lies on a display
 * that is there now, else the preferred size in the middle of the first display.
 * @param workAreas the usable parts of the displays, in screen coordinates
 */
export function visibleBounds(stored: Rectangle | null, workAreas: readonly Rectangle[]): Rectangle {
  const home = workAreas.find((area) => stored && overlap(stored, area)) ?? workAreas[0];
  if (!home) return { x: 0, y: 0, ...PREFERRED };
  const wanted = stored ?? PREFERRED;
  const width = Math.min(Math.max(wanted.width, SMALLEST.width), Math.max(home.width, SMALLEST.width));
  const height = Math.min(Math.max(wanted.height, SMALLEST.height), Math.max(home.height, SMALLEST.height));
  if (stored && overlap(stored, home)) {
    return {
      x: clamp(stored.x, home.x - width + VISIBLE, home.x + home.width - VISIBLE),
      y: clamp(stored.y, home.y, home.y + home.height - VISIBLE),
      width,
      height,
    };
  }
  return {
    x: home.x + Math.max(0, Math.floor((home.width - width) / 2)),
    y: home.y + Math.max(0, Math.floor((home.height - height) / 2)),
    width,
    height,
  };
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width >= VISIBLE && height >= VISIBLE / 2;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
