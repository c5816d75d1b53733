import type { SpanAnnotation } from '@core/model/annotation';
import { hull } from '@core/model/fragment';
import type { DocumentSession } from '../data/document-session';

const size = (annotation: SpanAnnotation) =>
  annotation.fragments.reduce((sum, { start, end }) => sum + end - start, 0);

/** The annotations that cover a UTF-16 offset, the shortest first. */
export function annotationsAt(session: DocumentSession, offset: number): SpanAnnotation[] {
  return session.ordered
    .filter(({ fragments }) => fragments.some(({ start, end }) => start <= offset && offset < end))
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
  return by > 0
    ? (ordered.find(({ fragments }) => hull(fragments).start >= caret) ?? null)
    : (ordered.findLast(({ fragments }) => hull(fragments).start < caret) ?? null);
}
