import { corrected, type Measure, ratio, reasons, without } from './measure';

/** Counts by the first annotator's value (row) and the second's (column); square. */
export type Confusion = readonly (readonly number[])[];

/** How much it counts that values differ: not at all or wholly, by their distance, by its square. */
export type Weighting = 'none' | 'linear' | 'quadratic';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The share of units to which both annotators gave the same value. */
export function observedAgreement(matrix: Confusion): Measure {
  const agreed = sum(matrix.map((row, at) => row[at]!));
  return ratio(agreed, sum(matrix.map(sum)), reasons.nothing);
}

/**
 * Cohen's kappa of two annotators (Cohen 1960), and weighted kappa (Cohen 1968) with values in the
 * order of the matrix: 1 − Σ w·observed ⁄ Σ w·expected, where w is the weight of a disagreement.
 */
export function cohenKappa(matrix: Confusion, weighting: Weighting = 'none'): Measure {
  const rows = matrix.map(sum);
  const columns = matrix.map((_, column) => sum(matrix.map((row) => row[column]!)));
  const total = sum(rows);
  if (total === 0) return without(reasons.nothing);
  let observed = 0;
  let expected = 0;
  for (const [i, row] of matrix.entries()) {
    for (const [j, count] of row.entries()) {
      const distance = Math.abs(i - j);
      const weight =
        weighting === 'quadratic' ? distance ** 2 : weighting === 'linear' ? distance : +(i !== j);
      observed += (weight * count) / total;
      expected += (weight * rows[i]! * columns[j]!) / total ** 2;
    }
  }
  return corrected(observed, expected, reasons.oneValue);
}

/** Cohen's kappa from sums alone: units in all, agreed units, and each annotator's units by value. */
export function kappaFromMargins(
  total: number,
  agreed: number,
  margins: readonly (readonly [first: number, second: number])[],
): Measure {
  if (total === 0) return without(reasons.nothing);
  const chance = sum(margins.map(([first, second]) => first * second)) / total ** 2;
  // One value used by both makes chance certain, up to rounding.
  return 1 - chance < 1e-12
    ? without(reasons.oneValue)
    : corrected(1 - agreed / total, 1 - chance, reasons.oneValue);
}
