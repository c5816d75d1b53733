import {
  contrast,
  DARK_PAGE,
  LIGHT_PAGE,
  mix,
  parseColour,
  type Rgb,
  readableOn,
} from '@core/colour/contrast';
import { inForce } from '@core/model/schema-nesting';
import { readyMadeSchemas } from '@core/schemas/index';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignLanes } from '../../../src/renderer/editor/lanes';
import { nextInCircle } from '../../../src/renderer/editor/places';
import { extendByWord, shrinkByWord, wordBefore, wordFrom } from '../../../src/renderer/editor/word-moves';
import { folded, ranked } from '../../../src/renderer/pickers/rank';

test('annotations that overlap never share a lane, and no lane is left empty without need', () => {
  const spans = fc.array(fc.tuple(fc.nat({ max: 50 }), fc.integer({ min: 1, max: 20 })), { maxLength: 40 });
  fc.assert(
    fc.property(spans, (pairs) => {
      const items = pairs
        .map(([start, length], index) => ({ id: String(index), start, end: start + length }))
        .sort((a, b) => a.start - b.start || b.end - a.end);
      const lanes = assignLanes(items);
      for (const [index, a] of items.entries()) {
        const overlapping = items.filter((b) => b !== a && b.start < a.end && a.start < b.end);
        for (const b of overlapping) expect(lanes.get(a.id)).not.toBe(lanes.get(b.id));
        const earlier = items.slice(0, index).filter((b) => b.end > a.start);
        expect(lanes.get(a.id)).toBeLessThanOrEqual(earlier.length);
      }
    }),
  );
});

test('picking goes around in a circle', () => {
  expect(nextInCircle([], null)).toBeNull();
  expect(nextInCircle(['a', 'b'], null)).toBe('a');
  expect(nextInCircle(['a', 'b'], 'a')).toBe('b');
  expect(nextInCircle(['a', 'b'], 'b')).toBe('a');
});

describe('moving by word', () => {
  const text = 'Both sides, they say, agree.';
  test('skips marks and space', () => {
    expect(wordFrom(text, 4, 'en')).toEqual({ start: 5, end: 10 });
    expect(wordFrom(text, 10, 'en')).toEqual({ start: 12, end: 16 });
    expect(wordFrom(text, text.length, 'en')).toBeNull();
    expect(wordBefore(text, 12, 'en')).toEqual({ start: 5, end: 10 });
    expect(wordBefore(text, 0, 'en')).toBeNull();
  });

  test('widens and narrows the selection', () => {
    const one = extendByWord(text, { start: 5, end: 5 }, 'en');
    expect(one).toEqual({ start: 5, end: 10 });
    const two = extendByWord(text, one, 'en');
    expect(two).toEqual({ start: 5, end: 16 });
    expect(shrinkByWord(text, two, 'en')).toEqual(one);
    expect(shrinkByWord(text, one, 'en')).toEqual(one);
  });
});

describe('finding a name by typing', () => {
  const choices = ['Pakistan', 'Afghanistan', 'Khawaja Muhammad Asif', 'قطر', 'Türkiye'].map((name) => ({
    id: name,
    name,
  }));
  test('the best match comes first', () => {
    expect(ranked(choices, 'a').map(({ name }) => name)[0]).toBe('Afghanistan');
    expect(ranked(choices, 'asif').map(({ name }) => name)).toEqual(['Khawaja Muhammad Asif']);
    expect(ranked(choices, 'turk').map(({ name }) => name)).toEqual(['Türkiye']);
    expect(ranked(choices, '')).toHaveLength(5);
  });

  test('Arabic and Persian letters, vowel signs and joiners do not stand in the way', () => {
    expect(folded('ترکي')).toBe(folded('تركی'));
    expect(folded('کتاب‌ها')).toBe(folded('کتابها'));
    expect(folded('وزیرِ')).toBe(folded('وزیر'));
  });

  test('an alias finds its entity', () => {
    expect(ranked([{ id: '1', name: 'Pakistan', aliases: ['Islamabad'] }], 'islam')).toHaveLength(1);
  });
});

describe('colours', () => {
  const terms = readyMadeSchemas
    .map(inForce)
    .flatMap(({ entityTypes, stance }) => [...entityTypes, ...Object.values(stance).flat()]);
  test.each([
    ['light', LIGHT_PAGE, [27, 30, 34], 0.13],
    ['dark', DARK_PAGE, [230, 232, 234], 0.2],
  ] as [string, Rgb, Rgb, number][])(
    'of labels are readable on the %s page, and text on their tint',
    (_name, page, ink, tint) => {
      for (const { colour, id } of terms) {
        const line = readableOn(parseColour(colour), page);
        expect(contrast(line, page), id).toBeGreaterThanOrEqual(4.5);
        expect(contrast(ink, mix(line, page, tint * 2.4)), id).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  test('contrast is that of WCAG 2.2', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
    expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
  });
});
