import type { ViewUpdate } from '@codemirror/view';
import { hull } from '@core/model/fragment';
import type { DocumentSession } from '../data/document-session';
import { workbench } from '../data/workbench';

/**
 * Lets go of the selected annotation when the person selects text outside it or moves the caret away by
 * key, so that the next key never acts on what is out of sight. What was picked on purpose stays picked
 * while the caret moves, and is let go when other text is selected by mouse. A click is for the mouse's
 * own handler to judge.
 */
export function letGo(session: DocumentSession, update: ViewUpdate): void {
  const { from, to, empty } = update.state.selection.main;
  const byMouse = update.transactions.some((one) => one.isUserEvent('select.pointer'));
  const byKey = !byMouse && update.transactions.some((one) => one.isUserEvent('select'));
  if (empty && !byKey) return;
  const { selectedId, pickedIds } = workbench.get();
  const annotation = selectedId === null ? undefined : session.annotations.get(selectedId);
  const within = annotation && hull(annotation.fragments);
  if (within && from >= within.start && to <= within.end) return;
  if (selectedId !== null) workbench.set({ selectedId: null });
  if (byMouse && pickedIds.length > 0) workbench.set({ pickedIds: [] });
}
