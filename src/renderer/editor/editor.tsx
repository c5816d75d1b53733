import { standardKeymap } from '@codemirror/commands';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { commentMarks } from '../comments/comment-marks';
import { commentSpots } from '../comments/spots';
import type { DocumentSession } from '../data/document-session';
import { onNamesChanged } from '../data/names';
import { usePreferences } from '../data/preferences';
import { chosenIds, useWorkbench, workbench } from '../data/workbench';
import { findHighlights } from '../find/highlight';
import { findSpots } from '../find/spots';
import { relationKnob } from '../joins/drag';
import { mayChange } from '../review/gold';
import { reviewMarks } from '../review/marks';
import { arcMode, arcs } from './arcs/arcs';
import { connectEditor } from './control';
import { drawnMarks } from './crowd';
import { wholeEmbeddedWords } from './dragged';
import { embeddedRanges } from './embedded-ranges';
import { handles } from './handles';
import { hiddenCharacters } from './hidden-characters';
import { hoverCards } from './hover-card';
import { letGo } from './letting-go';
import { annotationsSelected, marks, sessionChanged } from './marks';
import { overview } from './overview/overview';
import { pointer } from './pointer';
import { namesChanged, tagMode, tags } from './tags/tags';

/**
 * The text of a document with its annotations. The text never changes: the editor is read-only,
 * with a caret. Its positions are UTF-16 code units, as everywhere in Parley.
 */
export function Editor({ session, annotatorId }: { session: DocumentSession; annotatorId: string }) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const { extension: annotationMarks, field } = marks(session, annotatorId);
    const shownTags = new Compartment();
    const shownArcs = new Compartment();
    const isOwn = (id: string) => {
      const annotation = session.annotations.get(id);
      return annotation !== undefined && mayChange(session, annotation.layerId, annotatorId);
    };
    const view = new EditorView({
      parent: place.current!,
      state: EditorState.create({
        doc: session.text,
        extensions: [
          EditorState.lineSeparator.of('\n'),
          EditorState.readOnly.of(true),
          EditorState.tabSize.of(8),
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
          EditorView.editorAttributes.of(() => ({ dir: session.document.direction })),
          EditorView.perLineTextDirection.of(true),
          EditorView.lineWrapping,
          drawSelection(),
          hiddenCharacters,
          embeddedRanges,
          keymap.of(standardKeymap),
          findHighlights(session),
          drawnMarks(field),
          annotationMarks,
          shownTags.of(tagMode.of(usePreferences.getState().tags)),
          tags(session, field),
          overview(session, field, findSpots(session), commentSpots(session)),
          commentMarks(session),
          handles(session, field, isOwn),
          relationKnob(session, field, isOwn),
          shownArcs.of(arcMode.of(usePreferences.getState().arcs)),
          arcs(session, field),
          reviewMarks(),
          hoverCards(session),
          pointer(session),
          wholeEmbeddedWords(session),
          EditorView.updateListener.of((update) => {
            if (!update.selectionSet && !update.docChanged) return;
            const { from, to } = update.state.selection.main;
            workbench.set({ selection: { start: from, end: to } });
            letGo(session, update);
          }),
        ],
      }),
    });
    const stops = [
      session.subscribe((changes) => view.dispatch({ effects: sessionChanged.of(changes) })),
      useWorkbench.subscribe((now, before) => {
        if (now.selectedId !== before.selectedId || now.pickedIds !== before.pickedIds)
          view.dispatch({ effects: annotationsSelected.of(chosenIds(now)) });
      }),
      usePreferences.subscribe((now, before) => {
        if (now.tags !== before.tags) view.dispatch({ effects: shownTags.reconfigure(tagMode.of(now.tags)) });
        if (now.arcs !== before.arcs) view.dispatch({ effects: shownArcs.reconfigure(arcMode.of(now.arcs)) });
      }),
      onNamesChanged(() => view.dispatch({ effects: namesChanged.of(null) })),
      connectEditor(view, field),
    ];
    view.focus();
    return () => {
      for (const stop of stops) stop();
      view.destroy();
    };
  }, [session, annotatorId]);

  return <div className="editor" ref={place} data-language={session.document.language} />;
}
