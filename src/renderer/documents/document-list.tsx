import type { DocumentRow } from '@contract/documents';
import type { ProjectInfo } from '@contract/project';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { runAction } from '../actions/run';
import { theClient } from '../bridge/connection';
import { attempt } from '../data/notices';
import { openDocument } from '../data/open-document';
import { usePreferences } from '../data/preferences';
import { useAnswer } from '../data/queries';
import { useWorkbench } from '../data/workbench';
import { focusText } from '../editor/control';
import { statusWords } from './status-words';
import { searchFor, viewed } from './view';
import { ViewControls } from './view-controls';

const ROW = 46;

/** The rows that match what was typed: every word in name, title, language, tag or status. */
export function matching(rows: readonly DocumentRow[], filter: string): DocumentRow[] {
  const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const hay = [row.name, row.metadata.title ?? '', row.language, ...row.tags, statusWords[row.status].name]
      .join(' ')
      .toLocaleLowerCase();
    return words.every((word) => hay.includes(word));
  });
}

/** All documents with their status and counts; a click or Enter opens one. */
export function DocumentList({ info }: { info: ProjectInfo }) {
  const rows = useAnswer('document.list', {});
  const [filter, setFilter] = useState('');
  const openId = useWorkbench((state) => state.session?.document.id);
  const view = usePreferences((state) => state.documentView);
  const search = searchFor(view);
  const { data: found } = useQuery({
    queryKey: ['document.find', search],
    // A further letter typed ends the search before it.
    queryFn: ({ signal }) => theClient().call('document.find', search!, { signal }),
    enabled: search !== null,
    placeholderData: keepPreviousData,
  });
  const shown = useMemo(
    () => matching(viewed(rows ?? [], view, search ? (found ?? null) : null), filter),
    [rows, filter, view, search, found],
  );
  const done = rows?.filter(({ status }) => status === 'done').length ?? 0;

  return (
    <nav className="document-list" aria-label="Documents">
      <header className="pane-head">
        <h2>Documents</h2>
        {rows && rows.length > 0 && (
          <span className="muted">
            {done} of {rows.length} done
          </span>
        )}
      </header>
      {rows && rows.length > 0 && (
        <>
          <progress className="bar" value={done} max={rows.length} aria-label="Documents done" />
          <input
            type="search"
            className="filter"
            placeholder="Filter by name, language, tag, status"
            aria-label="Filter documents"
            data-focus="document-filter"
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && shown[0]) attempt(() => openDocument(shown[0]!.id));
              if (event.key === 'Escape') {
                setFilter('');
                focusText();
              }
            }}
          />
          <ViewControls
            info={info}
            rows={rows}
            view={view}
            onChange={(documentView) => usePreferences.setState({ documentView })}
          />
        </>
      )}
      {rows?.length === 0 && (
        <div className="empty">
          <p>This project has no documents yet.</p>
          <button type="button" className="primary" onClick={() => runAction('file.import')}>
            Import documents…
          </button>
          <p className="muted">Or drop text files on this window.</p>
        </div>
      )}
      {rows && rows.length > 0 && shown.length === 0 && <p className="empty muted">No document matches.</p>}
      <Rows rows={shown} openId={openId} />
    </nav>
  );
}

function Rows({ rows, openId }: { rows: DocumentRow[]; openId: string | undefined }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const openIndex = rows.findIndex(({ id }) => id === openId);
  useEffect(() => {
    if (openIndex >= 0) virtual.scrollToIndex(openIndex);
  }, [openIndex, virtual]);

  const step = (event: React.KeyboardEvent, index: number) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = by && rows[index + by];
    if (!row) return;
    event.preventDefault();
    virtual.scrollToIndex(index + by);
    requestAnimationFrame(() => document.getElementById(`document-${row.id}`)?.focus());
  };

  return (
    <div className="rows" ref={scroller}>
      <ul style={{ height: virtual.getTotalSize() }} className="virtual">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!;
          const status = statusWords[row.status];
          return (
            <li key={row.id} style={{ transform: `translateY(${start}px)`, height: ROW }}>
              <button
                type="button"
                id={`document-${row.id}`}
                className="document-row"
                aria-current={row.id === openId ? 'page' : undefined}
                onClick={() => attempt(() => openDocument(row.id))}
                onKeyDown={(event) => step(event, index)}
                title={row.name}
              >
                <span className={`status ${row.status}`} title={status.name} aria-hidden>
                  {status.sign}
                </span>
                <span className="document-name" dir="auto">
                  {row.metadata.title ?? row.name}
                </span>
                <span className="document-facts muted">
                  {status.name} · {row.language} · {row.annotations}{' '}
                  {row.annotations === 1 ? 'span' : 'spans'} · {row.stances}{' '}
                  {row.stances === 1 ? 'stance' : 'stances'}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
