import type { Fragments } from '../model/fragment';
import { sharedPart } from './spans';

/** A stance as far as agreement looks at it; holder and target name the same thing the same way in all layers. */
export interface ComparedStance {
  id: string;
  evidence: Fragments;
  holder: string;
  target: string;
}

export interface StancePair {
  first: number;
  second: number;
}

/**
 * Which stance of the one annotator stands for which of the other, within a document. Two may be the
 * same when their evidence shares text, or when one of them has no evidence and both holder and
 * target are the same. Those are paired one to one by the common share of their evidence plus half
 * a point each for the same holder and the same target, the most alike first; ties go by order.
 */
export function pairStances(
  first: readonly ComparedStance[],
  second: readonly ComparedStance[],
): StancePair[] {
  const ranked: (StancePair & { weight: number })[] = [];
  for (const [i, one] of first.entries()) {
    for (const [j, two] of second.entries()) {
      const shared = sharedPart(one.evidence, two.evidence);
      const sameHolder = one.holder === two.holder;
      const sameTarget = one.target === two.target;
      const lacksEvidence = one.evidence.length === 0 || two.evidence.length === 0;
      if (shared === 0 && !(lacksEvidence && sameHolder && sameTarget)) continue;
      ranked.push({ first: i, second: j, weight: shared + (sameHolder ? 0.5 : 0) + (sameTarget ? 0.5 : 0) });
    }
  }
  ranked.sort((a, b) => b.weight - a.weight || a.first - b.first || a.second - b.second);
  const [takenFirst, takenSecond] = [new Set<number>(), new Set<number>()];
  const pairs: StancePair[] = [];
  for (const { first: i, second: j } of ranked) {
    if (takenFirst.has(i) || takenSecond.has(j)) continue;
    takenFirst.add(i);
    takenSecond.add(j);
    pairs.push({ first: i, second: j });
  }
  return pairs.sort((a, b) => a.first - b.first);
}
