import { codeLabel } from '@actions/keys';
import type { ProjectInfo } from '@contract/project';
import type { Fragment } from '@core/model/fragment';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentSession } from '../data/document-session';
import { attempt, notify } from '../data/notices';
import { send } from '../data/save-state';
import { useSession } from '../data/use-session';
import { useWorkbench, workbench } from '../data/workbench';
import { Picker } from '../pickers/picker';
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
  const { hits, query } = useFind();
  const lastTypeId = useWorkbench((state) => state.lastTypeId);
  const types = info.schema.entityTypes;
  const [typeId, setTypeId] = useState(lastTypeId ?? types[0]!.id);
  const [isFiltering, setFiltering] = useState(false);
  const labels = useRef<HTMLDivElement>(null);
  const annotatorId = info.annotator.id;
  const open = useMemo((): Fragment[] => {
    if (!session) return [];
    const marked = markedSo(session, typeId, annotatorId);
    return hits.filter(({ start, end }) => !marked.has(`${start} ${end}`));
  }, [session, hits, typeId, annotatorId]);
  const type = types.find(({ id }) => id === typeId) ?? types[0]!;
  const chosen = open.slice(0, MOST);

  useEffect(() => {
    if (!isFiltering) labels.current?.querySelector<HTMLElement>(`[data-type="${typeId}"]`)?.focus();
  }, [isFiltering, typeId]);
  if (!session) return null;

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
    if (chosen.length === 0) return;
    closeOverlay();
    attempt(mark);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = types.findIndex(({ id }) => id === typeId);
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const keyed = event.shiftKey ? undefined : types.find(({ key }) => key === event.code);
    if (event.code === 'Slash' && !event.shiftKey) setFiltering(true);
    else if (keyed) setTypeId(keyed.id);
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
        Hits of “<bdi>{query}</bdi>” in this document. Press a label’s key, or <kbd>/</kbd> to type its name.
      </p>
      {isFiltering ? (
        <Picker
          label="Label"
          placeholder="Type part of a label’s name"
          choices={types.map(({ id, name, key }) => ({
            id,
            name,
            className: `type-${id}`,
            ...(key ? { detail: codeLabel(key) } : {}),
          }))}
          onPick={({ id }) => {
            setTypeId(id);
            setFiltering(false);
          }}
          onCancel={() => setFiltering(false)}
        />
      ) : (
        <div ref={labels} role="radiogroup" aria-label="Label" className="mark-labels" onKeyDown={onKeyDown}>
          {types.map(({ id, name, key }) => (
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
              {key && <kbd>{codeLabel(key)}</kbd>}
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
        <button type="button" className="primary" disabled={chosen.length === 0} onClick={submit}>
          Mark {chosen.length.toLocaleString('en')} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={closeOverlay}>
          Cancel
        </button>
      </p>
    </Overlay>
  );
}
