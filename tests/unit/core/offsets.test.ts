import { codePointLength, OffsetIndex, offsetUnits } from '@core/text/offsets';
import { describe, expect, test } from 'vitest';

describe('offsets in UTF-8', () => {
  test.each(['\u0001', '\u007f', '\u0080', '\u07ff', '\u0800', '\uffff', '\u{10000}', '\u{10ffff}'])(
    'give %j the bytes that the encoding does',
    (character) => {
      const index = new OffsetIndex(`${character}x`, 'utf-8');
      expect(index.fromUtf16(character.length)).toBe(Buffer.byteLength(character));
      expect(index.toUtf16(Buffer.byteLength(character))).toBe(character.length);
      expect(index.length).toBe(Buffer.byteLength(character) + 1);
    },
  );

  test('are refused inside a character', () => {
    const index = new OffsetIndex('a\u{1f54a}', 'utf-8');
    for (const inside of [2, 3, 4]) expect(() => index.toUtf16(inside)).toThrow(RangeError);
  });
});

describe.each(offsetUnits)('offsets in %s', (unit) => {
  test('are right at both ends of a long text and of an empty one', () => {
    const text = 'نامہ 🕊️ '.repeat(1_000);
    const index = new OffsetIndex(text, unit);
    expect([index.fromUtf16(0), index.toUtf16(0)]).toEqual([0, 0]);
    expect(index.fromUtf16(text.length)).toBe(index.length);
    expect(index.toUtf16(index.length)).toBe(text.length);
    expect(new OffsetIndex('', unit).fromUtf16(0)).toBe(0);
  });

  test.each([-1, 0.5, Number.NaN, 5, Number.POSITIVE_INFINITY])('are refused where they are %d', (offset) => {
    const index = new OffsetIndex('text', unit);
    expect(() => index.fromUtf16(offset)).toThrow(RangeError);
    expect(() => index.toUtf16(offset)).toThrow(RangeError);
  });
});

test('the length in code points is that of Array.from', () => {
  for (const text of ['', 'abc', '🕊️', 'مذاکرات 𝔘'])
    expect(codePointLength(text)).toBe(Array.from(text).length);
});
