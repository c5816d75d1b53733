/** A unit of a continuum: a stretch with a category. */
export interface GammaUnit {
  annotator: number;
  category: string;
  start: number;
  end: number;
}

export interface GammaWeights {
  /** How much position counts (α). */
  positional: number;
  /** How much category counts (β). */
  categorical: number;
}

/** The dissimilarity of a unit with none (Δ∅): the measure of all others. */
export const EMPTY = 1;

/** Squared sum of the distances of both ends, in the lengths of the two units (Mathet et al. 2015, 4.3.1). */
export function positionalDissimilarity(first: GammaUnit, second: GammaUnit): number {
  const apart = Math.abs(first.start - second.start) + Math.abs(first.end - second.end);
  return (apart / (first.end - first.start + second.end - second.start)) ** 2 * EMPTY;
}

export function categoricalDissimilarity(first: GammaUnit, second: GammaUnit): number {
  return first.category === second.category ? 0 : EMPTY;
}
