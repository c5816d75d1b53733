import { standardKeymap } from '@codemirror/commands';
import { search } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { DocumentSession } from '../data/document-session';
import { useWorkbench, workbench } from '../data/workbench';
import { connectEditor } from './control';
import { hoverCards } from './hover-card';
import { annotationSelected, marks, sessionChanged } from './marks';
import { pointer } from './pointer';
import { selectedTag } from './selected-tag';

/** Characters that steer direction or joining and would otherwise be invisible; line ends are left alone. */
const HIDDEN = /[\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * The text of a document with its annotations. The text never changes: the editor is read-only,
 * with a caret. Its positions are UTF-16 code units, as everywhere in Parley.
 */
export function Editor({ session, annotatorId }: { session: DocumentSession; annotatorId: string }) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const { extension: annotationMarks, field } = marks(session, annotatorId);
    const view = new EditorView({
      parent: place.current!,
      state: EditorState.create({
        doc: session.text,
        extensions: [
          EditorState.lineSeparator.of('\n'),
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          // Asked anew at every update: name, language and direction can be corrected while the text is open.
          EditorView.contentAttributes.of(() => ({
            tabindex: '0',
            role: 'textbox',
            'aria-multiline': 'true',
            'aria-readonly': 'true',
            'aria-label': `Text of ${session.document.name}`,
            lang: session.document.language,
            dir: session.document.direction,
          })),
          EditorView.perLineTextDirection.of(true),
          EditorView.lineWrapping,
          drawSelection(),
          highlightSpecialChars({ specialChars: HIDDEN, addSpecialChars: null }),
          keymap.of(standardKeymap),
          search({ top: true }),
          annotationMarks,
          selectedTag(session, field),
          hoverCards(session),
          pointer(session),
          EditorView.updateListener.of((update) => {
            if (!update.selectionSet && !update.docChanged) return;
            const { from, to } = update.state.selection.main;
            workbench.set({ selection: { start: from, end: to } });
          }),
        ],
      }),
    });
    const stopMarks = session.subscribe((changes) => view.dispatch({ effects: sessionChanged.of(changes) }));
    const stopSelected = useWorkbench.subscribe((now, before) => {
      if (now.selectedId !== before.selectedId)
        view.dispatch({ effects: annotationSelected.of(now.selectedId) });
    });
    const disconnect = connectEditor(view);
    view.focus();
    return () => {
      stopMarks();
      stopSelected();
      disconnect();
      view.destroy();
    };
  }, [session, annotatorId]);

  return <div className="editor" ref={place} data-language={session.document.language} />;
}
