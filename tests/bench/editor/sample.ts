/** A text of a given length with marks spread over it: the same for every tool, made from a seed. */
export interface Sample {
  text: string;
  /** Offsets in UTF-16 code units, in order of start; many overlap. */
  spans: { start: number; end: number; type: number }[];
}

const WORDS = (
  'the talks in Kabul and Doha went on while envoys of both sides met ministers near the border after a ' +
  'ceasefire had held for two weeks and convoys with food passed through the crossing at dawn'
).split(' ');

/** Numbers from 0 up to 1 that are the same in each run (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function sample(length: number, count: number): Sample {
  const next = numbers(length + count);
  const parts: string[] = [];
  for (let total = 0; total < length; ) {
    const sentences = Array.from({ length: 2 + Math.floor(next() * 5) }, () =>
      Array.from(
        { length: 8 + Math.floor(next() * 20) },
        () => WORDS[Math.floor(next() * WORDS.length)],
      ).join(' '),
    );
    const paragraph = `${sentences.join('. ')}.\n\n`;
    parts.push(paragraph);
    total += paragraph.length;
  }
  const text = parts.join('').slice(0, length);
  const spans = Array.from({ length: count }, (_, index) => {
    // One at the beginning, so that there is something to be painted in thin cells, too.
    const start = index === 0 ? 40 : Math.floor(next() * (length - 80));
    return { start, end: start + 3 + Math.floor(next() * 60), type: Math.floor(next() * 8) };
  });
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return { text, spans };
}
