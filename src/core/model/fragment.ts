import { z } from 'zod';
import { snapToGraphemes } from '../text/segments';

/** Half-open stretch [start, end) of a document's text, in UTF-16 code units; never empty. */
export const Fragment = z
  .strictObject({ start: z.int().min(0), end: z.int().min(1) })
  .refine((fragment) => fragment.start < fragment.end, { message: 'start must lie before end' });
export type Fragment = z.infer<typeof Fragment>;

export type Fragments = readonly Fragment[];

/**
 * The same stretches in canonical form: whole grapheme clusters, in text order, overlapping and
 * touching ones joined. Two fragment lists cover the same characters exactly when their
 * canonical forms are equal.
 * @throws RangeError when a fragment is empty or reaches outside the text.
 */
export function canonicalFragments(text: string, fragments: Fragments): Fragment[] {
  const snapped = fragments.map(({ start, end }) => {
    if (!(start >= 0 && start < end && end <= text.length)) {
      throw new RangeError(`[${start}, ${end}) is no stretch of a text of ${text.length} UTF-16 units`);
    }
    return snapToGraphemes(text, start, end);
  });
  snapped.sort((a, b) => a.start - b.start || a.end - b.end);
  const joined: Fragment[] = [];
  for (const next of snapped) {
    const last = joined.at(-1);
    if (last && next.start <= last.end) last.end = Math.max(last.end, next.end);
    else joined.push({ ...next });
  }
  return joined;
}

/** The text under each fragment, in order. */
export function quotes(text: string, fragments: Fragments): string[] {
  return fragments.map(({ start, end }) => text.slice(start, end));
}

/** The covered text for showing to people: fragments joined by an ellipsis, white space folded. */
export function displayQuote(text: string, fragments: Fragments): string {
  return quotes(text, fragments).join(' … ').replace(/\s+/gu, ' ').trim();
}

/** First offset and last offset of the fragments, gaps included. */
export function hull(fragments: Fragments): Fragment {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const fragment of fragments) {
    if (fragment.start < start) start = fragment.start;
    if (fragment.end > end) end = fragment.end;
  }
  return { start, end };
}

/** Text order: by start, the longer one first; ties by id. */
export function compareByPlace(
  a: { id: string; fragments: Fragments },
  b: { id: string; fragments: Fragments },
): number {
  const first = hull(a.fragments);
  const second = hull(b.fragments);
  return first.start - second.start || second.end - first.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
