import type { Fragment } from '../model/fragment';
import { foldedPattern, IGNORED, MOST_IGNORED, plainPattern } from './folding';
import { inflectedPattern } from './inflection';
import { isGraphemeBoundary, snapToGraphemes } from './segments';

/** How words are looked for. */
export interface MatchOptions {
  wholeWord: boolean;
  matchCase: boolean;
  /** Other spellings of the same letters count too: see folding.ts. */
  fold: boolean;
  /**
   * Whole words with affixes of the text's language count too, and the hit is the 'whole' form or
   * the 'stem' alone. 'none' where words must stand as they are.
   */
  inflection: 'none' | 'whole' | 'stem';
}

/** Goes through a text from its start: hits in order and apart, in UTF-16 offsets, as whole grapheme clusters. */
export type Finder = (text: string) => Generator<Fragment>;

const NO_SPACES =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}]';
/** A letter, digit or mark that goes on a word; scripts without spaces have no such neighbours. */
const JOINS = `[[\\p{L}\\p{N}\\p{M}_]--${NO_SPACES}--${IGNORED}]`;
const joins = new RegExp(JOINS, 'v');
const isIgnored = new RegExp(IGNORED, 'v');
/** Behind a character that goes on a word: no other one that does. */
const WORD_END = `(?:(?<!${JOINS}${IGNORED}{0,${MOST_IGNORED}})|(?!${IGNORED}{0,${MOST_IGNORED}}${JOINS}))`;

/** Finds some words; null when they are empty. `language` is the text's, for inflection. */
export function wordFinder(words: string, options: MatchOptions, language = 'und'): Finder | null {
  if (words.trim() === '') return null;
  const { matchCase, fold, inflection } = options;
  const source = fold ? (some: string) => foldedPattern(some, matchCase) : plainPattern;
  const inflected = inflection !== 'none';
  const wholeWord = options.wholeWord || inflected;
  const body = inflected ? inflectedPattern(words, language, source) : source(words);
  const pattern = new RegExp(wholeWord ? body + WORD_END : body, matchCase ? 'gv' : 'giv');

  return function* find(text) {
    let from = 0;
    for (let match = execAt(pattern, text, from); match; match = execAt(pattern, text, from)) {
      let { index: start } = match;
      let end = start + match[0].length;
      const isWord = !wholeWord || !continuesBefore(text, start);
      if (inflection === 'stem') {
        start += match[1]?.length ?? 0;
        end -= match[2]?.length ?? 0;
      }
      if (fold) end = withoutLooseSigns(text, start, end);
      if (isWord && isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)) {
        from = match.index + match[0].length;
        yield { start, end };
      } else {
        from = afterCharacter(text, match.index);
      }
    }
  };
}

/** The end without signs that are passed over and stand apart from the last letter. */
function withoutLooseSigns(text: string, start: number, end: number): number {
  let last = end;
  while (last - 1 > start && isIgnored.test(text[last - 1]!)) last--;
  while (last < end && !isGraphemeBoundary(text, last)) last++;
  return last;
}

/** The first match from an offset on. */
function execAt(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

function afterCharacter(text: string, at: number): number {
  return at + (firstCharacter(text, at).length || 1);
}

/** Does a word run across this offset, into what begins there? */
function continuesBefore(text: string, at: number): boolean {
  let before = at;
  for (let passed = 0; passed < MOST_IGNORED && isIgnored.test(text[before - 1] ?? ''); passed++) before--;
  return joins.test(lastCharacter(text, before)) && joins.test(firstCharacter(text, at));
}

function firstCharacter(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function lastCharacter(text: string, end: number): string {
  return [...text.slice(Math.max(0, end - 2), end)].at(-1) ?? '';
}

/**
 * Finds what a regular expression describes, widened to whole grapheme clusters; empty matches
 * are passed over. It may run for ever: search with it only where it can be ended.
 * @throws SyntaxError for a bad pattern
 */
export function patternFinder(
  source: string,
  { wholeWord, matchCase }: Pick<MatchOptions, 'wholeWord' | 'matchCase'>,
): Finder {
  const pattern = new RegExp(source, matchCase ? 'gmu' : 'gimu');
  return function* find(text) {
    let last = 0;
    let from = 0;
    for (let match = execAt(pattern, text, from); match; match = execAt(pattern, text, from)) {
      from = match[0] === '' ? afterCharacter(text, match.index) : match.index + match[0].length;
      if (match[0] === '') continue;
      const hit = snapToGraphemes(text, match.index, match.index + match[0].length);
      const cut = wholeWord && (continuesBefore(text, hit.start) || continuesBefore(text, hit.end));
      if (cut || hit.start < last) continue;
      last = hit.end;
      yield hit;
    }
  };
}

/** Why a regular expression cannot be used, in short; null when it can. */
export function patternFault(source: string): string | null {
  try {
    new RegExp(source, 'u');
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message.replace(/^.*: /s, '') : String(thrown);
  }
}
