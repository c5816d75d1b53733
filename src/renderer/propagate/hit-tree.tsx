import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { choiceOf, type Found, type Row, rowsOf, toggled } from './choice';

const ROW = 27;
const PAGE = 10;

interface Props {
  found: Found;
  /** A line for each document over its hits. */
  withDocuments: boolean;
  typeId: string;
  /** Numbers of the hits that are left out. */
  left: ReadonlySet<number>;
  onChange(left: ReadonlySet<number>): void;
}

/** Hits by document, each with a check mark; those alone are drawn that are to be seen. Arrows walk, the space bar leaves out. */
export function HitTree({ found, withDocuments, typeId, left, onChange }: Props) {
  const rows = useMemo(() => rowsOf(found, withDocuments), [found, withDocuments]);
  const [at, setAt] = useState(0);
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const active = Math.min(at, rows.length - 1);
  useEffect(() => {
    virtual.scrollToIndex(active);
  }, [active, virtual]);
  // Takes the keyboard when the dialog has just opened, not while its options are being changed.
  useEffect(() => {
    if (scroller.current?.closest('form') === document.activeElement) scroller.current?.focus();
  }, []);

  const toggle = (row: Row) =>
    onChange(row.kind === 'hit' ? toggled(row.hit, 1, left) : toggled(row.firstHit, row.hits, left));
  const onKeyDown = (event: React.KeyboardEvent) => {
    const next = stepIn(rows, active, event.key);
    if (next !== null) setAt(next);
    else if (event.key === ' ') toggle(rows[active]!);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={scroller}
      role="tree"
      aria-label="Occurrences"
      aria-multiselectable
      aria-activedescendant={`${id}-${active}`}
      tabIndex={0}
      className="hit-tree"
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="virtual" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the tree keeps the focus and names the item
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys of its items
            <div
              key={index}
              id={`${id}-${index}`}
              role="treeitem"
              aria-level={withDocuments && row.kind === 'hit' ? 2 : 1}
              aria-posinset={placeOf(row) + 1}
              aria-setsize={siblingsOf(row, found, withDocuments)}
              aria-checked={row.kind === 'hit' ? !left.has(row.hit) : choiceOf(row.firstHit, row.hits, left)}
              {...(row.kind === 'document' ? { 'aria-expanded': true } : {})}
              className={`tree-row ${row.kind} ${index === active ? 'active' : ''}`}
              style={{ transform: `translateY(${start}px)`, height: ROW }}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                setAt(index);
                toggle(row);
              }}
            >
              <span className="check" aria-hidden />
              {row.kind === 'hit' ? (
                <HitLine row={row} found={found} typeId={typeId} />
              ) : (
                <DocumentLine row={row} found={found} left={left} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function placeOf(row: Row): number {
  return row.kind === 'hit' ? row.place : row.document;
}

function siblingsOf(row: Row, found: Found, withDocuments: boolean): number {
  if (row.kind === 'document') return found.documents.length;
  return withDocuments ? found.documents[row.document]!.spans.length : found.documents[0]!.spans.length;
}

/** Where a key leads in the list; null for a key that leads nowhere. */
function stepIn(rows: readonly Row[], at: number, key: string): number | null {
  const within = (index: number) => Math.max(0, Math.min(rows.length - 1, index));
  switch (key) {
    case 'ArrowDown':
      return within(at + 1);
    case 'ArrowUp':
      return within(at - 1);
    case 'PageDown':
      return within(at + PAGE);
    case 'PageUp':
      return within(at - PAGE);
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    case 'ArrowRight': {
      const next = rows.findIndex(({ kind }, index) => index > at && kind === 'document');
      return next < 0 ? at : next;
    }
    case 'ArrowLeft': {
      const before = rows.findLastIndex(({ kind }, index) => index < at && kind === 'document');
      return before < 0 ? at : before;
    }
    default:
      return null;
  }
}

function HitLine({
  row,
  found,
  typeId,
}: {
  row: Extract<Row, { kind: 'hit' }>;
  found: Found;
  typeId: string;
}) {
  const { language, around } = found.contexts[row.document]!;
  const { before, quote, after } = around[row.place]!;
  return (
    <span className="tree-context" dir="auto" lang={language}>
      {before}
      <mark className={`type-${typeId}`}>{quote}</mark>
      {after}
    </span>
  );
}

function DocumentLine({
  row,
  found,
  left,
}: {
  row: Extract<Row, { kind: 'document' }>;
  found: Found;
  left: ReadonlySet<number>;
}) {
  let chosen = 0;
  for (let hit = row.firstHit; hit < row.firstHit + row.hits; hit++) if (!left.has(hit)) chosen++;
  return (
    <>
      <span className="tree-name" dir="auto">
        {found.contexts[row.document]!.name}
      </span>
      <span className="muted">
        {chosen} of {row.hits}
      </span>
    </>
  );
}
