import type { ScriptGroup } from '@core/text/script-group';
import { samples } from './fonts';

/** How far the letters of a font reach from the baseline, as parts of the font's size. */
export interface Reach {
  up: number;
  down: number;
}

/** Between the lowest letters and the underline nearest to them, in CSS pixels. */
const CLEAR = 1;
/** Room for two lanes of underlines between one line and the next, in CSS pixels. */
const LANES = 9;

const SIZE = 200;
const context = document.createElement('canvas').getContext('2d');
const everything = Object.values(samples).join(' ');

function measured(font: string, text: string): TextMetrics | null {
  if (!context) return null;
  context.font = `${SIZE}px ${font}`;
  return context.measureText(text);
}

/** How far the letters that a group of scripts needs reach in a font, as it is loaded now. */
export function reachOf(stack: string, group: ScriptGroup): Reach {
  const metrics = measured(stack, samples[group]);
  if (!metrics) return { up: 0.8, down: 0.25 };
  return { up: metrics.actualBoundingBoxAscent / SIZE, down: metrics.actualBoundingBoxDescent / SIZE };
}

/** Has this computer a font of that name? */
export function isInstalled(name: string): boolean {
  const family = `"${name.replace(/["\\]/g, '')}"`;
  return ['serif', 'monospace'].some(
    (generic) =>
      measured(`${family}, ${generic}`, everything)?.width !== measured(generic, everything)?.width,
  );
}

/** The smallest distance of lines, as part of the font's size, at which nothing lies on anything. */
export function leastLine({ up, down }: Reach, size: number): number {
  return up + down + (CLEAR + LANES) / size;
}

/** From the baseline to the first underline: below the lowest letters. A CSS length. */
export function markDrop({ down }: Reach): string {
  return `calc(${down.toFixed(3)}em + ${CLEAR}px)`;
}
