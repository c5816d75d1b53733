import { foldedPattern } from './folding';

/**
 * Affixes that a word may carry and still be the same word, by language: light rules that find
 * more than they should rather than less, since every hit is shown before it is marked. They are
 * listed in docs/find-and-propagate.md.
 */
interface Rules {
  /** Before the first word. */
  prefixes: readonly string[];
  /** Behind the last word; an apostrophe stands for any of its shapes, '-' for one that may be there. */
  suffixes: readonly string[];
  /** Endings of the last word that change before a suffix. */
  changes: readonly (readonly [ending: string, becomes: string])[];
}

const each = (firsts: readonly string[], seconds: readonly string[]) =>
  firsts.flatMap((first) => seconds.map((second) => first + second));

const turkishCases =
  'ı i u ü yı yi yu yü a e ya ye da de ta te dan den tan ten ın in un ün nın nin nun nün la le yla yle ca ce ça çe lı li lu lü daki deki taki teki'.split(
    ' ',
  );
const turkishPossessives = 'sı si su sü'.split(' ');
const turkishAfterPossessives = 'na ne nı ni nu nü nda nde ndan nden nın nin nun nün yla yle'.split(' ');
const turkish = [
  ...turkishCases,
  ...turkishPossessives,
  ...turkishAfterPossessives,
  ...each(turkishPossessives, turkishAfterPossessives),
  ...each(['lar', 'ler'], ['', ...turkishCases]),
];

const arabicPronouns = ['ه', 'ها', 'هم', 'هن', 'هما', 'ك', 'كم', 'ي', 'نا'];

const rules: Readonly<Record<string, Rules>> = {
  en: { prefixes: [], suffixes: ["'s", "'", 's', 'es', "s'", "es'"], changes: [['y', 'i']] },
  fr: {
    prefixes: each(['l', 'd', 'qu', 'n', 's', 'j', 'm', 't', 'c'], ["'"]),
    suffixes: ['s', 'x', 'e', 'es'],
    changes: [['al', 'au']],
  },
  de: { prefixes: [], suffixes: ['s', 'es', 'e', 'en', 'n', 'er', 'ern', 'em', "'"], changes: [] },
  es: { prefixes: [], suffixes: ['s', 'es'], changes: [['z', 'c']] },
  tr: {
    prefixes: [],
    suffixes: each(['-'], turkish),
    changes: [
      ['p', 'b'],
      ['ç', 'c'],
      ['t', 'd'],
      ['k', 'ğ'],
    ],
  },
  ar: {
    prefixes: [...each(['', 'و', 'ف'], ['ال', 'بال', 'كال', 'لل', 'ب', 'ل', 'ك']), 'و', 'ف'],
    suffixes: [...arabicPronouns, 'ا', 'ان', 'ين', 'ون', 'ات', 'ية', ...each(['ات'], arabicPronouns)],
    changes: [
      ['ة', 'ت'],
      ['ة', ''],
    ],
  },
  fa: {
    prefixes: ['و', 'ب', 'به', 'ال', 'وال', 'بال', 'لل'],
    suffixes: [
      'ی',
      'ای',
      'ها',
      'های',
      'هایی',
      'ان',
      'گان',
      'ات',
      'ین',
      'یان',
      'ش',
      'م',
      'شان',
      'مان',
      ...each(['ها'], ['یش', 'یم', 'یشان', 'یمان']),
    ],
    changes: [['ه', '']],
  },
  ur: {
    prefixes: ['و', 'ب', 'ال', 'وال', 'بال', 'لل'],
    suffixes: ['ے', 'ی', 'وں', 'یں', 'یاں', 'یوں', 'ئیں', 'ؤں', 'ات', 'ین', 'ان', 'و'],
    changes: [
      ['ا', ''],
      ['ہ', ''],
      ['ی', ''],
    ],
  },
  ps: {
    prefixes: ['و', 'ال', 'وال'],
    suffixes: [
      'ان',
      'انو',
      'ګان',
      'ګانو',
      'ونه',
      'ونو',
      'و',
      'ه',
      'ې',
      'ۍ',
      'ي',
      'یان',
      'یانو',
      'وې',
      'ګانې',
    ],
    changes: [
      ['ی', ''],
      ['ه', ''],
    ],
  },
  he: {
    prefixes: [
      'ו',
      'ה',
      'ב',
      'ל',
      'מ',
      'ש',
      'כ',
      ...each(['ו', 'ש', 'כש'], ['ה', 'ב', 'ל', 'מ']),
      'כש',
      'מה',
      'שה',
    ],
    suffixes: ['ים', 'ות', 'י', 'ו', 'ה', 'ת', 'ם', 'ן', 'יו', 'יה', 'יהם'],
    changes: [['ה', '']],
  },
};

/** Tags of languages that another one's rules are for. */
const sameRules: Readonly<Record<string, string>> = { prs: 'fa', pes: 'fa', arb: 'ar', pbt: 'ps', pst: 'ps' };

function rulesFor(language: string): Rules | undefined {
  const primary = language.toLowerCase().split('-')[0]!;
  return rules[sameRules[primary] ?? primary];
}

/** Does Parley have inflection rules for a language (a BCP 47 tag)? */
export function hasInflection(language: string): boolean {
  return rulesFor(language) !== undefined;
}

const APOSTROPHE = "['\u2019\u02bc]";
const SHORTEST = 2;

/**
 * The source of a pattern (flag v) for words with the affixes of a language. Its first group is
 * what stands before them, its second what stands behind; a changed ending belongs to the word.
 * @param source makes a pattern of some words
 */
export function inflectedPattern(words: string, language: string, source: (words: string) => string): string {
  const found = rulesFor(language);
  const whole = source(words);
  const last = words.trim().split(/\s+/u).at(-1) ?? '';
  if (!found || [...last].length < SHORTEST) return `()${whole}()`;
  const prefix = oneOf(found.prefixes, source);
  const suffix = oneOf(found.suffixes, source);
  const changed = found.changes
    .filter(([ending]) => [...last].length > ending.length && endsIn(last, ending))
    .map(([ending, becomes]) => `${source(words.trim().slice(0, -ending.length) + becomes)}${suffix}`);
  const forms = [`${whole}\\u200c?(${suffix})?`, ...changed];
  return `(${prefix})?(?:${forms.join('|')})`;
}

/** Compares as folding does, so that an ending in another spelling changes too. */
function endsIn(word: string, ending: string): boolean {
  return new RegExp(`^${foldedPattern(ending, false)}$`, 'iv').test(word.slice(-ending.length));
}

/** One of several affixes, the longest first. */
function oneOf(affixes: readonly string[], source: (words: string) => string): string {
  if (affixes.length === 0) return '(?!)';
  const patterns = affixes
    .toSorted((a, b) => b.length - a.length)
    .map((affix) => {
      const parts = affix.split(/(['-])/u).filter((part) => part !== '');
      return parts
        .map((part) => (part === "'" ? APOSTROPHE : part === '-' ? `${APOSTROPHE}?` : source(part)))
        .join('');
    });
  return `(?:${patterns.join('|')})`;
}
