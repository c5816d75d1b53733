import type { Fragment, Fragments } from '@core/model/fragment';
import { nextBoundary, previousBoundary, segmentAt, trimWhitespace } from '@core/text/segments';
import { wordBefore, wordFrom } from './word-moves';

export type Side = 'start' | 'end';
export type Step = 'word' | 'grapheme';

/**
 * The fragments with their outer start or end moved by a word or a grapheme cluster, forward (1) or
 * backward (-1) in the order of the text. Offsets are UTF-16 code units. Null where it cannot move:
 * at the text's ends, or when nothing would be left of the fragment.
 */
export function moveBoundary(
  text: string,
  fragments: Fragments,
  side: Side,
  by: 1 | -1,
  step: Step,
  language: string,
): Fragment[] | null {
  const moved = fragments.map((fragment) => ({ ...fragment }));
  const edge = side === 'start' ? moved[0] : moved.at(-1);
  if (!edge) return null;
  const before = edge[side];
  const place = step === 'grapheme' ? graphemeMove : wordMove;
  const after = place(text, before, side, by, language);
  if (after === null || after === before) return null;
  edge[side] = after;
  return edge.start < edge.end ? moved : null;
}

function graphemeMove(text: string, at: number, _side: Side, by: 1 | -1): number {
  return by > 0 ? nextBoundary(text, at, 'grapheme') : previousBoundary(text, at, 'grapheme');
}

/** Starts go to starts of words, ends to ends of words. */
function wordMove(text: string, at: number, side: Side, by: 1 | -1, language: string): number | null {
  if (side === 'start') {
    return (by > 0 ? wordFrom(text, at + 1, language) : wordBefore(text, at, language))?.start ?? null;
  }
  if (by > 0) return wordFrom(text, at, language)?.end ?? null;
  const last = wordBefore(text, at, language);
  return last ? (wordBefore(text, last.start, language)?.end ?? null) : null;
}

/** The paragraph (line) around an offset, without its line break. */
export function paragraphAt(text: string, at: number): Fragment {
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return { start, end: end < 0 ? text.length : end };
}

/**
 * The smallest stretch larger than the selection that is a unit of the text: word, sentence,
 * paragraph, the whole text; without white space at its ends. The selection itself when it is all.
 */
export function grow(text: string, selection: Fragment, language: string): Fragment {
  const at = Math.min(selection.start, Math.max(0, text.length - 1));
  const units = [
    segmentAt(text, at, 'word', language),
    segmentAt(text, at, 'sentence', language),
    paragraphAt(text, at),
    { start: 0, end: text.length },
  ];
  for (const unit of units) {
    if (!unit) continue;
    const trimmed = trimWhitespace(text, unit.start, unit.end);
    const covers = trimmed.start <= selection.start && trimmed.end >= selection.end;
    const larger = trimmed.end - trimmed.start > selection.end - selection.start;
    if (covers && larger) return trimmed;
  }
  return selection;
}

/** The sentence that begins after (1) or before (-1) the selection, without white space at its ends; null at the ends of the text. */
export function sentenceFrom(
  text: string,
  selection: Fragment,
  by: 1 | -1,
  language: string,
): Fragment | null {
  if (by < 0) {
    for (let at = selection.start - 1; at >= 0; ) {
      const found = segmentAt(text, at, 'sentence', language);
      if (!found) return null;
      const trimmed = trimWhitespace(text, found.start, found.end);
      if (trimmed.start < trimmed.end && trimmed.start < selection.start) return trimmed;
      at = found.start - 1;
    }
    return null;
  }
  for (let at = selection.end; at < text.length; ) {
    const found = segmentAt(text, at, 'sentence', language);
    if (!found) return null;
    const trimmed = trimWhitespace(text, found.start, found.end);
    const isNew =
      selection.start === selection.end ? trimmed.end > selection.end : trimmed.start >= selection.end;
    if (trimmed.start < trimmed.end && isNew) return trimmed;
    at = found.end;
  }
  return null;
}
