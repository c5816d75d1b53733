import type { Fragment } from '../model/fragment';

/** Small words that stand inside names: 'Ministry of Defence', 'Khaled bin Walid'. */
const INSIDE = new Set(
  'of de da do dos del della di der den van von zu bin bint ibn al el ul ur ud la le du'.split(' '),
);
/** Words that begin English sentences before a name: 'In Kabul', 'When Mujahid spoke'. */
const BEFORE_NAMES = new Set(
  (
    'a after although amid an and as at because before both but by despite during either every for from he her his ' +
    'however if in it its later many meanwhile most neither no not on once one only or our over she since so some ' +
    'that the their then there these they this those though through to under until upon we what when where whether ' +
    'which while who why with within without yet you your mr mrs ms'
  ).split(' '),
);
const SPACE = /^[ \u00a0]$/u;
const HYPHEN = /^[-\u2010\u2011]$/u;
const AFTER_INITIAL = /^\.[ \u00a0]$/u;
const SENTENCE_END = /[.!?…:]["”’»)\]]*\s*["“‘«([]*$/u;
const OPENING = /["“‘«]$/u;
const POSSESSIVE = /['’]s?$/iu;
const CAPITAL = /^\p{Lu}/u;
const CASED = /\p{Ll}|\p{Lu}/u;
const SAMPLE = 400_000;
/** More of a line's words than this in capitals: a headline, where capitals tell nothing. */
const HEADLINE = 0.6;
const LONGEST_NAME = 12;

interface Word {
  start: number;
  end: number;
  text: string;
  /** What stands between this word and the one before it. */
  gap: string;
}

/**
 * Finds stretches of a text that look like names: words and runs of words with capitals, where the
 * script has them, and in every script the names that are known already. A suggestion where to
 * look next, no claim. Offsets are UTF-16 code units.
 */
export class CandidateFinder {
  readonly #text: string;
  readonly #segmenter: Intl.Segmenter;
  readonly #names = new Set<string>();
  readonly #known = new Map<string, string[][]>();
  readonly #small = new Set<string>();
  readonly #capitalInside = new Set<string>();

  /** @param language BCP 47 tag of the text */
  constructor(text: string, language: string) {
    this.#text = text;
    this.#segmenter = new Intl.Segmenter(language === 'und' ? undefined : language, { granularity: 'word' });
    for (const { words } of this.#lines(0, Math.min(text.length, SAMPLE)))
      for (const [index, { text: word, gap }] of words.entries()) {
        if (CAPITAL.test(word)) {
          if (!isFirst(index, gap)) this.#capitalInside.add(bare(word));
        } else this.#small.add(word.toLowerCase());
      }
  }

  /** Makes a name known: of an entity, an alias, or of what is marked already. */
  add(name: string): void {
    if (this.#names.has(name)) return;
    this.#names.add(name);
    const words = this.#wordsOf(name, 0).map(({ text }) => key(text));
    const [first] = words;
    if (!first || words.length > LONGEST_NAME || name.trim().length < 2) return;
    const sameStart = this.#known.get(first);
    if (sameStart) sameStart.push(words);
    else this.#known.set(first, [words]);
  }

  /**
   * The first candidate that begins at or after `from` (with `by` -1: the last that ends at or
   * before it) and is not left out by `skip`; null when there is none.
   */
  find(from: number, by: 1 | -1, skip: (candidate: Fragment) => boolean): Fragment | null {
    for (const line of by > 0 ? this.#lines(from, this.#text.length) : this.#linesBack(from)) {
      const found = this.#inLine(line.words).filter((candidate) =>
        by > 0 ? candidate.start >= from : candidate.end <= from,
      );
      const next = (by > 0 ? found : found.reverse()).find((candidate) => !skip(candidate));
      if (next) return next;
    }
    return null;
  }

  #wordsOf(line: string, offset: number): Word[] {
    const words: Word[] = [];
    let gapFrom = 0;
    for (const { segment, index, isWordLike } of this.#segmenter.segment(line)) {
      if (!isWordLike) continue;
      words.push({
        start: offset + index,
        end: offset + index + segment.length,
        text: segment,
        gap: line.slice(gapFrom, index),
      });
      gapFrom = index + segment.length;
    }
    return words;
  }

  *#lines(from: number, to: number): Generator<{ words: Word[] }> {
    let start = from === 0 ? 0 : this.#text.lastIndexOf('\n', from - 1) + 1;
    while (start < to) {
      const next = this.#text.indexOf('\n', start);
      const end = next < 0 ? this.#text.length : next;
      yield { words: this.#wordsOf(this.#text.slice(start, end), start) };
      start = end + 1;
    }
  }

  *#linesBack(from: number): Generator<{ words: Word[] }> {
    let end = this.#text.indexOf('\n', from);
    if (end < 0) end = this.#text.length;
    while (end >= 0) {
      const start = end === 0 ? 0 : this.#text.lastIndexOf('\n', end - 1) + 1;
      yield { words: this.#wordsOf(this.#text.slice(start, end), start) };
      end = start - 1;
    }
  }

  #inLine(words: readonly Word[]): Fragment[] {
    const cased = words.filter(({ text }) => CASED.test(text));
    const capitals = cased.filter(({ text }) => CAPITAL.test(text)).length;
    const isHeadline = cased.length > 3 && capitals > words.length * HEADLINE;
    const found: Fragment[] = [];
    for (let at = 0; at < words.length; ) {
      const length = Math.max(this.#knownAt(words, at), isHeadline ? 0 : this.#capitalsAt(words, at));
      if (length === 0) {
        at++;
        continue;
      }
      const last = words[at + length - 1]!;
      const end = last.end - (POSSESSIVE.exec(last.text)?.[0].length ?? 0);
      if (end > words[at]!.start) found.push({ start: words[at]!.start, end });
      at += length;
    }
    return found;
  }

  /** Number of words of the longest known name that begins at a word; 0 for none. */
  #knownAt(words: readonly Word[], at: number): number {
    let longest = 0;
    for (const name of this.#known.get(key(words[at]!.text)) ?? []) {
      const fits = name.every((word, index) => {
        const there = words[at + index];
        return there !== undefined && key(there.text) === word && (index === 0 || there.gap.length <= 2);
      });
      if (fits) longest = Math.max(longest, name.length);
    }
    return longest;
  }

  /** Number of words of the run with capitals that begins at a word; 0 for none. */
  #capitalsAt(words: readonly Word[], at: number): number {
    const first = words[at]!;
    if (!CAPITAL.test(first.text)) return 0;
    const begins = isFirst(at, first.gap);
    const doubtful = begins && !this.#capitalInside.has(bare(first.text));
    const lower = first.text.toLowerCase();
    if (begins && (this.#small.has(lower) || BEFORE_NAMES.has(lower))) return 0;
    let length = 1;
    for (let next = at + 1; next < words.length && length < LONGEST_NAME; next++) {
      if (POSSESSIVE.test(words[next - 1]!.text)) break;
      if (joins(words[next - 1]!, words[next]!) && CAPITAL.test(words[next]!.text)) length = next - at + 1;
      else if (!(SPACE.test(words[next]!.gap) && INSIDE.has(words[next]!.text))) break;
    }
    return doubtful && length === 1 ? 0 : length;
  }
}

function joins(before: Word, { gap }: Word): boolean {
  return SPACE.test(gap) || HYPHEN.test(gap) || (AFTER_INITIAL.test(gap) && before.text.length === 1);
}

function isFirst(index: number, gap: string): boolean {
  return index === 0 || SENTENCE_END.test(gap) || OPENING.test(gap);
}

function bare(word: string): string {
  return word.replace(POSSESSIVE, '');
}

function key(word: string): string {
  return bare(word).normalize('NFKC').toLowerCase();
}
