import type { ProjectInfo } from '@contract/project';
import { useState, useSyncExternalStore } from 'react';
import { runAction } from '../actions/run';
import { keyText, useKeys } from '../data/keymap';
import { setSnap } from '../data/marking';
import { attempt } from '../data/notices';
import { usePersonal, usePreferences } from '../data/preferences';
import { send, useSaveState } from '../data/save-state';
import { useSession } from '../data/use-session';
import { useWorkbench } from '../data/workbench';
import { editorView } from '../editor/control';

/** Foot of the window: is everything saved, who works, where the caret stands, the text's language. */
export function StatusBar({ info }: { info: ProjectInfo }) {
  const session = useSession();
  const { start, end } = useWorkbench((state) => state.selection);
  const line = session ? (editorView()?.state.doc.lineAt(Math.min(end, session.text.length)).number ?? 1) : 1;
  return (
    <footer className="status-bar">
      <SaveState readOnly={info.readOnly} />
      <button
        type="button"
        className="link"
        title="Whose work is recorded here; opens the team"
        onClick={() => runAction('go.team')}
      >
        <bdi>{info.annotator.name}</bdi>
      </button>
      <IsThisYou />
      <span className="spring" />
      {session && (
        <>
          <span>
            Line {line}, offset {end}
            {end > start && `, ${end - start} selected`}
          </span>
          <SnapControl />
          <LanguageControl key={session.document.id} readOnly={info.readOnly} />
        </>
      )}
    </footer>
  );
}

/** Asks, on a computer where nobody has answered yet, whether the system's name for the person is right. */
function IsThisYou() {
  const nameIsMine = usePreferences((state) => state.nameIsMine);
  if (nameIsMine) return null;
  const answer = (run: () => void) => () => {
    usePreferences.setState({ nameIsMine: true });
    run();
  };
  return (
    <span className="is-this-you">
      Is this you?
      <button type="button" className="link" onClick={answer(() => {})}>
        Yes
      </button>
      <button type="button" className="link" onClick={answer(() => runAction('go.team'))}>
        Change the name…
      </button>
    </span>
  );
}

/** Tells of changes of the save state once a frame: nobody sees more, and drawing it would delay what is saved. */
function eachFrame(listener: () => void): () => void {
  let frame = 0;
  const stop = useSaveState.subscribe(() => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      listener();
    });
  });
  return () => {
    stop();
    cancelAnimationFrame(frame);
  };
}

function SaveState({ readOnly }: { readOnly: boolean }) {
  const { pending, failure } = useSyncExternalStore(eachFrame, useSaveState.getState);
  const words = readOnly
    ? 'Read-only'
    : pending > 0
      ? 'Saving…'
      : failure
        ? 'Last change not saved'
        : 'Saved';
  return (
    <span
      className={`save-state ${failure ? 'failed' : ''}`}
      role="status"
      title={failure?.message ?? 'Every change is on disk as soon as it is made.'}
    >
      <span aria-hidden>{failure ? '⚠ ' : pending > 0 ? '… ' : '✓ '}</span>
      {words}
    </span>
  );
}

/** What the ends of a selection snap to when it is marked; a click goes to the other. */
function SnapControl() {
  const snap = usePersonal(({ marking }) => marking.all.snap);
  const isWord = snap === 'word';
  useKeys();
  return (
    <button
      type="button"
      className="flat"
      title={`What is marked goes to whole ${isWord ? 'words' : 'letters'}. ${keyText('annotate.snapLetters')} for letters, ${keyText('annotate.snapWords')} for words.`}
      onClick={() => setSnap(isWord ? 'grapheme' : 'word')}
    >
      Snap: {isWord ? 'words' : 'letters'}
    </button>
  );
}

/** The document's language and direction, which are a guess until somebody corrects them. */
function LanguageControl({ readOnly }: { readOnly: boolean }) {
  const session = useSession()!;
  const { document } = session;
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    const language = typed?.trim();
    setTyped(null);
    if (language && language !== document.language)
      attempt(() => send('document.update', { id: document.id, language }));
  };
  return (
    <>
      <label>
        Language{' '}
        <input
          className="language"
          aria-label="Language of the document, a BCP 47 tag"
          value={typed ?? document.language}
          disabled={readOnly}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={save}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
      </label>
      <button
        type="button"
        className="flat"
        disabled={readOnly}
        title="Direction of the text; a click turns it"
        onClick={() =>
          attempt(() =>
            send('document.update', {
              id: document.id,
              direction: document.direction === 'rtl' ? 'ltr' : 'rtl',
            }),
          )
        }
      >
        {document.direction === 'rtl' ? '⇠ RTL' : 'LTR ⇢'}
      </button>
    </>
  );
}
