import type { Direction } from './direction';

/** A stretch that characters of the text set apart in its direction; [start, end) in UTF-16 code units. */
export interface Embedding {
  start: number;
  end: number;
  /** Null: that of its first letter with a direction (U+2068). */
  direction: Direction | null;
}

const OPENERS: Record<string, { direction: Direction | null; closer: string }> = {
  '\u202a': { direction: 'ltr', closer: '\u202c' },
  '\u202b': { direction: 'rtl', closer: '\u202c' },
  '\u202d': { direction: 'ltr', closer: '\u202c' },
  '\u202e': { direction: 'rtl', closer: '\u202c' },
  '\u2066': { direction: 'ltr', closer: '\u2069' },
  '\u2067': { direction: 'rtl', closer: '\u2069' },
  '\u2068': { direction: null, closer: '\u2069' },
};
const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * The embeddings, overrides and isolates of one line (UAX #9, X1–X8), outer ones first. What is
 * not closed goes to the end of the line; a closer of an isolate closes embeddings inside it, too.
 */
export function embeddings(line: string): Embedding[] {
  const found: Embedding[] = [];
  const open: (Embedding & { closer: string })[] = [];
  const close = (from: number, at: number) => {
    for (const { start, direction } of open.splice(from)) found.push({ start, end: at, direction });
  };
  for (const { 0: character, index } of line.matchAll(CONTROLS)) {
    const opener = OPENERS[character];
    if (opener) {
      open.push({ start: index + 1, end: line.length, ...opener });
      continue;
    }
    const matching = open.findLastIndex(({ closer }) => closer === character);
    const barrier = character === '\u202c' ? open.findLastIndex(({ closer }) => closer === '\u2069') : -1;
    if (matching > barrier) close(matching, index);
  }
  close(0, line.length);
  return found.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || b.end - a.end);
}
