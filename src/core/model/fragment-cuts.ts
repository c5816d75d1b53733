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
