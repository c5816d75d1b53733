import { displayQuote, type Fragments, hull } from '../model/fragment';
import { snapToGraphemes } from './segments';

/** A stretch of text with what stands around it, for showing to people: white space folded. */
export interface QuoteInContext {
  before: string;
  quote: string;
  after: string;
}

/** The text under some fragments with up to `around` UTF-16 code units on either side, cut between grapheme clusters. */
export function quoteInContext(text: string, fragments: Fragments, around = 60): QuoteInContext {
  const { start, end } = hull(fragments);
  const from = snapToGraphemes(text, Math.max(0, start - around), start).start;
  const to = snapToGraphemes(text, end, Math.min(text.length, end + around)).end;
  return {
    before: text.slice(from, start).replace(/\s+/gu, ' ').trimStart(),
    quote: displayQuote(text, fragments),
    after: text.slice(end, to).replace(/\s+/gu, ' ').trimEnd(),
  };
}
