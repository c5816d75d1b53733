import { folded } from './fold';
import { withoutTitles } from './titles';

/**
 * What stays of a name in Arabic or Latin script when vowels go: the sounds that both scripts write,
 * as one letter each. The table is in docs/entities.md. `S` stands for sh, `C` for ch, `a` for a vowel at the
 * beginning of the name.
 */
const arabic: Record<string, string> = {
  ب: 'b',
  پ: 'p',
  ت: 't',
  ط: 't',
  ٹ: 't',
  ټ: 't',
  ج: 'j',
  چ: 'C',
  ح: 'h',
  ه: 'h',
  خ: 'k',
  ق: 'k',
  ک: 'k',
  د: 'd',
  ڈ: 'd',
  ډ: 'd',
  ذ: 'z',
  ز: 'z',
  ظ: 'z',
  ژ: 'z',
  ځ: 'z',
  څ: 's',
  ر: 'r',
  ڑ: 'r',
  ړ: 'r',
  س: 's',
  ص: 's',
  ش: 'S',
  ښ: 'S',
  غ: 'g',
  گ: 'g',
  ګ: 'g',
  ږ: 'g',
  ف: 'f',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ڼ: 'n',
};
/** Two letters that Persian and Urdu read otherwise than Arabic: as s and z, or as th and d. */
const easternReading: Record<string, string> = { ث: 's', ض: 'z' };
const arabicReading: Record<string, string> = { ث: 't', ض: 'd' };

/** Letters and groups of Latin script, the longer first. What is not here is a vowel or a sign. */
const latin: readonly (readonly [string, string])[] = [
  ['tch', 'C'],
  ['sch', 'S'],
  ['sh', 'S'],
  ['ch', 'C'],
  ['kh', 'k'],
  ['gh', 'g'],
  ['zh', 'z'],
  ['th', 't'],
  ['dh', 'd'],
  ['bh', 'b'],
  ['jh', 'j'],
  ['dj', 'j'],
  ['ph', 'f'],
  ['ck', 'k'],
  ['ce', 's'],
  ['ci', 's'],
  ['cy', 's'],
  ['x', 'ks'],
  ['c', 'k'],
  ['q', 'k'],
  ...[...'bdfghjklmnprstz'].map((letter) => [letter, letter] as const),
];
const LATIN_GROUP = new RegExp(latin.map(([group]) => group).join('|'), 'g');
const latinSounds = new Map(latin);

/** Letters whose sound folding would lose. */
const early: Record<string, string> = { ş: 'sh', ș: 'sh', š: 'sh', č: 'ch', ž: 'zh', ḫ: 'kh', ẖ: 'kh' };
const EARLY = new RegExp(`[${Object.keys(early).join('')}]`, 'gu');
/** What may be the second half of an aspirate, as in بھٹو, or an h of its own, as in قندھار. */
const ASPIRATE = /(?<=[بپتٹجچدڈرڑکگلمن])ھ/gu;

/** The article and the joining vowels between words, which one spelling writes and another does not. */
const particles = new Set(['al', 'el', 'ul', 'ud', 'ur', 'us', 'uz', 'e', 'i', 'o']);

export type Script = 'arabic' | 'latin' | 'other';

/** The script of a name's first letter, as far as spelling is compared across scripts. */
export function scriptOf(name: string): Script {
  const first = /\p{L}/u.exec(name)?.[0] ?? '';
  if (/\p{Script=Arabic}/u.test(first)) return 'arabic';
  return /\p{Script=Latin}/u.test(first) ? 'latin' : 'other';
}

/**
 * The consonant skeletons of a name without its titles: one, several where Arabic letters can be read
 * in several ways, none for other scripts and for names with fewer than two consonants. Names with a
 * common skeleton may be spellings of one: محمد, Mohammad and Muhammed are all 'mhmd'.
 */
export function skeletons(name: string): string[] {
  const script = scriptOf(name);
  if (script === 'other') return [];
  const spelt = name
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(EARLY, (letter) => early[letter]!);
  if (script === 'latin') return [skeletonOf(spelt, {})].filter((skeleton) => skeleton.length > 1);
  const spellings = [spelt, spelt.replace(ASPIRATE, ''), withoutArticles(spelt)];
  const found = [...new Set(spellings)].flatMap((spelling) =>
    [easternReading, arabicReading].map((reading) => skeletonOf(spelling, reading)),
  );
  return [...new Set(found)].filter((skeleton) => skeleton.length > 1);
}

/** Without al- in front of words: 'الحق' is 'حق'. 'الیاس' (Ilyas) begins so too, which is why names are also read with it. */
function withoutArticles(name: string): string {
  return name.replace(/(?<!\S)ال(?=\S\S)(?!ل[ه\u06c1](?!\S))/gu, '');
}

function skeletonOf(name: string, reading: Record<string, string>): string {
  const all = withoutTitles(folded(name)).split(' ');
  const words = all.filter((word, index) => index === 0 || !particles.has(word));
  const kept = words.length > 1 && particles.has(words[0]!) ? words.slice(1) : words;
  const sounds = kept.map((word) =>
    scriptOf(word) === 'arabic' ? arabicWord(word, reading) : latinWord(word),
  );
  return joined(sounds);
}

/** Words run together: a vowel at the beginning counts at the beginning of the whole name alone. */
function joined(words: readonly string[]): string {
  const run = words.map((word, index) => (index > 0 ? word.replace(/^a/, '') : word)).join('');
  return run.replace(/(.)\1+/g, '$1');
}

function arabicWord(word: string, reading: Record<string, string>): string {
  const sounds = [...word].map((letter, index) => {
    const sound = arabic[letter] ?? reading[letter];
    if (sound) return sound;
    if (index > 0) return '';
    if (letter === 'و') return 'v';
    if (letter === 'ی') return 'y';
    return /[اعء]/u.test(letter) ? 'a' : '';
  });
  const silentEnd = word.length > 2 && word.endsWith('ه');
  return (silentEnd ? sounds.slice(0, -1) : sounds).join('');
}

function latinWord(word: string): string {
  const [first] = word;
  const head = /[aeiou]/.test(first!) ? 'a' : /[wv]/.test(first!) ? 'v' : first === 'y' ? 'y' : '';
  const stem = word.replace(/(?<=[ae])h$/, '');
  return head + (stem.match(LATIN_GROUP) ?? []).map((group) => latinSounds.get(group)!).join('');
}
