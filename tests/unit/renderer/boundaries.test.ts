import { canonicalFragments } from '@core/model/fragment';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  grow,
  moveBoundary,
  moveEdgeTo,
  paragraphFrom,
  resizeByUnit,
  sentenceFrom,
} from '../../../src/renderer/editor/boundaries';
import { anyText } from '../../support/arbitrary';

const text = 'Both sides agreed. They met, twice.\nThen they left.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const cut = (fragment: { start: number; end: number } | null | undefined) =>
  fragment && text.slice(fragment.start, fragment.end);

describe('a boundary', () => {
  test.each([
    ['start', -1, 'They met', 'agreed. They met'],
    ['start', 1, 'They met', 'met'],
    ['end', 1, 'They met', 'They met, twice'],
    ['end', -1, 'They met', 'They'],
  ] as const)('%s moves by %i word', (side, by, from, to) => {
    expect(cut(moveBoundary(text, [at(from)], side, by, 'word', 'en')?.[0])).toBe(to);
  });

  test('moves by a grapheme cluster, never into one', () => {
    const family = 'a👩‍👩‍👧b';
    expect(moveBoundary(family, [{ start: 0, end: 1 }], 'end', 1, 'grapheme', 'en')).toEqual([
      { start: 0, end: family.length - 1 },
    ]);
  });

  test('stays where nothing would be left, and at the ends of the text', () => {
    expect(moveBoundary(text, [at('They')], 'start', 1, 'word', 'en')).toBeNull();
    expect(moveBoundary(text, [at('They')], 'end', -1, 'word', 'en')).toBeNull();
    expect(moveBoundary(text, [at('Both')], 'start', -1, 'word', 'en')).toBeNull();
    expect(moveBoundary(text, [{ start: 0, end: text.length }], 'end', 1, 'grapheme', 'en')).toBeNull();
  });

  test('moved in any text leaves fragments that lie right in it', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('start', 'end'),
        fc.constantFrom(1, -1),
        fc.constantFrom('word', 'grapheme'),
        (any, a, b, side, by, step) => {
          const start = a % any.length;
          const given = canonicalFragments(any, [{ start, end: start + 1 + (b % (any.length - start)) }]);
          const moved = moveBoundary(any, given, side, by as 1 | -1, step, 'en');
          if (moved) expect(canonicalFragments(any, moved)[0]!.start).toBeGreaterThanOrEqual(0);
          if (moved) expect(moved).not.toEqual(given);
        },
      ),
    );
  });
});

describe('the selection', () => {
  test('grows from the caret to word, sentence, paragraph and all', () => {
    let selection = { start: text.indexOf('met') + 1, end: text.indexOf('met') + 1 };
    const seen: (string | null | undefined)[] = [];
    for (let step = 0; step < 5; step++) {
      selection = grow(text, selection, 'en');
      seen.push(cut(selection));
    }
    expect(seen).toEqual(['met', 'They met, twice.', 'Both sides agreed. They met, twice.', text, text]);
  });

  test('steps from sentence to sentence, both ways', () => {
    const first = sentenceFrom(text, { start: 0, end: 0 }, 1, 'en')!;
    expect(cut(first)).toBe('Both sides agreed.');
    const second = sentenceFrom(text, first, 1, 'en')!;
    expect(cut(second)).toBe('They met, twice.');
    const third = sentenceFrom(text, second, 1, 'en')!;
    expect(cut(third)).toBe('Then they left.');
    expect(sentenceFrom(text, third, 1, 'en')).toBeNull();
    expect(cut(sentenceFrom(text, third, -1, 'en'))).toBe('They met, twice.');
    expect(sentenceFrom(text, first, -1, 'en')).toBeNull();
  });

  test('knows the ends of Urdu sentences', () => {
    const urdu = 'مذاکرات ناکام ہوئے۔ جنگ بندی برقرار ہے۔';
    expect(sentenceFrom(urdu, { start: 0, end: 0 }, 1, 'ur')).toEqual({
      start: 0,
      end: urdu.indexOf('۔') + 1,
    });
  });
});

describe('paragraphs', () => {
  const lines = 'First line.\n\n  Second one, longer.\n\nThird.';
  const quote = (found: { start: number; end: number } | null) =>
    found && lines.slice(found.start, found.end);

  test('are stepped through both ways, blank ones passed over', () => {
    const first = paragraphFrom(lines, { start: 0, end: 0 }, 1)!;
    expect(quote(first)).toBe('First line.');
    const second = paragraphFrom(lines, first, 1)!;
    expect(quote(second)).toBe('Second one, longer.');
    const third = paragraphFrom(lines, second, 1)!;
    expect(quote(third)).toBe('Third.');
    expect(paragraphFrom(lines, third, 1)).toBeNull();
    expect(quote(paragraphFrom(lines, third, -1))).toBe('Second one, longer.');
    expect(paragraphFrom(lines, first, -1)).toBeNull();
  });

  test('widen and narrow the selection', () => {
    const one = resizeByUnit(lines, { start: 3, end: 3 }, 'paragraph', 1, 'en');
    expect(quote(one)).toBe('First line.');
    const two = resizeByUnit(lines, one, 'paragraph', 1, 'en');
    expect(quote(two)).toBe('First line.\n\n  Second one, longer.');
    expect(resizeByUnit(lines, two, 'paragraph', -1, 'en')).toEqual(one);
    expect(resizeByUnit(lines, one, 'paragraph', -1, 'en')).toEqual(one);
  });
});

test('sentences widen and narrow the selection', () => {
  const one = resizeByUnit(text, { start: 2, end: 2 }, 'sentence', 1, 'en');
  expect(cut(one)).toBe('Both sides agreed.');
  const two = resizeByUnit(text, one, 'sentence', 1, 'en');
  expect(cut(two)).toBe('Both sides agreed. They met, twice.');
  expect(resizeByUnit(text, two, 'sentence', -1, 'en')).toEqual(one);
});

describe('an end dragged to a place', () => {
  const drag = (side: 'start' | 'end', to: number, step: 'word' | 'grapheme' = 'word') =>
    moveEdgeTo(text, [at('sides agreed')], side, to, step, 'en');

  test('goes to the nearest end of a word', () => {
    expect(cut(drag('end', text.indexOf('They') + 3)?.[0])).toBe('sides agreed. They');
    expect(cut(drag('start', 1)?.[0])).toBe('Both sides agreed');
    expect(cut(drag('end', text.indexOf('agreed') + 1)?.[0])).toBe('sides');
  });

  test('by letters goes where it is', () => {
    expect(cut(drag('end', text.indexOf('agreed') + 3, 'grapheme')?.[0])).toBe('sides agr');
  });

  test('leaves something, and takes fragments along that it passes', () => {
    expect(drag('end', 0)).toBeNull();
    expect(drag('start', text.length)).toBeNull();
    const two = [at('Both'), at('agreed')];
    expect(moveEdgeTo(text, two, 'start', text.indexOf('agreed'), 'word', 'en')).toEqual([at('agreed')]);
  });

  test('in any text stays in it and cuts no grapheme cluster', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('start', 'end'),
        fc.constantFrom('word', 'grapheme'),
        (any, a, b, side, step) => {
          const start = a % any.length;
          const given = canonicalFragments(any, [{ start, end: start + 1 }]);
          const moved = moveEdgeTo(any, given, side, b % (any.length + 1), step, 'en');
          if (moved) expect(canonicalFragments(any, moved)).toEqual(moved);
        },
      ),
    );
  });
});
