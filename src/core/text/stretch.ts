import { z } from 'zod';
import { nextBoundary, previousBoundary, segmentAt, snapToGraphemes } from './segments';

/** What becomes of a selection when it is marked. */
export const MarkingRules = z.strictObject({
  /** Ends that lie inside a word go to its ends; with 'grapheme' they stay where they are. */
  snap: z.enum(['word', 'grapheme']),
  /** White space and characters without a width at either end are left out. */
  trimSpace: z.boolean(),
  /** Punctuation at the end is left out, and quotes and brackets at either end without their partner. */
  trimPunctuation: z.boolean(),
});
export type MarkingRules = z.infer<typeof MarkingRules>;

export const defaultMarkingRules: MarkingRules = { snap: 'word', trimSpace: true, trimPunctuation: true };

interface Range {
  start: number;
  end: number;
}

/** Scripts written without spaces: their words are a guess, which no end is moved to. */
const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const APOSTROPHE = /['’]/;
const BLANK = /^[\s\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+$/u;
const FINAL = /^[\p{Terminal_Punctuation}\u2026]/u;
const ENCLOSING = /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"']/u;
/** A dot that belongs to what stands before it, as in 'U.S.' and 'a.m.'. */
const ABBREVIATED = /(?<![\p{L}\p{M}])\p{L}(\.\p{L})+\.$/u;

/** What closes what; the same sign may open in one language and close in another. */
const pairs = [
  '()',
  '[]',
  '{}',
  '""',
  "''",
  '“”',
  '‘’',
  '„“',
  '„”',
  '‚‘',
  '‚’',
  '«»',
  '»«',
  '‹›',
  '›‹',
  '（）',
  '［］',
  '｛｝',
  '「」',
  '『』',
  '【】',
  '《》',
  '〈〉',
  '〔〕',
  '﴿﴾',
  '﴾﴿',
];
const partners = new Map<string, string>();
for (const [open, close] of pairs as Iterable<[string, string]>) {
  partners.set(close, (partners.get(close) ?? '') + open);
  partners.set(open, (partners.get(open) ?? '') + close);
}

/** [start, end) with ends that lie inside a word moved to its ends. UTF-16 offsets. */
export function snapToWords(text: string, start: number, end: number, language = 'und'): Range {
  const range = snapToGraphemes(text, start, end);
  if (range.start >= range.end) return range;
  const first = wordOver(text, range.start, language);
  const last = wordOver(text, range.end - 1, language);
  return { start: first?.start ?? range.start, end: last?.end ?? range.end };
}

/**
 * The word that holds the character at an offset. An apostrophe parts words here, although Unicode's
 * rules have it in one: in “Islamabad’s”, “l’Iran” and “İstanbul’da” the name is a word of its own.
 */
function wordOver(text: string, at: number, language: string): Range | null {
  const word = segmentAt(text, at, 'word', language);
  if (!word?.isWordLike || NO_SPACES.test(text.slice(word.start, word.end))) return null;
  if (APOSTROPHE.test(text[at]!)) return null;
  let { start, end } = word;
  for (let place = start; place < end; place++) {
    if (!APOSTROPHE.test(text[place]!)) continue;
    if (place < at) start = place + 1;
    else end = place;
  }
  return { start, end };
}

/**
 * What a selection [start, end) marks by the rules: whole grapheme clusters within it, or within the
 * words that it touches. Null where there is nothing but white space. A selection of nothing but
 * punctuation is marked as it is. UTF-16 offsets.
 */
export function stretchOf(
  text: string,
  start: number,
  end: number,
  rules: MarkingRules,
  language = 'und',
): Range | null {
  const range =
    rules.snap === 'word' ? snapToWords(text, start, end, language) : snapToGraphemes(text, start, end);
  const bare = withoutBlanks(text, range);
  if (bare.start >= bare.end) return null;
  const from = rules.trimSpace ? bare : range;
  if (!rules.trimPunctuation) return from;
  const trimmed = withoutPunctuation(text, from, rules.trimSpace);
  const left = withoutBlanks(text, trimmed);
  return left.start < left.end ? trimmed : from;
}

function withoutBlanks(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from < to && BLANK.test(text.slice(from, nextBoundary(text, from, 'grapheme')))) {
    from = nextBoundary(text, from, 'grapheme');
  }
  while (to > from && BLANK.test(text.slice(previousBoundary(text, to, 'grapheme'), to))) {
    to = previousBoundary(text, to, 'grapheme');
  }
  return { start: from, end: Math.max(from, to) };
}

/** Takes away one sign after the other, until what stands at both ends belongs to the stretch. */
function withoutPunctuation(text: string, range: Range, trimsSpace: boolean): Range {
  let { start, end } = range;
  for (;;) {
    const before = previousBoundary(text, end, 'grapheme');
    const after = nextBoundary(text, start, 'grapheme');
    if (start < end && goesAtEnd(text, start, before, end)) end = before;
    else if (start < end && goesAtStart(text, start, after, end)) start = after;
    else return { start, end };
    if (trimsSpace) ({ start, end } = withoutBlanks(text, { start, end }));
  }
}

function goesAtEnd(text: string, start: number, at: number, end: number): boolean {
  const sign = text.slice(at, end);
  if (FINAL.test(sign)) return !ABBREVIATED.test(text.slice(Math.max(start, end - 40), end));
  return ENCLOSING.test(sign) && !hasPartner(text.slice(start, at), sign[0]!);
}

function goesAtStart(text: string, start: number, at: number, end: number): boolean {
  const sign = text.slice(start, at);
  return ENCLOSING.test(sign) && !hasPartner(text.slice(at, end), sign[0]!);
}

/** Is there a sign inside that belongs to this one, and to no other of its kind there? An apostrophe is none. */
function hasPartner(inside: string, sign: string): boolean {
  const wanted = partners.get(sign) ?? '';
  const bare = inside.replace(/(?<=\p{L})['’](?=\p{L})/gu, '');
  let open = 0;
  for (const character of bare) {
    if (wanted.includes(character)) open++;
    else if (character === sign && open > 0) open--;
  }
  return sign === '"' || sign === "'" ? open % 2 === 1 : open > 0;
}
