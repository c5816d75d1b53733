import type { SpanAnnotation } from '@core/model/annotation';
import { hull } from '@core/model/fragment';
import type { DocumentSession } from '../data/document-session';
import { idsOver } from './control';

const size = (annotation: SpanAnnotation) =>
  annotation.fragments.reduce((sum, { start, end }) => sum + end - start, 0);

/** How many annotations of a list in text order begin before an offset (UTF-16): the index of the first from there on. */
export function firstFrom(ordered: readonly SpanAnnotation[], offset: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hull(ordered[middle]!.fragments).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The annotations that cover a UTF-16 offset, the shortest first. */
export function annotationsAt(session: DocumentSession, offset: number): SpanAnnotation[] {
  return idsOver({ start: offset, end: offset + 1 })
    .map((id) => session.annotations.get(id))
    .filter((annotation) => annotation !== undefined)
    .sort((a, b) => size(a) - size(b) || (a.id < b.id ? -1 : 1));
}

/** The one after the selected among several, around in a circle; the first where none of them is selected. */
export function nextInCircle(candidates: readonly string[], selectedId: string | null): string | null {
  const at = candidates.indexOf(selectedId ?? '');
  return candidates[(at + 1) % Math.max(1, candidates.length)] ?? null;
}

/** The annotation after (or with `by` -1 before) the selected one, or after the caret when none is. */
export function stepAnnotation(
  session: DocumentSession,
  selectedId: string | null,
  caret: number,
  by: 1 | -1,
): SpanAnnotation | null {
  const { ordered } = session;
  const at = ordered.findIndex(({ id }) => id === selectedId);
  if (at >= 0) return ordered[at + by] ?? null;
  const next = firstFrom(ordered, caret);
  return ordered[by > 0 ? next : next - 1] ?? null;
}
