import type { Fragment } from '../model/fragment';
import { corrected, type Measure, reasons } from './measure';

/** Disagreements of one category; they add up over categories and over documents. */
export interface UnitisingTerms {
  observed: number;
  expected: number;
}

/** A stretch of the continuum that an annotator marked, or left blank. */
interface Section {
  start: number;
  length: number;
  isUnit: boolean;
}

/** Overlapping stretches joined, in order; the form knows no overlap within a category. */
export function disjointUnits(units: readonly Fragment[]): { units: Fragment[]; joined: number } {
  const result: Fragment[] = [];
  for (const { start, end } of [...units].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return { units: result, joined: units.length - result.length };
}

/**
 * Observed and expected disagreement of Krippendorff's alpha for unitising, in its form of 1995 and
 * 2004 ('Measuring the reliability of qualitative text analysis data', Quality & Quantity 38), for
 * one category on one continuum.
 * @param annotators the units of each, in order and without overlap, in the unit of `length`
 * @param begin where the continuum begins
 */
export function unitisingTerms(
  annotators: readonly (readonly Fragment[])[],
  length: number,
  begin = 0,
): UnitisingTerms {
  const count = annotators.length;
  const all = annotators.map((units) => sectionsOf(units, begin, length));
  let observed = 0;
  for (let i = 0; i < count; i++)
    for (let j = i + 1; j < count; j++) observed += 2 * differences(all[i]!, all[j]!);
  return {
    observed: observed / (count * (count - 1) * length ** 2),
    expected: chance(all.flat(), count, length),
  };
}

/** 1 − observed ⁄ expected disagreement, of one category or of the sums over several. */
export function unitisingAlpha(terms: readonly UnitisingTerms[]): Measure {
  let observed = 0;
  let expected = 0;
  for (const term of terms) {
    observed += term.observed;
    expected += term.expected;
  }
  return corrected(observed, expected, reasons.noSpans);
}

function sectionsOf(units: readonly Fragment[], begin: number, length: number): Section[] {
  const sections: Section[] = [];
  let at = begin;
  for (const { start, end } of units) {
    if (start > at) sections.push({ start: at, length: start - at, isUnit: false });
    sections.push({ start, length: end - start, isUnit: true });
    at = end;
  }
  if (at < begin + length) sections.push({ start: at, length: begin + length - at, isUnit: false });
  return sections;
}

/** Squared differences of all sections of one annotator with those of another that meet them. */
function differences(first: readonly Section[], second: readonly Section[]): number {
  let total = 0;
  let [i, j] = [0, 0];
  while (i < first.length && j < second.length) {
    const [one, two] = [first[i]!, second[j]!];
    const [ends, otherEnds] = [one.start + one.length, two.start + two.length];
    if (one.isUnit && two.isUnit) total += (one.start - two.start) ** 2 + (ends - otherEnds) ** 2;
    else if (one.isUnit && two.start <= one.start && ends <= otherEnds) total += one.length ** 2;
    else if (two.isUnit && one.start <= two.start && otherEnds <= ends) total += two.length ** 2;
    if (ends <= otherEnds) i++;
    if (otherEnds <= ends) j++;
  }
  return total;
}

function chance(sections: readonly Section[], annotators: number, length: number): number {
  const units = sections.filter(({ isUnit }) => isUnit);
  const gaps = sections
    .filter(({ isUnit }) => !isUnit)
    .map((section) => section.length)
    .sort((a, b) => b - a);
  units.sort((a, b) => b.length - a.length);
  let [sum, sumInUnits, gap, gapLengths] = [0, 0, 0, 0];
  for (const { length: l } of units) {
    while (gap < gaps.length && gaps[gap]! >= l) gapLengths += gaps[gap++]!;
    const fits = gapLengths - gap * (l - 1);
    sum += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * fits;
    sumInUnits += l * (l - 1);
  }
  const whole = annotators * length;
  const possible = whole * (whole - 1) - sumInUnits;
  return possible > 0 ? ((2 / length) * sum) / possible : 0;
}
