import { EditorSelection, type Extension } from '@codemirror/state';
import { EditorView, type MouseSelectionStyle } from '@codemirror/view';
import { segmentAt } from '@core/text/segments';
import { togglePicked } from '../actions/move';
import { isMac } from '../bridge/host';
import type { DocumentSession } from '../data/document-session';
import { chosenIds, workbench } from '../data/workbench';
import { paragraphAt } from './boundaries';
import { openMenuAt, openMenuAtCaret } from './menu/open';
import { nextInCircle } from './places';

/** Ids of the annotations whose marks lie under an element, the innermost first. */
export function annotationIdsUnder(target: EventTarget | null): string[] {
  const ids: string[] = [];
  for (let element = target instanceof Element ? target : null; element; element = element.parentElement) {
    const id = element.getAttribute('data-annotation-id');
    if (id) ids.push(id);
  }
  return ids;
}

/** Picks an annotation beside the selected one; one that was picked, or selected, is let go. */
function pick(id: string | null): void {
  const { selectedId, pickedIds } = workbench.get();
  if (id === null) return;
  if (selectedId === null) workbench.set({ selectedId: id, pickedIds: [] });
  else if (id === selectedId)
    workbench.set({ selectedId: pickedIds[0] ?? null, pickedIds: pickedIds.slice(1) });
  else togglePicked(id);
}

/**
 * The mouse in the text: a click selects the annotation under it, a further click the next one
 * there, with Ctrl (Command) one more; a double click selects a word by the rules of the document's
 * language, a triple click the paragraph; the right button opens a menu.
 */
export function pointer(session: DocumentSession): Extension {
  return [
    EditorView.mouseSelectionStyle.of((view, event) =>
      event.button === 0 && event.detail >= 2 ? unitStyle(view, event, session) : null,
    ),
    EditorView.domEventHandlers({
      mouseup(event, view) {
        if (event.button !== 0 || event.detail !== 1 || !view.state.selection.main.empty) return false;
        const ids = annotationIdsUnder(event.target);
        const next = nextInCircle(ids, workbench.get().selectedId);
        if (isMac ? event.metaKey : event.ctrlKey) pick(next);
        else workbench.set({ selectedId: next, pickedIds: [] });
        return false;
      },
      contextmenu(event, view) {
        event.preventDefault();
        // The keyboard's menu key comes without a place.
        if (event.button !== 2) {
          openMenuAtCaret();
          return true;
        }
        const offset = view.posAtCoords({ x: event.clientX, y: event.clientY }, false);
        const { from, to } = view.state.selection.main;
        const ids = annotationIdsUnder(event.target);
        if (offset < from || offset > to || from === to) {
          const chosen = chosenIds();
          const { selectedId } = workbench.get();
          view.dispatch({ selection: EditorSelection.cursor(offset) });
          if (!selectedId || !ids.includes(selectedId)) workbench.set({ selectedId: ids[0] ?? null });
          if (!ids.some((id) => chosen.includes(id))) workbench.set({ pickedIds: [] });
        }
        openMenuAt(event.clientX, event.clientY, ids);
        return true;
      },
    }),
  ];
}

/** Selects by words with a double click, by paragraphs with a triple one. */
function unitStyle(view: EditorView, first: MouseEvent, session: DocumentSession): MouseSelectionStyle {
  const { text, document } = session;
  const unitAt = (event: MouseEvent) => {
    const offset = view.posAtCoords({ x: event.clientX, y: event.clientY }, false);
    if (first.detail > 2) return paragraphAt(text, offset);
    return (
      segmentAt(text, Math.min(offset, text.length - 1), 'word', document.language) ?? {
        start: offset,
        end: offset,
      }
    );
  };
  const from = unitAt(first);
  return {
    get(event) {
      const to = unitAt(event);
      return EditorSelection.single(Math.min(from.start, to.start), Math.max(from.end, to.end));
    },
    update: () => false,
  };
}
