import type { Fragments } from '../model/fragment';

const PLAIN =
  /^[\x20-\x7e\n\u0600-\u0605\u0608-\u060f\u061b-\u064a\u0660-\u066f\u0671-\u06d5\u06e5\u06e6\u06ee-\u06ff]*$/;
let graphemes: Intl.Segmenter | null = null;

/** The number of grapheme clusters in [start, end) of a text, in UTF-16 code units. */
export function graphemeLength(text: string, start: number, end: number): number {
  if (end <= start) return 0;
  const slice = text.slice(start, end);
  if (PLAIN.test(slice)) return slice.length;
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let length = 0;
  for (const _ of graphemes.segment(slice)) length++;
  return length;
}

function lengthOf(text: string, fragments: Fragments): number {
  return fragments.reduce((total, { start, end }) => total + graphemeLength(text, start, end), 0);
}

/** The stretches that both lists cover; both are in canonical form. */
export function shared(a: Fragments, b: Fragments): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const one of a) {
    for (const two of b) {
      const start = Math.max(one.start, two.start);
      const end = Math.min(one.end, two.end);
      if (start < end) found.push({ start, end });
    }
  }
  return found;
}

/** How far two stretches of text are the same: what both cover through what either covers, in graphemes, 0 to 1. */
export function overlapShare(text: string, a: Fragments, b: Fragments): number {
  const both = lengthOf(text, shared(a, b));
  return both === 0 ? 0 : both / (lengthOf(text, a) + lengthOf(text, b) - both);
}

/** How much of a stretch another covers, in graphemes, 0 to 1. */
export function coveredShare(text: string, inner: Fragments, outer: Fragments): number {
  const both = lengthOf(text, shared(inner, outer));
  return both === 0 ? 0 : both / lengthOf(text, inner);
}

/** How the ends of stretches differ: by white space and punctuation only, one within the other, or crossing. */
export type EndsDiffer = 'blank' | 'contained' | 'crossing';

const NOTHING_MEANT = /^[\s\p{P}\p{Cf}]*$/u;

/** @returns how the ends of two different stretches differ */
export function endsDiffer(text: string, a: Fragments, b: Fragments): EndsDiffer {
  const both = shared(a, b);
  const onlyOne = [...without(a, both), ...without(b, both)];
  if (onlyOne.every(({ start, end }) => NOTHING_MEANT.test(text.slice(start, end)))) return 'blank';
  return without(a, both).length === 0 || without(b, both).length === 0 ? 'contained' : 'crossing';
}

/** What is left of stretches without others that lie within them. */
function without(whole: Fragments, parts: Fragments): { start: number; end: number }[] {
  const left: { start: number; end: number }[] = [];
  for (const { start, end } of whole) {
    let from = start;
    for (const part of parts) {
      if (part.end <= start || part.start >= end) continue;
      if (part.start > from) left.push({ start: from, end: part.start });
      from = part.end;
    }
    if (from < end) left.push({ start: from, end });
  }
  return left;
}
