import { krippendorffAlpha } from '@core/agreement/alpha';
import { cohenKappa, observedAgreement } from '@core/agreement/cohen';
import { fleissKappa } from '@core/agreement/fleiss';
import { bestAlignment } from '@core/agreement/gamma/best-alignment';
import { gamma } from '@core/agreement/gamma/gamma';
import type { Measure } from '@core/agreement/measure';
import { unitisingAlpha, unitisingTerms } from '@core/agreement/unitising';
import { describe, expect, test } from 'vitest';

const numberOf = (measure: Measure): number => {
  if (!measure.defined) throw new Error(measure.reason);
  return measure.value;
};

describe("Krippendorff's own example of 2011, with missing values", () => {
  const _ = null;
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
  ];
  const units = observers[0]!.map((_value, unit) => observers.map((values) => values[unit]!));
  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('%s', (level, alpha) => {
    const result = krippendorffAlpha(units, level);
    expect(numberOf(result.measure)).toBeCloseTo(alpha, 3);
    expect(result).toMatchObject({ units: 11, leftOut: 1 });
  });
});

test('Fleiss 1971, ten subjects and fourteen raters', () => {
  const rows = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ];
  expect(numberOf(fleissKappa(rows))).toBeCloseTo(0.21, 3);
});

test.each([
  [
    [
      [20, 5],
      [10, 15],
    ],
    0.7,
    0.4,
  ],
  [
    [
      [45, 15],
      [25, 15],
    ],
    0.6,
    0.1304,
  ],
  [
    [
      [25, 35],
      [5, 35],
    ],
    0.6,
    0.2593,
  ],
])('Cohen, %j', (matrix, observed, kappa) => {
  expect(numberOf(observedAgreement(matrix))).toBeCloseTo(observed, 10);
  expect(numberOf(cohenKappa(matrix))).toBeCloseTo(kappa, 4);
  // With two values, weights make no difference.
  expect(numberOf(cohenKappa(matrix, 'linear'))).toBeCloseTo(kappa, 4);
  expect(numberOf(cohenKappa(matrix, 'quadratic'))).toBeCloseTo(kappa, 4);
});

test("Krippendorff's sample of 2004 for unitising", () => {
  const unit = (start: number, length: number) => ({ start, end: start + length });
  const c = unitisingTerms(
    [
      [unit(225, 70), unit(370, 30)],
      [unit(220, 80), unit(355, 20), unit(400, 20)],
    ],
    300,
    150,
  );
  const same = [unit(180, 60), unit(300, 50)];
  const k = unitisingTerms([same, same], 300, 150);
  expect(c.observed).toBeCloseTo(0.0144, 4);
  expect(c.expected).toBeCloseTo(0.0532, 4);
  expect(k.observed).toBe(0);
  expect(k.expected).toBeCloseTo(0.049, 4);
  expect(numberOf(unitisingAlpha([c]))).toBeCloseTo(0.7286, 4);
  expect(numberOf(unitisingAlpha([k]))).toBe(1);
  expect(numberOf(unitisingAlpha([c, k]))).toBeCloseTo(0.859, 3);
});

test('γ of three annotators', () => {
  const read = (annotator: number, text: string) =>
    text.split(' | ').map((line) => {
      const [category, start, end] = line.split(' ');
      return { annotator, category: category!, start: Number(start), end: Number(end) };
    });
  const units = [
    ...read(0, '1 2 9 | 2 11 17 | 5 24 30 | 6 32 36 | 6 36 44 | 7 44 60'),
    ...read(1, '1 2 9 | 3 11 17 | 5 19 25 | 6 32 44'),
    ...read(2, '1 2 9 | 4 11 17 | 5 21 27 | 6 32 36 | 6 36 40 | 6 40 44'),
  ];
  const best = bestAlignment(units, 3, { positional: 3, categorical: 1 })!;
  expect(best.unitary).toHaveLength(6);
  expect(best.disorder).toBeGreaterThan(0.96 * 0.99);
  expect(best.disorder).toBeLessThan(0.96 * 1.01);
  const result = gamma(units, 3, { start: 2, end: 60 }, { samples: 300, seed: 7 });
  expect(numberOf(result.gamma)).toBeGreaterThan(0.44);
  expect(numberOf(result.gamma)).toBeLessThan(0.47);
  expect(numberOf(result.category)).toBeGreaterThan(0.38);
  expect(numberOf(result.category)).toBeLessThan(0.42);
});
