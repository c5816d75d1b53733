import type { Fragment } from '@core/model/fragment';
import { isGraphemeBoundary } from '@core/text/segments';

export interface OccurrenceOptions {
  wholeWord: boolean;
  matchCase: boolean;
}

/** A letter, digit or mark that goes on a word; scripts without spaces have no such neighbours. */
const JOINS = /[\p{L}\p{N}\p{M}_]/u;
const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

const goesOn = (character: string | undefined): boolean =>
  character !== undefined && JOINS.test(character) && !NO_SPACES.test(character);

/**
 * Where some words stand in a text, in order and apart, as UTF-16 offsets; never inside a grapheme
 * cluster. Case is compared by Unicode's simple folding, which keeps offsets.
 */
export function occurrences(
  text: string,
  words: string,
  { wholeWord, matchCase }: OccurrenceOptions,
): Fragment[] {
  if (words.trim() === '') return [];
  const pattern = new RegExp(escaped(words), matchCase ? 'gu' : 'giu');
  const found: Fragment[] = [];
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end)) continue;
    if (wholeWord && (continues(text, start) || continues(text, end))) continue;
    found.push({ start, end });
  }
  return found;
}

/** Does a word run across this offset? */
function continues(text: string, at: number): boolean {
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1);
  const after = [...text.slice(at, at + 2)][0];
  return goesOn(before) && goesOn(after);
}

/** The words as a pattern in which any white space stands for any other. */
function escaped(words: string): string {
  return words
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('\\s+');
}
