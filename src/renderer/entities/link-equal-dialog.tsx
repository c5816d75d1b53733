import type { ProjectInfo } from '@contract/project';
import { useState } from 'react';
import { attempt, notify } from '../data/notices';
import { useAnswer } from '../data/queries';
import { send } from '../data/save-state';
import { useSession } from '../data/use-session';
import type { Overlay as OverlayState } from '../data/workbench';
import { closeOverlay, Overlay } from '../ui/overlay';
import { InContext } from './in-context';
import { counted } from './reason-words';

type Source = Extract<OverlayState, { kind: 'link-equal' }>;

const MOST_SHOWN = 300;

/** All mentions that read the same, with what stands around them; each can be left out. One undo takes all back. */
export function LinkEqualDialog({ source, info }: { source: Source; info: ProjectInfo }) {
  const session = useSession();
  const { text, entity, name } = source;
  const [here, setHere] = useState(false);
  const [linked, setLinked] = useState(source.linked);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const documentId = here ? (session?.document.id ?? null) : null;
  const answer = useAnswer('mention.equal', { text, documentId, linked, limit: MOST_SHOWN });
  const names = useAnswer('entity.list', {});
  // Those that are linked to it already are no work.
  const open = answer?.mentions.filter(
    ({ entityId }) => entity.kind === 'newEntity' || entityId !== entity.id,
  );
  const hidden = answer ? answer.total - answer.mentions.length : 0;
  const count = (open ?? []).filter(({ annotationId }) => !left.has(annotationId)).length + hidden;

  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const link = async () => {
    const done = await send('mention.linkEqual', { text, documentId, linked, entity, except: [...left] });
    notify(`${counted(done.linked, 'mention')} linked to ${name}. One undo takes them back.`);
  };

  return (
    <Overlay title="Link all equal mentions" wide>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!answer) return;
          closeOverlay();
          if (count > 0) attempt(link);
        }}
      >
        <p>
          “<bdi>{text}</bdi>” → <strong dir="auto">{name}</strong>
          {entity.kind === 'newEntity' && ' (new)'}
        </p>
        <div className="button-row">
          <label className="field inline">
            <input type="checkbox" checked={here} onChange={(event) => setHere(event.target.checked)} />
            <span>Only in this document</span>
          </label>
          <label className="field inline">
            <input type="checkbox" checked={linked} onChange={(event) => setLinked(event.target.checked)} />
            <span>Also those that are linked already</span>
          </label>
        </div>
        {open?.length === 0 && (
          <p className="muted">None of your mentions that read so is without an entity.</p>
        )}
        <ul className="plain-list scroll occurrences">
          {open?.map((mention) => (
            <li key={mention.annotationId}>
              <label className="mention-choice">
                <input
                  type="checkbox"
                  checked={!left.has(mention.annotationId)}
                  onChange={() => toggle(mention.annotationId)}
                />
                <InContext mention={mention} />
                <span className="muted" dir="auto">
                  {mention.entityId
                    ? `now: ${names?.find(({ id }) => id === mention.entityId)?.name ?? ''}`
                    : mention.documentName}
                </span>
              </label>
            </li>
          ))}
        </ul>
        {hidden > 0 && <p className="muted">and {hidden} more, all linked too</p>}
        <p className="button-row">
          <button
            type="submit"
            className="primary"
            // biome-ignore lint/a11y/noAutofocus: Enter links what is shown, without the mouse
            autoFocus
            disabled={(answer && count === 0) || info.readOnly}
          >
            Link {count}
          </button>
          <button type="button" onClick={closeOverlay}>
            Cancel
          </button>
        </p>
      </form>
    </Overlay>
  );
}
