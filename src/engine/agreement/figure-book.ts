import type { Estimate } from '@contract/agreement';
import type { Interval } from '@core/agreement/bootstrap';
import type { NamedFigure } from '@core/agreement/figures';

/** Figures of a group by name, once the book is settled. */
export type Entered<Name extends string> = () => Record<Name, Estimate>;

/** Gathers figures, so that the intervals of all come from the same resamples. */
export class FigureBook {
  readonly figures: NamedFigure[] = [];
  #total: Float64Array | null = null;
  #intervals: readonly (Interval | null)[] = [];

  enter<Name extends string>(group: readonly NamedFigure<Name>[]): Entered<Name> {
    const from = this.figures.length;
    this.figures.push(...group);
    return () =>
      Object.fromEntries(
        group.map(({ name, figure }, index) => {
          const measure = figure(this.#total!);
          return [
            name,
            { measure, interval: measure.defined ? (this.#intervals[from + index] ?? null) : null },
          ];
        }),
      ) as Record<Name, Estimate>;
  }

  settle(total: Float64Array, intervals: readonly (Interval | null)[]): void {
    this.#total = total;
    this.#intervals = intervals;
  }
}
