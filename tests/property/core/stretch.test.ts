import { isGraphemeBoundary, snapToGraphemes } from '@core/text/segments';
import { type MarkingRules, snapToWords, stretchOf } from '@core/text/stretch';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../support/arbitrary';

const sign = fc.constantFrom(
  '.',
  ',',
  '”',
  '“',
  '(',
  ')',
  '"',
  "'",
  '’',
  '؟',
  '۔',
  '،',
  '。',
  '》',
  '…',
  ' ',
  '\u200f',
  'a',
  'U.S.',
);

/** Text in which signs stand at the ends of words. */
const text = fc
  .array(fc.oneof(anyText, sign), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('').toWellFormed())
  .filter((whole) => whole.length > 0);

const rules: fc.Arbitrary<MarkingRules> = fc.record({
  snap: fc.constantFrom('word', 'grapheme'),
  trimSpace: fc.boolean(),
  trimPunctuation: fc.boolean(),
});

const selection = fc.record({
  text,
  a: fc.nat(),
  b: fc.nat(),
  rules,
  language: fc.constantFrom('und', 'en', 'ur', 'zh'),
});

function cases(
  check: (
    range: { start: number; end: number },
    given: { text: string; rules: MarkingRules; language: string },
  ) => void,
): void {
  fc.assert(
    fc.property(selection, ({ text: whole, a, b, ...given }) => {
      const start = a % whole.length;
      const end = start + 1 + (b % (whole.length - start));
      check({ start, end }, { text: whole, ...given });
    }),
    { numRuns: 1_000 },
  );
}

describe('the stretch that is marked', () => {
  test('lies within the selection, widened to whole words where they are asked for', () => {
    cases(({ start, end }, { text, rules, language }) => {
      const found = stretchOf(text, start, end, rules, language);
      const most =
        rules.snap === 'word' ? snapToWords(text, start, end, language) : snapToGraphemes(text, start, end);
      if (!found) return;
      expect(found.start).toBeGreaterThanOrEqual(most.start);
      expect(found.end).toBeLessThanOrEqual(most.end);
      expect(found.start).toBeLessThan(found.end);
    });
  });

  test('is made of whole grapheme clusters', () => {
    cases(({ start, end }, { text, rules, language }) => {
      const found = stretchOf(text, start, end, rules, language);
      if (!found) return;
      expect(isGraphemeBoundary(text, found.start)).toBe(true);
      expect(isGraphemeBoundary(text, found.end)).toBe(true);
    });
  });

  test('marked again is the same', () => {
    cases(({ start, end }, { text, rules, language }) => {
      const found = stretchOf(text, start, end, rules, language);
      if (found) expect(stretchOf(text, found.start, found.end, rules, language)).toEqual(found);
    });
  });

  test('is there whenever something is selected that can be seen', () => {
    cases(({ start, end }, { text, rules, language }) => {
      const seen = /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.slice(start, end));
      if (seen) expect(stretchOf(text, start, end, rules, language)).not.toBeNull();
    });
  });
});
