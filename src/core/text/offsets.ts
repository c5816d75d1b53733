/**
 * Units of position. Inside Parley an offset counts UTF-16 code units, as JavaScript and the
 * DOM do. Formats convert at their border with an {@link OffsetIndex}.
 */
export const offsetUnits = ['code-point', 'utf-16', 'utf-8'] as const;
export type OffsetUnit = (typeof offsetUnits)[number];

const STRIDE = 1024;

/** Size in `unit` of the code point that starts at UTF-16 offset `at`, and its UTF-16 size. */
function measure(text: string, at: number, unit: OffsetUnit): { size: number; utf16: number } {
  const code = text.codePointAt(at) ?? 0;
  const utf16 = code > 0xffff ? 2 : 1;
  if (unit === 'utf-16') return { size: utf16, utf16 };
  if (unit === 'code-point') return { size: 1, utf16 };
  return { size: code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4, utf16 };
}

/**
 * Translates offsets of one text between UTF-16 code units and another unit, in O(1 024) per
 * look-up after one pass over the text.
 */
export class OffsetIndex {
  readonly #text: string;
  readonly #unit: OffsetUnit;
  /** At entry i: the UTF-16 offset of the first code point boundary at or after i * STRIDE, and its offset in the unit. */
  readonly #marks: { utf16: number; unit: number }[] = [];
  /** Length of the text in the unit. */
  readonly length: number;

  constructor(text: string, unit: OffsetUnit) {
    this.#text = text;
    this.#unit = unit;
    let utf16 = 0;
    let inUnit = 0;
    while (utf16 < text.length) {
      if (utf16 >= this.#marks.length * STRIDE) this.#marks.push({ utf16, unit: inUnit });
      const step = measure(text, utf16, unit);
      utf16 += step.utf16;
      inUnit += step.size;
    }
    this.length = inUnit;
  }

  /**
   * Offset in the unit for a UTF-16 offset.
   * @throws RangeError when `utf16` lies outside the text or inside a surrogate pair.
   */
  fromUtf16(utf16: number): number {
    if (!Number.isInteger(utf16) || utf16 < 0 || utf16 > this.#text.length) {
      throw new RangeError(`UTF-16 offset ${utf16} lies outside a text of ${this.#text.length} units`);
    }
    const mark = this.#markBefore((m) => m.utf16 <= utf16);
    let at = mark.utf16;
    let inUnit = mark.unit;
    while (at < utf16) {
      const step = measure(this.#text, at, this.#unit);
      at += step.utf16;
      inUnit += step.size;
    }
    if (at !== utf16) throw new RangeError(`UTF-16 offset ${utf16} lies inside a surrogate pair`);
    return inUnit;
  }

  /**
   * UTF-16 offset for an offset in the unit.
   * @throws RangeError when `offset` lies outside the text or inside a code point.
   */
  toUtf16(offset: number): number {
    if (!Number.isInteger(offset) || offset < 0 || offset > this.length) {
      throw new RangeError(`${this.#unit} offset ${offset} lies outside a text of ${this.length}`);
    }
    const mark = this.#markBefore((m) => m.unit <= offset);
    let at = mark.utf16;
    let inUnit = mark.unit;
    while (inUnit < offset) {
      const step = measure(this.#text, at, this.#unit);
      at += step.utf16;
      inUnit += step.size;
    }
    if (inUnit !== offset) throw new RangeError(`${this.#unit} offset ${offset} lies inside a code point`);
    return at;
  }

  #markBefore(fits: (mark: { utf16: number; unit: number }) => boolean): { utf16: number; unit: number } {
    let low = 0;
    let high = this.#marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (fits(this.#marks[middle]!)) low = middle + 1;
      else high = middle;
    }
    return this.#marks[low - 1] ?? { utf16: 0, unit: 0 };
  }
}

/** Length of a text in code points. */
export function codePointLength(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
