import { z } from 'zod';
import { seededRandom } from './random';

/** Between which values a figure lies in so many of a hundred resamples. */
export const Interval = z.strictObject({
  low: z.number(),
  high: z.number(),
  /** Resamples in which the figure is defined. */
  replicates: z.int().min(1),
});
export type Interval = z.infer<typeof Interval>;

/**
 * How often each of `count` things is drawn when as many are drawn with replacement (Efron 1979).
 * Things of one replicate follow from the seed alone.
 */
export function* resamples(count: number, replicates: number, seed: number): Generator<Uint16Array> {
  const random = seededRandom(seed);
  const drawn = new Uint16Array(count);
  for (let replicate = 0; replicate < replicates; replicate++) {
    drawn.fill(0);
    for (let draw = 0; draw < count; draw++) drawn[Math.floor(random() * count)]!++;
    yield drawn;
  }
}

/** The percentile interval that holds `share` of the values; null where there are none. */
export function percentileInterval(values: readonly number[], share = 0.95): Interval | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const at = (part: number) => {
    const place = part * (sorted.length - 1);
    const below = Math.floor(place);
    const low = sorted[below]!;
    return low + (place - below) * ((sorted[below + 1] ?? low) - low);
  };
  return { low: at((1 - share) / 2), high: at((1 + share) / 2), replicates: values.length };
}
