import { type Interval, percentileInterval, resamples } from './bootstrap';
import type { NamedFigure } from './figures';
import type { Sums } from './sums';

/** Additions that all resamples together may cost. */
const BUDGET = 250_000_000;
const FEWEST = 100;

/** How many resamples can be had of so many documents: as many as asked for, fewer where they are many. */
export function affordableReplicates(sums: Sums, wanted: number): number {
  if (sums.documents < 2) return 0;
  return Math.min(wanted, Math.max(FEWEST, Math.floor(BUDGET / Math.max(1, sums.entries))));
}

/**
 * Bootstrap intervals (95 %, percentiles) of many figures at once, with documents as what is drawn:
 * positions and spans of one document depend on each other. Yields after each resample.
 */
export function* bootstrapIntervals(
  sums: Sums,
  figures: readonly NamedFigure[],
  replicates: number,
  seed: number,
): Generator<number, (Interval | null)[]> {
  const values: number[][] = figures.map(() => []);
  let done = 0;
  for (const drawn of resamples(sums.documents, replicates, seed)) {
    const amounts = sums.drawn(drawn);
    for (const [index, { figure }] of figures.entries()) {
      const measure = figure(amounts);
      if (measure.defined) values[index]!.push(measure.value);
    }
    yield ++done;
  }
  return values.map((list) => percentileInterval(list));
}
