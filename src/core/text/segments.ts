/**
 * Boundaries of graphemes and words (Unicode UAX #29, by Intl.Segmenter). All offsets are
 * UTF-16 code units. Only a window around the place is segmented, so that the cost does not
 * depend on the length of the text.
 */
export type Granularity = 'grapheme' | 'word' | 'sentence';

const WINDOW = 2048;
const FAR = 65_536;
const PLAIN = /[ \t\nA-Za-z0-9\p{Script=Han}，。]/u;
const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(granularity: Granularity, language: string): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  let found = segmenters.get(key);
  if (!found) {
    found = new Intl.Segmenter(language === 'und' ? undefined : language, { granularity });
    segmenters.set(key, found);
  }
  return found;
}

/** A stretch of the text around `at` whose ends are line breaks, or far enough away not to matter. */
function windowAround(text: string, at: number): { from: number; to: number } {
  const lineStart = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const lineEndFound = text.indexOf('\n', at);
  const lineEnd = lineEndFound < 0 ? text.length : lineEndFound + 1;
  let from = Math.max(lineStart, at - WINDOW);
  let to = Math.min(lineEnd, at + WINDOW);
  if (at > 0 && text[at - 1] === '\r' && text[at] === '\n') from = Math.min(from, at - 1);
  while (from > lineStart && at - from < FAR && !isPlainBoundary(text, from)) from--;
  while (to < lineEnd && to - at < FAR && !isPlainBoundary(text, to)) to++;
  if (isLowSurrogate(text, from)) from--;
  if (isLowSurrogate(text, to)) to++;
  return { from, to };
}

/** Between two characters that never join into one grapheme cluster, whatever stands around them. */
function isPlainBoundary(text: string, at: number): boolean {
  return PLAIN.test(text[at - 1] ?? ' ') && PLAIN.test(text[at] ?? ' ');
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Characters that stand for themselves: neither marks nor joiners, of scripts that build no clusters of letters. */
const ALONE =
  /^[[[\p{L}\p{N}]&&[\p{sc=Latn}\p{sc=Arab}\p{sc=Hebr}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Han}\p{sc=Hira}]][ -~\u00a0،؛؟۔“”‘’«»–—…、。，]]$/v;

/** A quick look that settles most cases: between two characters that stand for themselves there is a boundary. */
function isClearBoundary(text: string, at: number): boolean {
  return ALONE.test(text[at - 1]!) && ALONE.test(text[at]!);
}

export interface Segment {
  start: number;
  end: number;
  /** For words: letters or digits are in it. For other granularities: true. */
  isWordLike: boolean;
}

/** The segment that holds the character at UTF-16 offset `at`; null at or beyond the end of the text. */
export function segmentAt(
  text: string,
  at: number,
  granularity: Granularity,
  language = 'und',
): Segment | null {
  if (at < 0 || at >= text.length) return null;
  const { from, to } = windowAround(text, at);
  const found = segmenter(granularity, language)
    .segment(text.slice(from, to))
    .containing(at - from);
  if (!found) return null;
  return {
    start: from + found.index,
    end: from + found.index + found.segment.length,
    isWordLike: found.isWordLike ?? true,
  };
}

/** Is `at` a grapheme cluster boundary? Both ends of the text are. */
export function isGraphemeBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return at === 0 || at === text.length;
  if (isClearBoundary(text, at)) return true;
  return segmentAt(text, at, 'grapheme')?.start === at;
}

/** The smallest range of whole grapheme clusters that covers [start, end). */
export function snapToGraphemes(text: string, start: number, end: number): { start: number; end: number } {
  const low = Math.max(0, Math.min(start, end));
  const high = Math.min(text.length, Math.max(start, end));
  if (low < high && isGraphemeBoundary(text, low) && isGraphemeBoundary(text, high))
    return { start: low, end: high };
  const first = segmentAt(text, low, 'grapheme');
  const last = high > low ? segmentAt(text, high - 1, 'grapheme') : null;
  return { start: first ? first.start : low, end: last ? last.end : first && high > low ? first.end : low };
}

/** The next boundary after `at`, of the given granularity; the text's length where there is none. */
export function nextBoundary(text: string, at: number, granularity: Granularity, language = 'und'): number {
  return segmentAt(text, at, granularity, language)?.end ?? text.length;
}

/** The boundary before `at`, of the given granularity; 0 where there is none. */
export function previousBoundary(
  text: string,
  at: number,
  granularity: Granularity,
  language = 'und',
): number {
  return at <= 0 ? 0 : (segmentAt(text, at - 1, granularity, language)?.start ?? 0);
}

/** The nearest word at `at`, or ending there; null where there is none on either side. */
export function wordAt(text: string, at: number, language = 'und'): Segment | null {
  const here = segmentAt(text, at, 'word', language);
  if (here?.isWordLike) return here;
  const before = at > 0 ? segmentAt(text, at - 1, 'word', language) : null;
  return before?.isWordLike ? before : null;
}

/** White space, and characters that only steer direction: nothing of a text that could be meant. */
const BLANK = /[\s\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** [start, end) without white space and direction controls at its ends; empty at `start` when nothing else is there. */
export function trimWhitespace(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && BLANK.test(text[from]!)) from++;
  while (to > from && BLANK.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}
