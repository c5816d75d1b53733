import { type Fragment, type Fragments, hull } from '@core/model/fragment';
import { cutFragments } from '@core/model/fragment-cuts';
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

/**
 * The fragments with their outer start or end brought to a place of the text, as by dragging: to
 * the nearest start or end of a word, or grapheme cluster. Fragments that are passed go. Null where
 * nothing would be left, or nothing changes.
 */
export function moveEdgeTo(
  text: string,
  fragments: Fragments,
  side: Side,
  offset: number,
  step: Step,
  language: string,
): Fragment[] | null {
  const at = step === 'grapheme' ? nearestGrapheme(text, offset) : nearestWord(text, offset, side, language);
  const { start, end } = hull(fragments);
  if (at === (side === 'start' ? start : end) || (side === 'start' ? at >= end : at <= start)) return null;
  const { before, after } = cutFragments(fragments, at);
  const kept = side === 'start' ? after : before;
  const edge = side === 'start' ? kept[0] : kept.at(-1);
  if (!edge) return null;
  edge[side] = at;
  return kept;
}

function nearestGrapheme(text: string, offset: number): number {
  const here = segmentAt(text, offset, 'grapheme');
  if (!here) return offset;
  return offset - here.start <= here.end - offset ? here.start : here.end;
}

function nearestWord(text: string, offset: number, side: Side, language: string): number {
  const here = wordBefore(text, offset + 1, language);
  const before = here && wordBefore(text, here.start, language);
  const after = wordFrom(text, offset, language);
  const places = [before, here, after].filter((word) => word !== null).map((word) => word[side]);
  places.sort((a, b) => Math.abs(a - offset) - Math.abs(b - offset));
  return places[0] ?? nearestGrapheme(text, offset);
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

export type Unit = 'sentence' | 'paragraph';

/**
 * The paragraph that begins after (1) or before (-1) the selection, without white space at its
 * ends; from a caret the one around it counts as the next. Empty ones are passed over; null at the
 * ends of the text.
 */
export function paragraphFrom(text: string, selection: Fragment, by: 1 | -1): Fragment | null {
  const isCaret = selection.start === selection.end;
  for (let at = by > 0 ? selection.end : selection.start; at >= 0 && at <= text.length; ) {
    const line = paragraphAt(text, at);
    const found = trimWhitespace(text, line.start, line.end);
    const isNew =
      by < 0
        ? found.start < selection.start
        : isCaret
          ? found.end > selection.end
          : found.start >= selection.end;
    if (found.start < found.end && isNew) return found;
    at = by > 0 ? line.end + 1 : line.start - 1;
  }
  return null;
}

/**
 * The selection with one sentence or paragraph more at its end, or (-1) one less; at least one
 * stays. From a caret the unit around it.
 */
export function resizeByUnit(
  text: string,
  selection: Fragment,
  unit: Unit,
  by: 1 | -1,
  language: string,
): Fragment {
  const unitFrom = (from: Fragment, way: 1 | -1) =>
    unit === 'sentence' ? sentenceFrom(text, from, way, language) : paragraphFrom(text, from, way);
  if (by > 0) {
    const next = unitFrom({ start: selection.end, end: selection.end }, 1);
    if (!next) return selection;
    return { start: selection.start === selection.end ? next.start : selection.start, end: next.end };
  }
  const last = unitFrom({ start: selection.end, end: selection.end }, -1);
  const previous = last && unitFrom(last, -1);
  return previous && previous.end > selection.start
    ? { start: selection.start, end: previous.end }
    : selection;
}
