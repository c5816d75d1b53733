import { krippendorffAlpha, type Level } from '@core/agreement/alpha';
import { percentileInterval, resamples } from '@core/agreement/bootstrap';
import { cohenKappa } from '@core/agreement/cohen';
import { fleissKappa } from '@core/agreement/fleiss';
import { bestAlignment } from '@core/agreement/gamma/best-alignment';
import { categoricalDissimilarity, positionalDissimilarity } from '@core/agreement/gamma/dissimilarity';
import type { Measure } from '@core/agreement/measure';
import { stretches } from '@core/agreement/positions';
import { largestMatching, meetings, pairSpans, prepareSpans, type Span } from '@core/agreement/spans';
import { disjointUnits, unitisingTerms } from '@core/agreement/unitising';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** Equal up to rounding, or both undefined; a number is never NaN. */
function expectMeasure(measure: Measure, value: number | null): void {
  if (value === null) expect(measure).toMatchObject({ defined: false, reason: expect.stringMatching(/./) });
  else {
    expect(measure.defined).toBe(true);
    if (measure.defined) expect(measure.value).toBeCloseTo(value, 9);
  }
}

const values = fc.option(fc.integer({ min: 1, max: 4 }), { freq: 3 });

/** From the definition: mean squared difference within units against that of all values. */
function alphaByPairs(units: (number | null)[][], level: Level): number | null {
  const known = units
    .map((unit) => unit.filter((value) => value !== null))
    .filter(({ length }) => length > 1);
  const all = known.flat();
  const squared = (a: number, b: number) => {
    if (level === 'nominal') return +(a !== b);
    if (level === 'interval') return (a - b) ** 2;
    if (level === 'ratio') return ((a - b) / (a + b)) ** 2;
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const ends = all.filter((value) => value === low).length + all.filter((value) => value === high).length;
    return low === high ? 0 : (all.filter((value) => value >= low && value <= high).length - ends / 2) ** 2;
  };
  let observed = 0;
  for (const unit of known)
    for (const [i, a] of unit.entries())
      for (const [j, b] of unit.entries()) if (i !== j) observed += squared(a, b) / (unit.length - 1);
  let expected = 0;
  for (const [i, a] of all.entries())
    for (const [j, b] of all.entries()) if (i !== j) expected += squared(a, b) / (all.length - 1);
  return expected > 0 ? 1 - observed / expected : null;
}

test.each(['nominal', 'ordinal', 'interval', 'ratio'] as const)(
  'alpha, %s, is what its pairs give',
  (level) => {
    fc.assert(
      fc.property(fc.array(fc.array(values, { minLength: 3, maxLength: 3 }), { maxLength: 8 }), (units) => {
        const { measure, leftOut } = krippendorffAlpha(units, level);
        expectMeasure(measure, alphaByPairs(units, level));
        expect(leftOut).toBe(
          units.filter((unit) => unit.filter((value) => value !== null).length < 2).length,
        );
      }),
    );
  },
);

const judged = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })), {
  maxLength: 12,
});

test.each(['none', 'linear', 'quadratic'] as const)(
  'kappa, weights %s, is what all pairs of values give',
  (weighting) => {
    const weigh = (a: number, b: number) =>
      weighting === 'none' ? +(a !== b) : weighting === 'linear' ? Math.abs(a - b) : (a - b) ** 2;
    fc.assert(
      fc.property(judged, (pairs) => {
        const matrix = [0, 1, 2].map((row) =>
          [0, 1, 2].map((column) => pairs.filter(([a, b]) => a === row && b === column).length),
        );
        let [observed, expected] = [0, 0];
        for (const [a, own] of pairs) {
          observed += weigh(a, own) / pairs.length;
          for (const [, b] of pairs) expected += weigh(a, b) / pairs.length ** 2;
        }
        expectMeasure(cohenKappa(matrix, weighting), expected > 0 ? 1 - observed / expected : null);
      }),
    );
  },
);

test('Fleiss’ kappa is what the pairs of raters give', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }), { maxLength: 8 }),
      (units) => {
        const counts = units.map((unit) =>
          [0, 1, 2].map((value) => unit.filter((one) => one === value).length),
        );
        const all = units.flat();
        const pairs = units.flatMap(([a, b, c]) => [a === b, a === c, b === c]);
        const chance = [0, 1, 2].reduce(
          (sum, value) => sum + (all.filter((one) => one === value).length / all.length) ** 2,
          0,
        );
        const agreed = pairs.filter(Boolean).length / pairs.length;
        const isDefined = new Set(all).size > 1;
        expectMeasure(fleissKappa(counts), isDefined ? (agreed - chance) / (1 - chance) : null);
      },
    ),
  );
});

const fragment = (most: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: most - 1 }), fc.integer({ min: 1, max: 8 }))
    .map(([start, length]) => ({ start, end: Math.min(most, start + length) }));

const spans = fc
  .array(fc.tuple(fragment(30), fc.constantFrom('person', 'place')), { maxLength: 6 })
  .map((list): Span[] => list.map(([one, typeId], index) => ({ id: `${index}`, typeId, fragments: [one] })));

test('stretches say of each position what the spans over it say', () => {
  fc.assert(
    fc.property(spans, spans, (first, second) => {
      const said = stretches([first, second], 30).flatMap(({ length, values: given }) =>
        Array.from({ length }, () => given),
      );
      const over = (list: Span[], at: number) =>
        [
          ...new Set(
            list
              .filter(({ fragments: [one] }) => one!.start <= at && at < one!.end)
              .map(({ typeId }) => typeId),
          ),
        ]
          .sort()
          .join(' ');
      expect(said).toEqual(Array.from({ length: 30 }, (_, at) => [over(first, at), over(second, at)]));
    }),
  );
});

