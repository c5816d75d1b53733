import { type Fragments, hull } from '@core/model/fragment';
import type { Example } from '@core/model/schema';
import { snapToGraphemes } from '@core/text/segments';

const AROUND = 80;
const MOST = 4_000;

/** A marked span with the words around it, within its line, as an example of its label. */
export function exampleFrom(text: string, fragments: Fragments): Example {
  const { start, end } = hull(fragments);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const from = Math.max(lineStart, start - AROUND);
  const to = Math.min(lineEnd === -1 ? text.length : lineEnd, end + AROUND);
  const around = snapToGraphemes(text, from, to);
  return {
    before: wordsOnly(text.slice(around.start, start), from > lineStart, 'start'),
    text: text.slice(start, Math.min(end, start + MOST)),
    after: wordsOnly(text.slice(end, around.end), to < (lineEnd === -1 ? text.length : lineEnd), 'end'),
    note: '',
  };
}

/** Without the word that was cut through, where there are others. */
function wordsOnly(text: string, isCut: boolean, side: 'start' | 'end'): string {
  if (!isCut) return text;
  const whole = side === 'start' ? text.replace(/^\S*\s+(?=\S)/, '') : text.replace(/\s+\S*$/, '');
  return side === 'start' ? `…${whole}` : `${whole}…`;
}
