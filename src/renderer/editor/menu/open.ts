import { workbench } from '../../data/workbench';
import { editorView } from '../control';
import { annotationsAt } from '../places';

/** Opens the menu of what can be done at a place of the window, in CSS pixels, with the annotations that lie there. */
export function openMenuAt(x: number, y: number, annotationIds: readonly string[]): void {
  workbench.openOverlay({ kind: 'menu', x, y, annotationIds });
}

/** The same at the caret, for the keyboard. */
export function openMenuAtCaret(): void {
  const view = editorView();
  const { session, selection, selectedId } = workbench.get();
  if (!view || !session) return;
  const place = view.coordsAtPos(selection.end) ?? view.contentDOM.getBoundingClientRect();
  const here = annotationsAt(session, Math.max(0, selection.end - 1)).map(({ id }) => id);
  const ids = selectedId && !here.includes(selectedId) ? [selectedId, ...here] : here;
  openMenuAt(place.left, place.bottom, ids);
}
