import { useEffect } from 'react';
import type { DocumentSession } from '../data/document-session';
import { useAnswer } from '../data/queries';
import { editorView } from '../editor/control';
import { atHand, passes } from './current';
import { stretchesOf } from './fields';
import { reviewShown } from './marks';
import { useReview } from './state';

/** Keeps the marks of the review in the text in step with what is listed. */
export function ReviewMarks({ session }: { session: DocumentSession }) {
  const { annotatorIds, filter, at } = useReview();
  const comparison = useAnswer('review.compare', { documentId: session.document.id, annotatorIds });
  useEffect(() => {
    const positions = comparison?.positions.filter((position) => passes(position, filter)) ?? [];
    const current = atHand(positions, at)?.id ?? null;
    const shown = positions.map((position) => ({ position, stretches: stretchesOf(position, session) }));
    editorView()?.dispatch({ effects: reviewShown.of({ positions: shown, at: current }) });
  }, [comparison, filter, at, session]);
  useEffect(() => () => editorView()?.dispatch({ effects: reviewShown.of({ positions: [], at: null }) }), []);
  return null;
}
