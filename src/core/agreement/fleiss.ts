import { corrected, type Measure, reasons, without } from './measure';

/**
 * Fleiss' kappa (Fleiss 1971): how many raters gave each unit (row) each value (column). Units
 * with another number of raters than the first are not allowed.
 * @throws RangeError when they are
 */
export function fleissKappa(units: readonly (readonly number[])[]): Measure {
  const raters = units[0]?.reduce((total, count) => total + count, 0) ?? 0;
  if (units.length === 0) return without(reasons.nothing);
  if (raters < 2) return without(reasons.oneAnnotator);
  const margins = units[0]!.map(() => 0);
  let agreement = 0;
  for (const counts of units) {
    if (counts.reduce((total, count) => total + count, 0) !== raters)
      throw new RangeError('Each unit needs the same number of raters');
    for (const [value, count] of counts.entries()) {
      margins[value]! += count;
      agreement += (count * (count - 1)) / (raters * (raters - 1));
    }
  }
  return fleissFromMargins(units.length, agreement, margins);
}

/** The same from sums: units, the sum of their agreements, and ratings by value. */
export function fleissFromMargins(units: number, agreement: number, margins: readonly number[]): Measure {
  if (units === 0) return without(reasons.nothing);
  const ratings = margins.reduce((total, margin) => total + margin, 0);
  const chance = margins.reduce((total, margin) => total + (margin / ratings) ** 2, 0);
  return 1 - chance < 1e-12
    ? without(reasons.oneValue)
    : corrected(1 - agreement / units, 1 - chance, reasons.oneValue);
}
