import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type Fragments, hull } from '@core/model/fragment';
import type { TextRange } from '../data/workbench';

let current: EditorView | null = null;

/** Makes a view the one that acts of the window apply to. Returns the way to take it back. */
export function connectEditor(view: EditorView): () => void {
  current = view;
  return () => {
    if (current === view) current = null;
  };
}

/** The open text's view, for panels of the editor itself such as the search panel. */
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
