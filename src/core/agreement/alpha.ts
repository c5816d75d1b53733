import { corrected, type Measure, reasons, without } from './measure';

export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** An agreement with what it was computed from. */
export interface AlphaResult {
  measure: Measure;
  /** Units with at least two values. */
  units: number;
  /** Units with fewer, which cannot be compared. */
  leftOut: number;
}

/**
 * Krippendorff's alpha (Krippendorff 2011, 'Computing Krippendorff's Alpha-Reliability'): values of
 * each unit by annotator, null where one is missing. For any number of annotators; units with
 * fewer than two values are left out and counted.
 */
export function krippendorffAlpha(units: readonly (readonly (number | null)[])[], level: Level): AlphaResult {
  const pairable = units
    .map((unit) => unit.filter((value) => value !== null))
    .filter((unit) => unit.length > 1);
  const result = { units: pairable.length, leftOut: units.length - pairable.length };
  const values = [...new Set(pairable.flat())].sort((a, b) => a - b);
  if (pairable.length === 0) return { ...result, measure: without(reasons.nothing) };
  const place = new Map(values.map((value, index) => [value, index]));
  const coincidences = values.map(() => values.map(() => 0));
  for (const unit of pairable) {
    for (const [i, first] of unit.entries())
      for (const [j, second] of unit.entries())
        if (i !== j) coincidences[place.get(first)!]![place.get(second)!]! += 1 / (unit.length - 1);
  }
  const margins = coincidences.map((row) => row.reduce((total, count) => total + count, 0));
  const total = margins.reduce((sum, margin) => sum + margin, 0);
  const distance = distances(level, values, margins);
  let observed = 0;
  let expected = 0;
  for (const [i, row] of coincidences.entries()) {
    for (const [j, count] of row.entries()) {
      const squared = distance(i, j);
      observed += count * squared;
      expected += (margins[i]! * margins[j]! * squared) / (total - 1);
    }
  }
  return { ...result, measure: corrected(observed, expected, reasons.oneValue) };
}

/** The squared difference of the values at two places, by the level of measurement. */
function distances(level: Level, values: readonly number[], margins: readonly number[]) {
  return (i: number, j: number): number => {
    if (i === j) return 0;
    const [first, second] = [values[i]!, values[j]!];
    if (level === 'nominal') return 1;
    if (level === 'interval') return (first - second) ** 2;
    if (level === 'ratio') return first + second === 0 ? 0 : ((first - second) / (first + second)) ** 2;
    const [low, high] = i < j ? [i, j] : [j, i];
    const between = margins.slice(low, high + 1).reduce((sum, margin) => sum + margin, 0);
    return (between - (margins[low]! + margins[high]!) / 2) ** 2;
  };
}

/**
 * Nominal alpha from sums: `disagreement` is the sum over units of ordered pairs of unlike values,
 * each unit's divided by its values less one; `margins` are the values by kind.
 */
export function alphaFromMargins(disagreement: number, margins: readonly number[]): Measure {
  const total = margins.reduce((sum, margin) => sum + margin, 0);
  if (total === 0) return without(reasons.nothing);
  const unlike = total ** 2 - margins.reduce((sum, margin) => sum + margin ** 2, 0);
  if (unlike <= total ** 2 * 1e-12) return without(reasons.oneValue);
  return corrected(disagreement * (total - 1), unlike, reasons.oneValue);
}
