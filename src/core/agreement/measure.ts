import { z } from 'zod';

/** A figure of agreement, or why there is none: an undefined one is never printed as a number. */
export const Measure = z.discriminatedUnion('defined', [
  z.strictObject({ defined: z.literal(true), value: z.number() }),
  z.strictObject({ defined: z.literal(false), reason: z.string() }),
]);
export type Measure = z.infer<typeof Measure>;

export const defined = (value: number): Measure => ({ defined: true, value });
export const without = (reason: string): Measure => ({ defined: false, reason });

/** A quotient, or the reason where the divisor is nought. */
export function ratio(part: number, whole: number, reason: string): Measure {
  return whole > 0 ? defined(part / whole) : without(reason);
}

/** Chance-corrected agreement 1 − observed ⁄ expected disagreement; undefined where chance cannot disagree. */
export function corrected(observed: number, expected: number, reason: string): Measure {
  return expected > 0 ? defined(1 - observed / expected) : without(reason);
}

export const reasons = {
  nothing: 'nothing to compare',
  oneValue: 'only one value is used, so chance agreement is complete',
  noSpans: 'no spans on either side',
  oneAnnotator: 'needs two annotators',
  oneDocument: 'an interval needs at least two documents',
  unequalRaters: 'no document was done by all of the annotators',
} as const;
