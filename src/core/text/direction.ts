export type Direction = 'ltr' | 'rtl';

const RTL_SCRIPTS =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const SAMPLE = 20_000;

/**
 * The base direction of a whole document: that of most of its letters. Differs on purpose from
 * the first-strong rule of UAX #9, which one Latin word at the head of an Urdu text would turn.
 * Single lines get their own direction when shown.
 */
export function directionOf(text: string): Direction {
  let rtl = 0;
  let letters = 0;
  for (const character of text.slice(0, SAMPLE)) {
    if (!/\p{L}/u.test(character)) continue;
    letters++;
    if (RTL_SCRIPTS.test(character)) rtl++;
  }
  return rtl * 2 > letters ? 'rtl' : 'ltr';
}

/**
 * Words for a line that people read, kept apart from their neighbours where they are written from right
 * to left (Unicode isolates, UAX #9). Not for files that programs read.
 */
export function isolated(words: string): string {
  return RTL_SCRIPTS.test(words) ? `\u2068${words}\u2069` : words;
}

/**
 * A line of the window's own language, from left to right, with words of any direction in it: they stay
 * in their order, and arrows between them point to the next one, also where the line's first letter
 * decides how an element runs. Use as a tag: inLine`${from} → ${to}`.
 */
export function inLine(fixed: readonly string[], ...words: readonly string[]): string {
  const line = fixed.map((part, at) => part + isolated(words[at] ?? '')).join('');
  return words.some((word) => RTL_SCRIPTS.test(word)) ? `\u200e${line}` : line;
}

/** Some words side by side, as {@link inLine} has them; a single one as it is. */
export function inARow(words: readonly string[], separator = ', '): string {
  if (words.length < 2) return words.join('');
  return inLine(['', ...words.slice(1).map(() => separator), ''], ...words);
}
