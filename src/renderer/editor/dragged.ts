import { EditorSelection, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type Segment, segmentAt } from '@core/text/segments';
import type { DocumentSession } from '../data/document-session';
import { usePersonal } from '../data/preferences';

/**
 * A number in a text from right to left, or a foreign name, runs against its line: who drags from its
 * outer edge begins, for the text, behind it. While selections snap to words, such a word belongs to
 * the selection when the button was pressed or let go on it.
 */
export function wholeEmbeddedWords(session: DocumentSession): Extension {
  return EditorView.domEventHandlers({
    mousedown(event, view) {
      if (event.button !== 0 || event.detail !== 1 || event.shiftKey) return false;
      const first = embeddedWordUnder(view, session, event);
      const whenLetGo = (last: MouseEvent) => {
        const { main } = view.state.selection;
        if (main.empty || usePersonal.getState().marking.all.snap !== 'word') return;
        const words = [first, embeddedWordUnder(view, session, last)].filter((word) => word !== null);
        const from = Math.min(main.from, ...words.map(({ start }) => start));
        const to = Math.max(main.to, ...words.map(({ end }) => end));
        if (from === main.from && to === main.to) return;
        const [anchor, head] = main.anchor <= main.head ? [from, to] : [to, from];
        view.dispatch({ selection: EditorSelection.single(anchor, head), userEvent: 'select.pointer' });
      };
      view.dom.ownerDocument.addEventListener('mouseup', whenLetGo, { once: true });
      return false;
    },
  });
}

/** The word under the pointer if it runs against its line. */
function embeddedWordUnder(
  view: EditorView,
  { text, document }: DocumentSession,
  { clientX: x, clientY: y }: MouseEvent,
): Segment | null {
  const { pos, assoc } = view.posAndSideAtCoords({ x, y }, false);
  const at = assoc < 0 ? pos - 1 : pos;
  const word = at >= 0 ? segmentAt(text, at, 'word', document.language) : null;
  if (!word?.isWordLike) return null;
  const line = view.state.doc.lineAt(at);
  const run = view.bidiSpans(line).find(({ from, to }) => line.from + from <= at && at < line.from + to);
  return run && run.dir !== view.textDirectionAt(at) ? word : null;
}
