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
 * Some words for a line that people read, each kept apart from its neighbours where one is written from
 * right to left, so that the order stays (Unicode isolates, UAX #9). Not for files that programs read.
 */
export function inARow(words: readonly string[], separator = ', '): string {
  const isolated = (word: string) => (RTL_SCRIPTS.test(word) ? `\u2068${word}\u2069` : word);
  return (words.length > 1 ? words.map(isolated) : words).join(separator);
}
