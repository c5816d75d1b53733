/** Vowel signs and diacritics of Latin, Greek, Cyrillic, Hebrew and Arabic script. Indic vowel signs are letters and stay. */
const DIACRITICS =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff]/gu;
/** Kashida, soft hyphen, joiners, direction marks, variation selectors, byte order mark. */
const INVISIBLE = /[\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe0e\ufe0f]/gu;
const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/gu;
/** Apostrophes (also as signs of hamza and ayn) and full stops, which stand inside words. */
const INSIDE_WORDS = /['’‘ʼʻʿʾ`´.]/gu;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}\p{S}]+/gu;

/** Letters of one sound with different code points, and letters that no decomposition takes apart. */
const letters: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ۍ: 'ی',
  ے: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۃ: 'ه',
  ە: 'ه',
  ٱ: 'ا',
  ں: 'ن',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ə: 'a',
  ς: 'σ',
};
const LETTERS = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu;

/** A name as it is written, but in one Unicode form (NFC) and with single spaces. */
export function plain(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * A name for comparing: compatibility forms, case (Turkish dotted and dotless i as one), diacritics,
 * Arabic vowel signs, kashida and joiners put away; the Arabic, Persian, Urdu and Pashto forms of
 * yeh, kaf, heh and alef as one; digits in one form; no English possessive; words joined by one space.
 * Folding twice is folding once.
 */
export function folded(name: string): string {
  const bare = once(name);
  // Signs alone ('!', '—') are compared as they are.
  return bare === '' ? plain(name.normalize('NFKC')) : bare;
}

function once(name: string): string {
  return name
    .normalize('NFKD')
    .replace(DIACRITICS, '')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(DIACRITICS, '')
    .replace(LETTERS, (letter) => letters[letter]!)
    .replace(ARABIC_DIGITS, (digit) => String(digit.codePointAt(0)! & 15))
    .replace(POSSESSIVE, '')
    .replace(INSIDE_WORDS, '')
    .replace(BETWEEN_WORDS, ' ')
    .trim()
    .normalize('NFC');
}
