import type { Fragment } from '../model/fragment';
import type { QuoteInContext } from './context';
import { nextBoundary, snapToGraphemes } from './segments';

const BEFORE = 36;
const AFTER = 120;
const MOST_OF_HIT = 200;

const inOneLine = (text: string) => text.replace(/\s+/gu, ' ');

/** A hit as a list shows it: a stretch of a text (UTF-16 offsets) with what stands before and behind it in its lines, cut between words. */
export function surroundings(text: string, { start, end }: Fragment): QuoteInContext {
  const near = Math.max(0, start - BEFORE);
  const lineBreak = text.slice(near, start).lastIndexOf('\n');
  const isCut = lineBreak < 0 && near > 0 && text[near - 1] !== '\n';
  const from = isCut ? Math.min(start, nextBoundary(text, near, 'word')) : near + lineBreak + 1;
  const lineEnd = text.slice(end, end + AFTER).indexOf('\n');
  const to = lineEnd < 0 ? snapToGraphemes(text, end, Math.min(text.length, end + AFTER)).end : end + lineEnd;
  const isLong = end - start > MOST_OF_HIT;
  const shown = isLong ? snapToGraphemes(text, start, start + MOST_OF_HIT).end : end;
  return {
    before: isCut
      ? `…${inOneLine(text.slice(from, start)).replace(/^[\s\p{P}]+/u, '')}`
      : inOneLine(text.slice(from, start)),
    quote: inOneLine(text.slice(start, shown)) + (isLong ? '…' : ''),
    after: isLong ? '' : inOneLine(text.slice(end, to)),
  };
}
