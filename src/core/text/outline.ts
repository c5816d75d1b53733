/** A paragraph or heading of a plain text; [start, end) in UTF-16 code units, without the line break. */
export interface OutlineEntry {
  start: number;
  end: number;
  kind: 'heading' | 'paragraph';
}

const LONGEST_HEADING = 140;
const SENTENCE_END = /[.!?…:;,。！？；，۔؟،؛]["”’»)\]]*\s*$/u;
const MARKED_HEADING = /^\s*(#{1,6}\s|(\d+\.)+\s+\p{Lu})/u;

/**
 * The paragraphs of a plain text, blank lines left out. A heading is a short line that does not
 * end like a sentence and stands first or before a longer one, or is marked as one ('# …', '1.2 …'). A rule
 * of thumb: plain text does not say.
 */
export function outline(text: string): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (!isBlank(text, start, end)) entries.push({ start, end, kind: 'paragraph' });
    start = end + 1;
  }
  for (const [index, entry] of entries.entries()) {
    if (looksLikeHeading(text, entry, entries[index + 1], index === 0)) entry.kind = 'heading';
  }
  return entries;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!/\s/u.test(text[at]!)) return false;
  return true;
}

function looksLikeHeading(
  text: string,
  { start, end }: OutlineEntry,
  next: OutlineEntry | undefined,
  isFirst: boolean,
): boolean {
  const length = end - start;
  if (length > LONGEST_HEADING || !next) return false;
  const line = text.slice(start, end);
  if (MARKED_HEADING.test(line)) return true;
  const isShorter = isFirst || next.end - next.start > length;
  return isShorter && (!SENTENCE_END.test(line) || /\?\s*$/u.test(line));
}

/** The entry that an offset lies in, or the last one before it, by bisection; -1 before the first. */
export function entryAt(entries: readonly OutlineEntry[], offset: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
