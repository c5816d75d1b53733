import { segmentAt } from '@core/text/segments';

interface Range {
  start: number;
  end: number;
}

/** The first word that begins at or after `offset`; null at the end of the text. All offsets in UTF-16 code units. */
export function wordFrom(text: string, offset: number, language: string): Range | null {
  let at = offset;
  while (at < text.length) {
    const segment = segmentAt(text, at, 'word', language);
    if (!segment) return null;
    if (segment.isWordLike && segment.start >= offset) return { start: segment.start, end: segment.end };
    at = segment.end;
  }
  return null;
}

/** The last word that begins before `offset`; null at the beginning of the text. */
export function wordBefore(text: string, offset: number, language: string): Range | null {
  let at = offset - 1;
  while (at >= 0) {
    const segment = segmentAt(text, at, 'word', language);
    if (!segment) return null;
    if (segment.isWordLike && segment.start < offset) return { start: segment.start, end: segment.end };
    at = segment.start - 1;
  }
  return null;
}

/** The selection with one word more at its end. */
export function extendByWord(text: string, selection: Range, language: string): Range {
  if (selection.start === selection.end) {
    const here = segmentAt(text, selection.start, 'word', language);
    if (here?.isWordLike) return { start: here.start, end: here.end };
  }
  const next = wordFrom(text, selection.end, language);
  return next
    ? { start: selection.start === selection.end ? next.start : selection.start, end: next.end }
    : selection;
}

/** The selection without its last word; at least one word stays. */
export function shrinkByWord(text: string, selection: Range, language: string): Range {
  const last = wordBefore(text, selection.end, language);
  const previous = last && wordBefore(text, last.start, language);
  return previous && previous.end > selection.start
    ? { start: selection.start, end: previous.end }
    : selection;
}
