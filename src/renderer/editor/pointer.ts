import { EditorSelection, type Extension } from '@codemirror/state';
import { EditorView, type MouseSelectionStyle } from '@codemirror/view';
import { segmentAt } from '@core/text/segments';
import type { DocumentSession } from '../data/document-session';
import { workbench } from '../data/workbench';
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

/**
 * The mouse in the text: a click picks the annotation under it, a further click the next one
 * there; a double click selects a word by the rules of the document's language.
 */
export function pointer(session: DocumentSession): Extension {
  return [
    EditorView.mouseSelectionStyle.of((view, event) =>
      event.detail === 2 ? wordStyle(view, event, session) : null,
    ),
    EditorView.domEventHandlers({
      mouseup(event, view) {
        if (event.button !== 0 || event.detail !== 1 || !view.state.selection.main.empty) return false;
        const ids = annotationIdsUnder(event.target);
        workbench.set({ selectedId: nextInCircle(ids, workbench.get().selectedId) });
        return false;
      },
    }),
  ];
}

function wordStyle(view: EditorView, start: MouseEvent, session: DocumentSession): MouseSelectionStyle {
  const wordAt = (event: MouseEvent) => {
    const offset = view.posAtCoords({ x: event.clientX, y: event.clientY }, false);
    const found = segmentAt(
      session.text,
      Math.min(offset, session.text.length - 1),
      'word',
      session.document.language,
    );
    return found ?? { start: offset, end: offset };
  };
  const first = wordAt(start);
  return {
    get(event) {
      const last = wordAt(event);
      return EditorSelection.single(Math.min(first.start, last.start), Math.max(first.end, last.end));
    },
    update: () => false,
  };
}
