import { surroundings } from '@core/text/surroundings';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { DocumentSession } from '../data/document-session';
import { useNames } from '../data/names';
import { editorView } from '../editor/control';
import { goToHit } from './find';
import { type Hit, useFind } from './state';

const ROW = 26;

export function rowId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** The hits with what stands around them; those alone are drawn that are to be seen. */
export function HitList({ id, session }: { id: string; session: DocumentSession }) {
  const { hits, current, session: searched } = useFind();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: hits.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [current, virtual]);
  if (searched !== session) return null;

  return (
    <div className="find-hits" ref={scroller} id={id} role="listbox" aria-label="Hits">
      <div role="presentation" className="virtual" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option (combobox pattern)
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys of the options (combobox pattern)
          <div
            key={index}
            id={rowId(id, index)}
            role="option"
            aria-selected={index === current}
            aria-posinset={index + 1}
            aria-setsize={hits.length}
            className="find-row"
            style={{ transform: `translateY(${start}px)`, height: ROW }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => goToHit(index)}
          >
            <HitRow hit={hits[index]!} session={session} />
          </div>
        ))}
      </div>
    </div>
  );
}

function HitRow({ hit, session }: { hit: Hit; session: DocumentSession }) {
  const { before, quote, after } = surroundings(session.text, hit);
  const line = editorView()?.state.doc.lineAt(Math.min(hit.start, session.text.length)).number;
  return (
    <>
      <span className="find-line muted">{line}</span>
      <span className="find-context" dir="auto" lang={session.document.language}>
        {before}
        <mark>{quote}</mark>
        {after}
      </span>
      {hit.annotationId !== undefined && <FoundIn hit={hit} session={session} />}
    </>
  );
}

/** The label of an annotation, and in what of it the query was found. */
function FoundIn({ hit, session }: { hit: Hit; session: DocumentSession }) {
  const names = useNames(session);
  const annotation = session.annotations.get(hit.annotationId!);
  if (!annotation) return null;
  const { typeId, entityId, note } = annotation;
  const found = {
    label: '',
    quote: '',
    entity: entityId === null ? '' : names.entity(entityId),
    note: note.slice(0, 80),
  }[hit.part ?? 'label'];
  return (
    <span className={`find-found type-${typeId}`}>
      <span className="swatch" aria-hidden /> {names.type(typeId)}
      {found !== '' && (
        <span className="muted">
          {' '}
          {hit.part}: <bdi>{found}</bdi>
        </span>
      )}
    </span>
  );
}
