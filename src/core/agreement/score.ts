import { defined, type Measure, ratio, reasons, without } from './measure';

/** Spans of two annotators, and how many of them match one to one. */
export interface MatchCount {
  first: number;
  second: number;
  matched: number;
}

export interface Score {
  /** The share of the second annotator's spans that the first has, taking the first as the reference. */
  precision: Measure;
  /** The share of the first annotator's spans that the second has. */
  recall: Measure;
  /** Their harmonic mean, the same in both directions. */
  f1: Measure;
}

/**
 * Precision, recall and F1 of two annotators' spans. Without a countable set of negatives F1 is what
 * kappa tends to (Hripcsak & Rothschild 2005).
 */
export function scoreOf({ first, second, matched }: MatchCount): Score {
  return {
    precision: ratio(matched, second, 'the second annotator has no spans'),
    recall: ratio(matched, first, 'the first annotator has no spans'),
    f1: f1Of(matched, first + second),
  };
}

/** F1 of matches among the spans of both annotators. */
export function f1Of(matched: number, both: number): Measure {
  return both > 0 ? defined((2 * matched) / both) : without(reasons.noSpans);
}
