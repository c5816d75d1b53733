import type { AnnotationRule } from '../rule';

const WORD = /[\p{L}\p{M}\p{N}]/u;
/** Scripts that write no spaces between words, where every place may be a border. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;

/** Does an offset (UTF-16) of a text lie inside a word? */
export function cutsWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const low = text.charCodeAt(offset - 1);
  const isLowSurrogate = low >= 0xdc00 && low <= 0xdfff && offset >= 2;
  const before = String.fromCodePoint(text.codePointAt(offset - (isLowSurrogate ? 2 : 1))!);
  const after = String.fromCodePoint(text.codePointAt(offset)!);
  return WORD.test(before) && WORD.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after);
}

export const cutWord: AnnotationRule = {
  id: 'cut-word',
  severity: 'warning',
  title: 'Spans begin and end between words',
  over: 'annotation',
  check: ({ fragments }, { text }) =>
    fragments.flatMap(({ start, end }) => [
      ...(cutsWord(text, start) ? [`It begins inside a word: ${around(text, start)}`] : []),
      ...(cutsWord(text, end) ? [`It ends inside a word: ${around(text, end)}`] : []),
    ]),
};

const REACH = 24;

/** The word around an offset with a bar where it is cut. */
function around(text: string, offset: number): string {
  const before = /[\p{L}\p{M}\p{N}]*$/u.exec(text.slice(Math.max(0, offset - REACH), offset))![0];
  const after = /^[\p{L}\p{M}\p{N}]*/u.exec(text.slice(offset, offset + REACH))![0];
  return `${before}|${after}`;
}
