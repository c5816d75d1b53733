import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type Fragments, hull } from '@core/model/fragment';
import type { TextRange } from '../data/workbench';
import { type MarksField, marksBetween } from './marks';

let current: EditorView | null = null;
let currentMarks: MarksField | null = null;

/** Makes a view the one that acts of the window apply to. Returns the way to take it back. */
export function connectEditor(view: EditorView, marks: MarksField): () => void {
  current = view;
  currentMarks = marks;
  return () => {
    if (current === view) current = null;
  };
}

/** Ids of the annotations whose fragments cover some of a stretch of the text (UTF-16 offsets). */
export function idsOver({ start, end }: TextRange): string[] {
  const ids: string[] = [];
  if (!current || !currentMarks) return ids;
  marksBetween(current.state.field(currentMarks), start, end, (from, to, mark) => {
    const id: string | undefined = mark.spec.attributes['data-annotation-id'];
    if (id !== undefined && from < end && to > start) ids.push(id);
    return undefined;
  });
  return ids;
}

/** Does any annotation cover some of a stretch of the text (UTF-16 offsets)? */
export function isMarked(stretch: TextRange): boolean {
  return idsOver(stretch).length > 0;
}

/** The open text's view, for panels of the editor itself. */
export function editorView(): EditorView | null {
  return current;
}

export function focusText(): void {
  current?.focus();
}

export function isTextFocused(): boolean {
  return current?.hasFocus ?? false;
}

/** Selects a stretch of the text (UTF-16 offsets) and scrolls it into view. */
export function selectText({ start, end }: TextRange): void {
  current?.dispatch({
    selection: EditorSelection.single(start, end),
    effects: EditorView.scrollIntoView(EditorSelection.range(start, end), { y: 'nearest', yMargin: 60 }),
  });
}

/** Selects a stretch of the text (UTF-16 offsets) and brings it to the upper part of the window. */
export function showStretch({ start, end }: TextRange): void {
  current?.dispatch({
    selection: EditorSelection.single(start, end),
    effects: EditorView.scrollIntoView(start, { y: 'start', yMargin: 80 }),
  });
}

/** Puts the caret behind an annotation and brings it into view. */
export function revealFragments(fragments: Fragments, { center = true } = {}): void {
  const { start, end } = hull(fragments);
  current?.dispatch({
    selection: EditorSelection.cursor(end),
    effects: EditorView.scrollIntoView(EditorSelection.range(start, Math.min(end, start + 2000)), {
      y: center ? 'center' : 'nearest',
      yMargin: 60,
    }),
  });
}

/** Puts the caret at an offset without scrolling. */
export function placeCaret(offset: number): void {
  current?.dispatch({ selection: EditorSelection.cursor(offset) });
}
