import type { Fragment, Fragments } from './fragment';

/** Fragments before and after an offset (UTF-16); the one that covers it is cut there. */
export function cutFragments(fragments: Fragments, at: number): { before: Fragment[]; after: Fragment[] } {
  const before: Fragment[] = [];
  const after: Fragment[] = [];
  for (const { start, end } of fragments) {
    if (start < at) before.push({ start, end: Math.min(end, at) });
    if (end > at) after.push({ start: Math.max(start, at), end });
  }
  return { before, after };
}

/** The same, with no white space left at the cut, except where a fragment is nothing else. */
export function cutAtWords(
  text: string,
  fragments: Fragments,
  at: number,
): { before: Fragment[]; after: Fragment[] } {
  const { before, after } = cutFragments(fragments, at);
  const last = before.at(-1);
  const first = after[0];
  if (last) {
    const kept = text.slice(last.start, last.end).trimEnd().length;
    if (kept > 0) last.end = last.start + kept;
  }
  if (first) {
    const kept = text.slice(first.start, first.end).trimStart().length;
    if (kept > 0) first.start = first.end - kept;
  }
  return { before, after };
}

/** Fragments in text order with those made one between which there is only white space, as a cut at words leaves it. */
export function withoutBlankGaps(text: string, fragments: Fragments): Fragment[] {
  const joined: Fragment[] = [];
  for (const { start, end } of [...fragments].sort((a, b) => a.start - b.start)) {
    const before = joined.at(-1);
    if (before && (start <= before.end || text.slice(before.end, start).trim() === ''))
      before.end = Math.max(before.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
