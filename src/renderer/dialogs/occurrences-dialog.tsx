import type { ProjectInfo } from '@contract/project';
import type { Fragment } from '@core/model/fragment';
import { useState } from 'react';
import type { DocumentSession } from '../data/document-session';
import { attempt, notify } from '../data/notices';
import { send } from '../data/save-state';
import { useSession } from '../data/use-session';
import type { Overlay as OverlayState } from '../data/workbench';
import { type OccurrenceOptions, occurrences } from '../editor/occurrences';
import { closeOverlay, Overlay } from '../ui/overlay';

type Source = Extract<OverlayState, { kind: 'occurrences' }>;

const AROUND = 40;
const MOST_SHOWN = 500;

/** The occurrences that are not marked so already. */
function openHits(
  session: DocumentSession,
  { stretch, typeId }: Source,
  options: OccurrenceOptions,
): Fragment[] {
  const words = session.text.slice(stretch.start, stretch.end);
  const marked = new Set(
    session.ordered
      .filter((annotation) => annotation.typeId === typeId && annotation.fragments.length === 1)
      .map(({ fragments }) => `${fragments[0]!.start} ${fragments[0]!.end}`),
  );
  return occurrences(session.text, words, options).filter(({ start, end }) => !marked.has(`${start} ${end}`));
}

/** All further occurrences of some text with what stands around them; each can be left out. One undo takes all back. */
export function OccurrencesDialog({ source, info }: { source: Source; info: ProjectInfo }) {
  const session = useSession();
  const [options, setOptions] = useState<OccurrenceOptions>({ wholeWord: true, matchCase: false });
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  if (!session) return null;
  const { text } = session;
  const hits = openHits(session, source, options);
  const chosen = hits.filter(({ start }) => !left.has(start));
  const type = info.schema.entityTypes.find(({ id }) => id === source.typeId);

  const toggle = (start: number) => {
    const next = new Set(left);
    if (!next.delete(start)) next.add(start);
    setLeft(next);
  };
  const mark = async () => {
    const { ids } = await send('annotation.createMany', {
      documentId: session.document.id,
      typeId: source.typeId,
      spans: chosen.map((hit) => [hit]),
      entityId: source.entityId,
    });
    notify(`${ids.length} marked as ${type?.name ?? source.typeId}. One undo takes them back.`);
  };

  return (
    <Overlay title="Mark all occurrences" wide>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          closeOverlay();
          if (chosen.length > 0) attempt(mark);
        }}
      >
        <p className={`type-${source.typeId}`}>
          <span className="swatch" aria-hidden /> <strong>{type?.name}</strong>:{' '}
          <q dir="auto" lang={session.document.language}>
            {text.slice(source.stretch.start, source.stretch.end)}
          </q>
        </p>
        <div className="button-row">
          <label className="field inline">
            <input
              type="checkbox"
              checked={options.wholeWord}
              onChange={(event) => setOptions({ ...options, wholeWord: event.target.checked })}
            />
            <span>Whole words</span>
          </label>
          <label className="field inline">
            <input
              type="checkbox"
              checked={options.matchCase}
              onChange={(event) => setOptions({ ...options, matchCase: event.target.checked })}
            />
            <span>Match case</span>
          </label>
        </div>
        {hits.length === 0 && <p className="muted">There is no other occurrence that is not marked yet.</p>}
        <ul className="plain-list scroll occurrences">
          {hits.slice(0, MOST_SHOWN).map(({ start, end }) => (
            <li key={start}>
              <label className="field inline">
                <input type="checkbox" checked={!left.has(start)} onChange={() => toggle(start)} />
                <span dir="auto" lang={session.document.language}>
                  {text.slice(Math.max(0, start - AROUND), start).replace(/\s+/g, ' ')}
                  <mark className={`type-${source.typeId}`}>{text.slice(start, end)}</mark>
                  {text.slice(end, end + AROUND).replace(/\s+/g, ' ')}
                </span>
              </label>
            </li>
          ))}
        </ul>
        {hits.length > MOST_SHOWN && (
          <p className="muted">and {hits.length - MOST_SHOWN} more, all marked too</p>
        )}
        <p className="button-row">
          {/* biome-ignore lint/a11y/noAutofocus: Enter marks what is shown, without the mouse */}
          <button type="submit" className="primary" autoFocus disabled={chosen.length === 0 || info.readOnly}>
            Mark {chosen.length}
          </button>
          <button type="button" onClick={closeOverlay}>
            Cancel
          </button>
        </p>
      </form>
    </Overlay>
  );
}
