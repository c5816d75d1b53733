import { type MatchOptions, patternFinder, wordFinder } from '@core/text/matching';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../support/arbitrary';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const anyArabic = fc.string({
  unit: fc.constantFrom(...'ايىیكکهہةأإآؤئسلامنوَُِّٰـ\u200c\u200d\u200f ﻼﻻﷲ٣۳3ٱےۓ،'),
  minLength: 1,
  maxLength: 40,
});
const someText = fc
  .array(fc.oneof(anyText, anyArabic), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(' '));

/** A text and some words that stand in it, or nearly. */
const textAndWords = fc
  .record({ text: someText, at: fc.nat(), length: fc.integer({ min: 1, max: 6 }) })
  .map(({ text, at, length }) => {
    const start = at % text.length;
    return { text, words: text.slice(start, start + length).toWellFormed() };
  });

const anyOptions: fc.Arbitrary<MatchOptions> = fc.record({
  wholeWord: fc.boolean(),
  matchCase: fc.boolean(),
  fold: fc.boolean(),
  inflection: fc.constantFrom('none', 'whole', 'stem'),
});
const languages = fc.constantFrom('und', 'en', 'tr', 'ar', 'fa', 'ur', 'ps', 'he', 'de', 'fr', 'es');

/** The rules of folding once more, as plainly as can be: by making a folded copy. */
function foldedCopy(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[ﭐ-﷿ﹰ-ﻼ]/gu, (shape) => shape.normalize('NFKD'))
    .replace(
      /[[\p{M}&&\p{scx=Arab}]\u0640\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff]/gv,
      '',
    )
    .replace(/[ٱ]/gu, 'ا')
    .replace(/[يىېۍ]/gu, 'ی')
    .replace(/[كڪ]/gu, 'ک')
    .replace(/[ہۃةە]/gu, 'ه')
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}

function expectWholeAndApart(text: string, hits: { start: number; end: number }[]): void {
  const boundaries = new Set([text.length, ...[...graphemes.segment(text)].map(({ index }) => index)]);
  for (const [index, { start, end }] of hits.entries()) {
    expect(start).toBeLessThan(end);
    expect(boundaries.has(start), `start ${start}`).toBe(true);
    expect(boundaries.has(end), `end ${end}`).toBe(true);
    if (index > 0) expect(hits[index - 1]!.end).toBeLessThanOrEqual(start);
  }
}

describe('for any text and words', () => {
  test('hits are whole grapheme clusters, in order and apart, with whatever options', () => {
    fc.assert(
      fc.property(textAndWords, anyOptions, languages, ({ text, words }, options, language) => {
        const find = wordFinder(words, options, language);
        if (find) expectWholeAndApart(text, [...find(text)]);
        else expect(words.trim()).toBe('');
      }),
      { numRuns: 600 },
    );
  });

  test('a hit folded equals the words folded', () => {
    fc.assert(
      fc.property(textAndWords, fc.boolean(), ({ text, words }, wholeWord) => {
        fc.pre(foldedCopy(words) !== '');
        const find = wordFinder(words, { wholeWord, matchCase: true, fold: true, inflection: 'none' });
        for (const { start, end } of find!(text))
          expect(foldedCopy(text.slice(start, end))).toBe(foldedCopy(words));
      }),
      { numRuns: 600 },
    );
  });

  test('words in another spelling are found where they stand', () => {
    const respelt = fc.array(
      fc.constantFrom(
        ['ی', 'ي'],
        ['ک', 'ك'],
        ['ا', 'أ'],
        ['ه', 'ة'],
        ['س', 'سَ'],
        ['م', 'مـ'],
        ['لا', 'ﻻ'],
        ['ر', 'ر\u200c'],
        ['3', '۳'],
      ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(respelt, anyText, anyText, (pairs, before, after) => {
        const words = pairs.map(([one]) => one).join('');
        const spelt = pairs.map(([, other]) => other).join('');
        const text = `${before} ${spelt} ${after}`;
        const find = wordFinder(words, { wholeWord: true, matchCase: true, fold: true, inflection: 'none' });
        const starts = [...find!(text)].map(({ start }) => start);
        expect(starts).toContain(before.length + 1);
      }),
    );
  });

  test('without folding a hit equals the words but for white space', () => {
    fc.assert(
      fc.property(textAndWords, ({ text, words }) => {
        const find = wordFinder(words, {
          wholeWord: false,
          matchCase: true,
          fold: false,
          inflection: 'none',
        });
        for (const { start, end } of find?.(text) ?? [])
          expect(text.slice(start, end).replace(/\s+/gu, ' ')).toBe(words.trim().replace(/\s+/gu, ' '));
      }),
    );
  });

  test('inflection only adds hits: whatever stands as a whole word is found with it too', () => {
    fc.assert(
      fc.property(textAndWords, languages, fc.boolean(), ({ text, words }, language, fold) => {
        const options = { wholeWord: true, matchCase: false, fold } as const;
        const bare = wordFinder(words, { ...options, inflection: 'none' }, language);
        const inflected = wordFinder(words, { ...options, inflection: 'whole' }, language);
        const hits = [...(inflected?.(text) ?? [])];
        for (const { start, end } of bare?.(text) ?? [])
          expect(hits.some((hit) => hit.start < end && start < hit.end)).toBe(true);
      }),
    );
  });

  test('regular expressions give whole grapheme clusters, in order and apart', () => {
    const sources = fc.constantFrom(
      '.',
      '\\p{L}+',
      '[ا-ی]+',
      '\\S',
      'a|e',
      '(?:)',
      '\\s',
      '^.',
      '.$',
      '\\u200d',
    );
    fc.assert(
      fc.property(someText, sources, fc.boolean(), (text, source, wholeWord) => {
        expectWholeAndApart(text, [...patternFinder(source, { wholeWord, matchCase: false })(text)]);
      }),
    );
  });
});
