import { cutAtWords, cutFragments, withoutBlankGaps } from '@core/model/fragment-cuts';
import { describe, expect, test } from 'vitest';

const text = 'Envoys met in Doha and  in Kabul.';
const whole = [{ start: 0, end: 32 }];

describe('fragments cut in two', () => {
  test('share an edge where they are cut', () => {
    expect(cutFragments(whole, 13)).toEqual({
      before: [{ start: 0, end: 13 }],
      after: [{ start: 13, end: 32 }],
    });
  });

  test('have no white space at the cut when cut at words, on neither side', () => {
    expect(cutAtWords(text, whole, 13).after).toEqual([{ start: 14, end: 32 }]);
    expect(cutAtWords(text, whole, 23)).toEqual({
      before: [{ start: 0, end: 22 }],
      after: [{ start: 24, end: 32 }],
    });
  });

  test('are one again when only white space lies between them', () => {
    const { before, after } = cutAtWords(text, whole, 23);
    expect(withoutBlankGaps(text, [...after, ...before])).toEqual(whole);
    const apart = [
      { start: 14, end: 18 },
      { start: 27, end: 32 },
    ];
    expect(withoutBlankGaps(text, apart)).toEqual(apart);
  });

  test('keep what is nothing but white space', () => {
    expect(cutAtWords(text, [{ start: 22, end: 32 }], 23).before).toEqual([{ start: 22, end: 23 }]);
  });
});
