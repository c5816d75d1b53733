import type { GammaUnit } from './dissimilarity';

/**
 * A random continuum like a given one (the shuffling of Mathet et al. 2015, 5.2): each annotator takes
 * the units of one of the real annotators, moved round the continuum by a random distance of their
 * own, so that the order and lengths of units stay and their places mean nothing.
 */
export function shuffled(
  units: readonly GammaUnit[],
  annotators: number,
  bounds: { start: number; end: number },
  random: () => number,
): GammaUnit[] {
  const byAnnotator = Array.from({ length: annotators }, (_, annotator) =>
    units.filter((unit) => unit.annotator === annotator),
  );
  const length = bounds.end - bounds.start;
  const mean = units.reduce((total, { start, end }) => total + end - start, 0) / units.length;
  const pivots: number[] = [];
  return byAnnotator.flatMap((_, annotator) => {
    const source = byAnnotator[Math.floor(random() * annotators)]!;
    const pivot = pivotOf(random, length, pivots, mean / 2);
    pivots.push(pivot);
    return source.map((unit) => {
      const back = unit.start + pivot > bounds.end ? length : 0;
      return { ...unit, annotator, start: unit.start + pivot - back, end: unit.end + pivot - back };
    });
  });
}

/** A distance that is not too near to those taken, where there is room for one. */
function pivotOf(random: () => number, length: number, taken: readonly number[], apart: number): number {
  let pivot = random() * length;
  for (let attempt = 0; attempt < 50; attempt++) {
    if (taken.every((other) => Math.abs(other - pivot) >= apart)) break;
    pivot = random() * length;
  }
  return pivot;
}
