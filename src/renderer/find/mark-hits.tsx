import { type KeyPress, keyPressOf } from '@actions/keys';
import type { ProjectInfo } from '@contract/project';
import type { Fragment } from '@core/model/fragment';
import { type EntityType, offered } from '@core/model/schema';
import { useEffect, useMemo, useRef, useState } from 'react';
import { isMac } from '../bridge/host';
import type { DocumentSession } from '../data/document-session';
import { pressText, useKeys, useLabelStrokes } from '../data/keymap';
import { attempt, notify } from '../data/notices';
import { send } from '../data/save-state';
import { useSession } from '../data/use-session';
import { useWorkbench, workbench } from '../data/workbench';
import { Picker } from '../pickers/picker';
import { ActionKey, Strokes } from '../ui/keycap';
import { closeOverlay, Overlay } from '../ui/overlay';
import { useFind } from './state';

/** As many as one command takes. */
const MOST = 100_000;

/** The stretches of an annotator's own annotations of a type that have one fragment. */
function markedSo(session: DocumentSession, typeId: string, annotatorId: string): Set<string> {
  return new Set(
    session.ordered
      .filter(({ layerId, fragments, ...annotation }) => {
        const isOwn = session.layers.get(layerId)?.annotatorId === annotatorId;
        return isOwn && annotation.typeId === typeId && fragments.length === 1;
      })
      .map(({ fragments }) => `${fragments[0]!.start} ${fragments[0]!.end}`),
  );
}

/** Marks all hits with one label, by its key or its name; those that are marked so already are passed over. One undo. */
export function MarkHits({ info }: { info: ProjectInfo }) {
  const session = useSession();
  const [first] = offered(info.schema.entityTypes);
  if (!session) return null;
  if (first) return <LabelAndCount session={session} info={info} first={first} />;
  return (
    <Overlay title="Mark all hits">
      <p>The schema of this project has no labels.</p>
    </Overlay>
  );
}

function LabelAndCount({
  session,
  info,
  first,
}: {
  session: DocumentSession;
  info: ProjectInfo;
  first: EntityType;
}) {
  const { hits, query } = useFind();
  const types = offered(info.schema.entityTypes);
  const lastTypeId = useWorkbench((state) => state.lastTypeId);
  const [chosenId, setTypeId] = useState(lastTypeId);
  const type = types.find(({ id }) => id === chosenId) ?? first;
  const typeId = type.id;
  const strokes = useLabelStrokes(info.schema);
  const keymap = useKeys((state) => state.keymap);
  const [isFiltering, setFiltering] = useState(false);
  /** The first of a label's two keys, when it has been pressed. */
  const prefix = useRef<KeyPress | null>(null);
  const labels = useRef<HTMLDivElement>(null);
  const annotatorId = info.annotator.id;
  const open = useMemo((): Fragment[] => {
    const marked = markedSo(session, typeId, annotatorId);
    return hits.filter(({ start, end }) => !marked.has(`${start} ${end}`));
  }, [session, hits, typeId, annotatorId]);
  const chosen = open.slice(0, MOST);

  useEffect(() => {
    if (!isFiltering) labels.current?.querySelector<HTMLElement>(`[data-type="${typeId}"]`)?.focus();
  }, [isFiltering, typeId]);

  const mark = async () => {
    workbench.set({ lastTypeId: typeId });
    const { ids } = await send('annotation.createMany', {
      documentId: session.document.id,
      typeId,
      spans: chosen.map(({ start, end }) => [{ start, end }]),
    });
    notify(`${ids.length.toLocaleString('en')} marked as ${type.name}. One undo takes them back.`);
  };
  const submit = () => {
    if (chosen.length === 0 || info.readOnly) return;
    closeOverlay();
    attempt(mark);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || /^(Control|Shift|Alt|Meta)/.test(event.code)) return;
    const press = keyPressOf(event, isMac);
    const pressed = prefix.current === null ? [press] : [prefix.current, press];
    prefix.current = null;
    const ways = types.map(({ id }) => ({ id, keys: strokes.get(id)?.strokes ?? [] }));
    const keyed = ways.find(({ keys }) => keys.length > 0 && keys.join(' ') === pressed.join(' '));
    const at = types.findIndex(({ id }) => id === typeId);
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (keyed) setTypeId(keyed.id);
    else if (ways.some(({ keys }) => keys.length > 1 && keys[0] === press)) prefix.current = press;
    else if (keymap.actionFor(press, ['text'])?.id === 'annotate.palette') setFiltering(true);
    else if (by) setTypeId(types[(at + by + types.length) % types.length]!.id);
    else if (event.key === 'Enter') submit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const already = hits.length - open.length;

  return (
    <Overlay title="Mark all hits">
      <p>
        Hits of “<bdi>{query}</bdi>” in this document. Press a label’s key, or{' '}
        <ActionKey id="annotate.palette" /> to type its name.
      </p>
      {isFiltering ? (
        <Picker
          label="Label"
          placeholder="Type part of a label’s name"
          choices={types.map(({ id, name }) => ({
            id,
            name,
            className: `type-${id}`,
            detail: (strokes.get(id)?.strokes ?? []).map((press) => pressText(press)).join(' '),
          }))}
          onPick={({ id }) => {
            setTypeId(id);
            setFiltering(false);
          }}
          onCancel={() => setFiltering(false)}
        />
      ) : (
        <div ref={labels} role="radiogroup" aria-label="Label" className="mark-labels" onKeyDown={onKeyDown}>
          {types.map(({ id, name }) => (
            // biome-ignore lint/a11y/useSemanticElements: a label with its key, as in the label bar
            <button
              key={id}
              type="button"
              role="radio"
              aria-checked={id === typeId}
              tabIndex={id === typeId ? 0 : -1}
              data-type={id}
              className={`label type-${id}`}
              onClick={() => setTypeId(id)}
            >
              <span className="swatch" aria-hidden />
              {name}
              <Strokes strokes={strokes.get(id)?.strokes ?? []} />
            </button>
          ))}
        </div>
      )}
      <p role="status">
        <strong>{chosen.length.toLocaleString('en')}</strong> will be marked as {type.name}
        {already > 0 && `; ${already.toLocaleString('en')} ${already === 1 ? 'is' : 'are'} marked so already`}
        {open.length > MOST &&
          `; the first ${MOST.toLocaleString('en')} of ${open.length.toLocaleString('en')}`}
        .
      </p>
      <p className="button-row">
        <button
          type="button"
          className="primary"
          disabled={chosen.length === 0 || info.readOnly}
          onClick={submit}
        >
          Mark {chosen.length.toLocaleString('en')} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={closeOverlay}>
          Cancel
        </button>
      </p>
    </Overlay>
  );
}