/** The most that can be matched, by trying everything. */
function mostMatched(pairs: readonly { first: number; second: number }[]): number {
  const [pair, ...rest] = pairs;
  if (!pair) return 0;
  const free = rest.filter(({ first, second }) => first !== pair.first && second !== pair.second);
  return Math.max(mostMatched(rest), 1 + mostMatched(free));
}

test('spans are matched one to one, as many as can be', () => {
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      const [first, second] = [prepareSpans(a), prepareSpans(b)];
      const found = meetings(first, second);
      const all = first.spans.flatMap((one, i) =>
        second.spans.map((two, j) => ({
          first: i,
          second: j,
          one: one.fragments[0]!,
          two: two.fragments[0]!,
        })),
      );
      const meeting = all.filter(({ one, two }) => one.start < two.end && two.start < one.end);
      expect(found.map(({ first: i, second: j }) => [i, j])).toEqual(
        meeting.map(({ first: i, second: j }) => [i, j]),
      );
      fc.pre(found.length <= 14);
      expect(largestMatching(found)).toHaveLength(mostMatched(found));
      const pairs = pairSpans(first, second, found);
      expect(new Set(pairs.map(({ first: i }) => i)).size).toBe(pairs.length);
      expect(new Set(pairs.map(({ second: j }) => j)).size).toBe(pairs.length);
    }),
  );
});

test('unitising: each section of one annotator against each of another', () => {
  const units = fc.array(fragment(40), { maxLength: 5 }).map((list) => disjointUnits(list).units);
  fc.assert(
    fc.property(fc.array(units, { minLength: 2, maxLength: 3 }), (annotators) => {
      const length = 40;
      const sections = annotators.map((list) => {
        const marks = [...list.map((one) => ({ ...one, isUnit: true }))];
        const ends = [0, ...list.map(({ end }) => end)];
        const starts = [...list.map(({ start }) => start), length];
        for (const [at, start] of ends.entries())
          if (starts[at]! > start) marks.push({ start, end: starts[at]!, isUnit: false });
        return marks;
      });
      let observed = 0;
      for (const [i, own] of sections.entries())
        for (const [j, others] of sections.entries())
          for (const g of own)
            for (const h of others) {
              if (i === j) continue;
              if (g.isUnit && h.isUnit && g.start < h.end && h.start < g.end)
                observed += (g.start - h.start) ** 2 + (g.end - h.end) ** 2;
              else if (g.isUnit && !h.isUnit && h.start <= g.start && g.end <= h.end)
                observed += (g.end - g.start) ** 2;
              else if (h.isUnit && !g.isUnit && g.start <= h.start && h.end <= g.end)
                observed += (h.end - h.start) ** 2;
            }
      const m = annotators.length;
      const all = sections.flat().map(({ start, end, isUnit }) => ({ l: end - start, isUnit }));
      const marked = all.filter(({ isUnit }) => isUnit);
      let expected = 0;
      for (const { l } of marked) {
        const gaps = all.filter((one) => !one.isUnit && one.l >= l);
        const room = gaps.reduce((sum, gap) => sum + gap.l - l + 1, 0);
        expected += ((marked.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * room;
      }
      const within = marked.reduce((sum, { l }) => sum + l * (l - 1), 0);
      const terms = unitisingTerms(annotators, length);
      expect(terms.observed).toBeCloseTo(observed / (m * (m - 1) * length ** 2), 10);
      expect(terms.expected).toBeCloseTo(
        ((2 / length) * expected) / (m * length * (m * length - 1) - within),
        10,
      );
    }),
  );
});

test('γ: no partition of the units has less disorder than the best alignment', () => {
  const unit = fc
    .tuple(fragment(30), fc.integer({ min: 0, max: 2 }), fc.constantFrom('a', 'b'))
    .map(([one, annotator, category]) => ({ ...one, annotator, category }));
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 6 }), (units) => {
      const cost = (members: number[]) => {
        let sum = 3 - (members.length * (members.length - 1)) / 2;
        for (const [at, i] of members.entries())
          for (const j of members.slice(at + 1))
            sum +=
              3 * positionalDissimilarity(units[i]!, units[j]!) +
              categoricalDissimilarity(units[i]!, units[j]!);
        return sum / 3;
      };
      const least = (at: number, groups: number[][]): number => {
        if (at === units.length) return groups.reduce((sum, members) => sum + cost(members), 0);
        const fits = groups.filter((members) =>
          members.every((other) => units[other]!.annotator !== units[at]!.annotator),
        );
        const grown = fits.map((members) =>
          least(
            at + 1,
            groups.map((one) => (one === members ? [...one, at] : one)),
          ),
        );
        return Math.min(least(at + 1, [...groups, [at]]), ...grown);
      };
      const best = bestAlignment(units, 3, { positional: 3, categorical: 1 })!;
      expect(best.disorder).toBeCloseTo(least(0, []) / (units.length / 3), 9);
      expect(best.unitary.flatMap((group) => group.units).sort()).toEqual(units.map((_, index) => index));
    }),
    { numRuns: 60 },
  );
});

test('resamples draw as many as there are, the same for the same seed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer(), (count, seed) => {
      const once = [...resamples(count, 3, seed)].map((drawn) => [...drawn]);
      expect([...resamples(count, 3, seed)].map((drawn) => [...drawn])).toEqual(once);
      for (const drawn of resamples(count, 3, seed)) expect(drawn.reduce((sum, n) => sum + n, 0)).toBe(count);
    }),
  );
  expect(percentileInterval([])).toBeNull();
  const interval = percentileInterval(Array.from({ length: 101 }, (_, at) => at))!;
  expect(interval.low).toBeCloseTo(2.5);
  expect(interval.high).toBeCloseTo(97.5);
});
