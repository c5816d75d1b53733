import fc from 'fast-check';
import { expect, test } from 'vitest';
import { occurrences } from '../../../src/renderer/editor/occurrences';
import { anyText } from '../../support/arbitrary';

const found = (text: string, words: string, wholeWord = true, matchCase = false) =>
  occurrences(text, words, { wholeWord, matchCase }).map(({ start, end }) => text.slice(start, end));

test('whole words, or parts of words', () => {
  const text = 'Pak and Pakistan; pak, PAK.';
  expect(found(text, 'Pak')).toEqual(['Pak', 'pak', 'PAK']);
  expect(found(text, 'Pak', false)).toEqual(['Pak', 'Pak', 'pak', 'PAK']);
  expect(found(text, 'Pak', true, true)).toEqual(['Pak']);
});

test('signs are taken as they are, and any white space for any other', () => {
  expect(found('a+b (c) a+b', 'a+b')).toEqual(['a+b', 'a+b']);
  expect(found('peace  talks, peace\ntalks', 'peace talks')).toEqual(['peace  talks', 'peace\ntalks']);
  expect(found('abc', '  ')).toEqual([]);
});

test('Urdu words stand alone, Chinese ones need no spaces', () => {
  expect(found('جنگ بندی، جنگ اور جنگی', 'جنگ')).toEqual(['جنگ', 'جنگ']);
  expect(found('停火协议与停火', '停火')).toEqual(['停火', '停火']);
});

test('never cut a grapheme cluster', () => {
  expect(found('👩 and 👩‍👩‍👧', '👩', false)).toEqual(['👩']);
  expect(found('e and e\u0301', 'e', false)).toEqual(['e']);
});

test('are apart, in order, and equal to the words but for case and space', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.nat(),
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      (text, at, length, wholeWord) => {
        const words = text.slice(at % text.length, (at % text.length) + length).toWellFormed();
        const hits = occurrences(text, words, { wholeWord, matchCase: true });
        for (const [index, { start, end }] of hits.entries()) {
          expect(start).toBeLessThan(end);
          if (index > 0) expect(hits[index - 1]!.end).toBeLessThanOrEqual(start);
          expect(text.slice(start, end).replace(/\s+/gu, ' ')).toBe(words.trim().replace(/\s+/gu, ' '));
        }
      },
    ),
  );
});
