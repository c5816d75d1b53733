import { canonicalFragments } from '@core/model/fragment';
import { OffsetIndex, offsetUnits } from '@core/text/offsets';
import { isGraphemeBoundary, segmentAt, snapToGraphemes } from '@core/text/segments';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../support/arbitrary';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Boundaries of the whole text at once, as a reference for the windowed look-up. */
function boundariesOf(text: string): Set<number> {
  return new Set([0, text.length, ...[...graphemes.segment(text)].map(({ index }) => index)]);
}

const longText = fc
  .array(fc.tuple(anyText, fc.integer({ min: 1, max: 400 })), { minLength: 1, maxLength: 6 })
  .map((parts) =>
    parts
      .map(([text, times]) => text.repeat(times))
      .join('')
      .slice(0, 40_000)
      .toWellFormed(),
  );

describe('offsets', () => {
  test('go to every unit and back, and agree with counting', () => {
    fc.assert(
      fc.property(longText, fc.constantFrom(...offsetUnits), fc.nat(), (text, unit, place) => {
        const index = new OffsetIndex(text, unit);
        let at = place % (text.length + 1);
        if (
          at > 0 &&
          at < text.length &&
          /[\udc00-\udfff]/.test(text[at]!) &&
          /[\ud800-\udbff]/.test(text[at - 1]!)
        )
          at--;
        const head = text.slice(0, at);
        const expected = {
          'utf-16': head.length,
          'code-point': Array.from(head).length,
          'utf-8': Buffer.byteLength(head),
        };
        expect(index.fromUtf16(at)).toBe(expected[unit]);
        expect(index.toUtf16(expected[unit])).toBe(at);
      }),
    );
  });

  test('outside the text or inside a character are refused', () => {
    const index = new OffsetIndex('a𝔘b', 'code-point');
    expect(() => index.fromUtf16(2)).toThrow(RangeError);
    expect(() => index.fromUtf16(5)).toThrow(RangeError);
    expect(() => index.toUtf16(4)).toThrow(RangeError);
    expect(() => index.toUtf16(-1)).toThrow(RangeError);
    expect(() => new OffsetIndex('é', 'utf-8').toUtf16(1)).toThrow(RangeError);
  });
});

describe('segments', () => {
  test('looked up one by one agree with segmenting the whole text', () => {
    fc.assert(
      fc.property(longText, fc.array(fc.nat(), { minLength: 1, maxLength: 10 }), (text, places) => {
        const boundaries = boundariesOf(text);
        for (const place of places) {
          const at = place % (text.length + 1);
          expect(isGraphemeBoundary(text, at), `offset ${at}`).toBe(boundaries.has(at));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('snapping covers the range with whole graphemes and no more than needed', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const snapped = snapToGraphemes(text, start, end);
        const boundaries = [...boundariesOf(text)].sort((x, y) => x - y);
        expect(snapped.start).toBe(boundaries.findLast((at) => at <= start));
        expect(snapped.end).toBe(boundaries.find((at) => at >= end));
      }),
    );
  });

  test('a word is found in Chinese, Urdu and Persian with joiners', () => {
    expect(segmentAt('停火协议', 0, 'word', 'zh')).toMatchObject({ start: 0, end: 2 });
    const urdu = 'وزیرِ خارجہ نے';
    expect(segmentAt(urdu, 2, 'word', 'ur')).toMatchObject({ start: 0, end: 5 });
    const persian = 'کتاب‌ها را';
    expect(segmentAt(persian, 1, 'word', 'fa')).toMatchObject({ start: 0, end: 7 });
  });
});

describe('canonical fragments', () => {
  test('cover what was given, in order, apart, on grapheme boundaries, and stay as they are', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }),
        (text, pairs) => {
          const given = pairs.map(([a, b]) => {
            const start = a % text.length;
            return { start, end: start + 1 + (b % (text.length - start)) };
          });
          const canonical = canonicalFragments(text, given);
          expect(canonicalFragments(text, canonical)).toEqual(canonical);
          for (const { start, end } of given) {
            expect(canonical.some((fragment) => fragment.start <= start && end <= fragment.end)).toBe(true);
          }
          const boundaries = boundariesOf(text);
          for (const [index, { start, end }] of canonical.entries()) {
            expect(boundaries.has(start) && boundaries.has(end) && start < end).toBe(true);
            if (index > 0) expect(canonical[index - 1]!.end).toBeLessThan(start);
          }
        },
      ),
    );
  });
});
