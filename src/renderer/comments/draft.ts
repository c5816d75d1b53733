import type { CommentTarget } from '@core/model/comment';
import { create } from 'zustand';
import { showAndFocus } from '../actions/focus';
import { workbench } from '../data/workbench';
import { focusText } from '../editor/control';

interface CommentState {
  /** What a new thread will be on; null while none is being written. */
  target: CommentTarget | null;
  documentId: string | null;
}

export const useCommentDraft = create<CommentState>(() => ({ target: null, documentId: null }));

/** Begins a comment on what is selected: an annotation, else a stretch of the text, else the document. */
export function comment(): void {
  const { session, selectedId, selection } = workbench.get();
  if (!session) return;
  const target: CommentTarget = selectedId
    ? { kind: 'annotation', id: selectedId }
    : selection.end > selection.start
      ? { kind: 'span', fragments: [{ start: selection.start, end: selection.end }] }
      : { kind: 'document' };
  commentOn(target);
}

let cameFrom: Element | null = null;

export function commentOn(target: CommentTarget): void {
  cameFrom = document.activeElement;
  useCommentDraft.setState({ target, documentId: workbench.get().session?.document.id ?? null });
  showAndFocus('inspector', 'comment');
}

export function leaveDraft(): void {
  useCommentDraft.setState({ target: null, documentId: null });
  if (cameFrom instanceof HTMLElement && cameFrom.isConnected && cameFrom !== document.body) cameFrom.focus();
  else focusText();
}
