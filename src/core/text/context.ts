import { displayQuote, type Fragments, hull } from '../model/fragment';
import { snapToGraphemes } from './segments';

/** A stretch of text with what stands around it, for showing to people: white space folded. */
export interface QuoteInContext {
  before: string;
  quote: string;
  after: string;
}

/**
 * The text under some fragments with up to `around` UTF-16 code units on either side, cut between
 * words where there is a space, else between grapheme clusters.
 */
export function quoteInContext(text: string, fragments: Fragments, around = 60): QuoteInContext {
  const { start, end } = hull(fragments);
  const from = snapToGraphemes(text, Math.max(0, start - around), start).start;
  const to = snapToGraphemes(text, end, Math.min(text.length, end + around)).end;
  return {
    before: fromWord(text.slice(from, start), /(^|\s)$/u.test(text.slice(Math.max(0, from - 1), from))),
    quote: displayQuote(text, fragments),
    after: toWord(text.slice(end, to), /^(\s|$)/u.test(text.slice(to, to + 1))),
  };
}

/** Without the piece of a word at its beginning. */
function fromWord(text: string, isWhole: boolean): string {
  const cut = isWhole ? text : text.replace(/^\S*\s(?=.*\S)/su, '');
  return cut.replace(/\s+/gu, ' ').trimStart();
}

/** Without the piece of a word at its end. */
function toWord(text: string, isWhole: boolean): string {
  const cut = isWhole ? text : text.replace(/(?<=\S.*)\s\S*$/su, '');
  return cut.replace(/\s+/gu, ' ').trimEnd();
}
