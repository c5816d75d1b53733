/**
 * What counts as the same when a text is searched with folding: other spellings of a letter, and
 * signs that are passed over. The rules are in docs/find-and-propagate.md. Folding makes patterns
 * for the text as it is, never a folded copy of it, so that every offset stays exact.
 */

const passedOver =
  /[[\p{M}&&\p{scx=Arab}]\u0640\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff]/v;

/**
 * Vowel and Koranic signs, kashida, joiners, direction marks, soft hyphens and their like, as a
 * class (flag v). Written out in ranges: it stands in a pattern once a letter, and reading
 * properties so often would take longer than searching.
 */
export const IGNORED = `[${ranges(passedOver)}]`;

/** More of them in a row than any writing has would make searching slow. */
export const MOST_IGNORED = 32;

const SOME_IGNORED = `${IGNORED}{0,${MOST_IGNORED}}`;
const SPACE = `\\s[\\s${IGNORED}]{0,63}`;
const ignored = new RegExp(IGNORED, 'gv');

/** The characters of the basic plane that a pattern takes, as ranges inside a class. */
function ranges(pattern: RegExp): string {
  const found: [number, number][] = [];
  for (let code = 0; code < 0x10000; code++) {
    if (!pattern.test(String.fromCharCode(code))) continue;
    const last = found.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else found.push([code, code]);
  }
  const hex = (code: number) => `\\u{${code.toString(16)}}`;
  return found.map(([low, high]) => `${hex(low)}-${hex(high)}`).join('');
}

/** Letters that are one: each group by its first. */
const groups = [
  'اأإآٱ',
  'یيىېۍئ',
  'کكڪ',
  'هہۀۂۃةە',
  'وؤ',
  'ےۓ',
  ...Array.from({ length: 10 }, (_, digit) =>
    String.fromCodePoint(0x30 + digit, 0x660 + digit, 0x6f0 + digit),
  ),
];

/** Where Unicode keeps the shapes of Arabic letters as characters of their own. */
const SHAPE = /[\ufb50-\ufdff\ufe70-\ufefc]/u;
const LAM_ALEF = 'لا';
const lamAlefShapes = '\ufef5\ufef6\ufef7\ufef8\ufef9\ufefa\ufefb\ufefc';

const firstOfGroup = new Map(groups.flatMap((group) => [...group].map((letter) => [letter, group[0]!])));
const sameLetters = spellings();

/** All characters that stand for a letter, by the first of its group. */
function spellings(): Map<string, string> {
  const found = new Map(groups.map((group) => [group[0]!, group]));
  for (let code = 0xfb50; code <= 0xfefc; code++) {
    const shape = String.fromCharCode(code);
    if (!SHAPE.test(shape)) continue;
    const letter = lettersOf(shape);
    if (letter.length !== 1 || letter === shape) continue;
    found.set(letter, (found.get(letter) ?? letter) + shape);
  }
  return found;
}

/** The letters that a text comes down to: signs left out, shapes and spellings replaced by their letter. */
function lettersOf(text: string): string {
  return [...text.normalize('NFC')]
    .map((character) => (SHAPE.test(character) ? character.normalize('NFKC') : character))
    .join('')
    .replace(ignored, '')
    .replace(/./gsu, (letter) => firstOfGroup.get(letter) ?? letter);
}

/** A character as itself in a pattern, inside a class or outside. */
export function escaped(text: string): string {
  return [...text].map((character) => `\\u{${character.codePointAt(0)!.toString(16)}}`).join('');
}

function letterPattern(letter: string, matchCase: boolean): string {
  const same = sameLetters.get(letter);
  if (same) return `[${escaped(same)}]`;
  // Turkish writes i with and without a dot; Unicode's simple folding keeps these apart.
  if (!matchCase && /[iıİ]/iu.test(letter)) return '(?:[iıİ]|i\\u0307)';
  const apart = letter.normalize('NFD');
  return apart === letter ? escaped(letter) : `(?:${escaped(letter)}|${escaped(apart)})`;
}

/** The source of a pattern (flag v) for words in every spelling that folding takes for the same. */
export function foldedPattern(words: string, matchCase: boolean): string {
  const letters = lettersOf(words);
  if (letters.trim() === '') return plainPattern(words);
  return letters
    .trim()
    .split(/\s+/u)
    .map((word) =>
      word
        .split(LAM_ALEF)
        .map((part) => Array.from(part, (letter) => letterPattern(letter, matchCase) + SOME_IGNORED).join(''))
        .join(
          `(?:${letterPattern('ل', true)}${SOME_IGNORED}${letterPattern('ا', true)}|[${escaped(lamAlefShapes)}])${SOME_IGNORED}`,
        ),
    )
    .join(SPACE);
}

/** The source of a pattern (flag v) for words as they are, in which any white space stands for any other. */
export function plainPattern(words: string): string {
  return words.trim().split(/\s+/u).map(escaped).join('\\s{1,64}');
}
