import { z } from 'zod';

const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
export type Rectangle = z.infer<typeof Rectangle>;

/** Where a window stood when it was last closed, in screen coordinates. */
export const WindowState = z.object({
  bounds: Rectangle.nullable(),
  maximized: z.boolean(),
  /** Chromium's zoom level: 0 is actual size, each step a factor of 1.2. */
  zoomLevel: z.number().min(-8).max(9),
});
export type WindowState = z.infer<typeof WindowState>;

export const defaultWindowState: WindowState = { bounds: null, maximized: false, zoomLevel: 0 };

export const SMALLEST = { width: 720, height: 480 };
const PREFERRED = { width: 1360, height: 860 };
/** So much of a window must lie on a display, that it can be seen and dragged. */
const VISIBLE = 100;
/** How far a window stands off another at the same place. */
const CASCADE = 32;

/**
 * Bounds that a person can see and reach: the stored ones, moved onto the display on which most
 * of them lies; where that is too little, the same size in the middle of the first display.
 * @param workAreas the usable parts of the displays, in screen coordinates, the first display first
 * @param others bounds of the windows that are open, none of which is to be covered exactly
 */
export function visibleBounds(
  stored: Rectangle | null,
  workAreas: readonly Rectangle[],
  others: readonly Rectangle[] = [],
): Rectangle {
  const home = workAreas.find((area) => stored && isReachable(stored, area));
  const area = home ?? workAreas[0];
  if (!area) return { x: 0, y: 0, ...PREFERRED };
  const best = stored && home ? mostCovered(stored, workAreas) : area;
  const wanted = stored ?? PREFERRED;
  const width = clamp(wanted.width, SMALLEST.width, Math.max(best.width, SMALLEST.width));
  const height = clamp(wanted.height, SMALLEST.height, Math.max(best.height, SMALLEST.height));
  const placed = { ...(stored && home ? stored : middle(best, width, height)), width, height };
  while (others.some((other) => other.x === placed.x && other.y === placed.y)) {
    placed.x += CASCADE;
    placed.y += CASCADE;
  }
  return {
    ...placed,
    x: clamp(placed.x, best.x - width + VISIBLE, best.x + best.width - VISIBLE),
    y: clamp(placed.y, best.y, best.y + best.height - VISIBLE),
  };
}

function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  const { width, height } = overlap(bounds, area);
  return width >= VISIBLE && height >= VISIBLE / 2;
}

function mostCovered(bounds: Rectangle, areas: readonly Rectangle[]): Rectangle {
  const covered = (area: Rectangle) => {
    const { width, height } = overlap(bounds, area);
    return Math.max(0, width) * Math.max(0, height);
  };
  return areas.reduce((best, area) => (covered(area) > covered(best) ? area : best));
}

function overlap(a: Rectangle, b: Rectangle): { width: number; height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  };
}

function middle(area: Rectangle, width: number, height: number): { x: number; y: number } {
  return {
    x: area.x + Math.max(0, Math.floor((area.width - width) / 2)),
    y: area.y + Math.max(0, Math.floor((area.height - height) / 2)),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
