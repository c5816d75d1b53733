import type { SpanAnnotation } from '@core/model/annotation';
import { displayQuote } from '@core/model/fragment';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { goToAnnotation } from '../actions/annotate';
import type { DocumentSession } from '../data/document-session';
import { useNames } from '../data/names';
import { focusText } from '../editor/control';
import { folded } from '../pickers/rank';
import { ActionKey } from '../ui/keycap';

const ROW = 30;

/** All annotations of the document in text order; a click goes to one. */
export function AnnotationList({ session }: { session: DocumentSession }) {
  const names = useNames(session);
  const [filter, setFilter] = useState('');
  const { ordered } = session;
  const quoteOf = ({ fragments }: SpanAnnotation) => displayQuote(session.text, fragments);
  const query = folded(filter);
  const shown =
    query === ''
      ? ordered
      : ordered.filter((annotation) =>
          folded(`${quoteOf(annotation)} ${names.type(annotation.typeId)}`).includes(query),
        );
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
  });

  return (
    <section className="annotation-list" aria-label="Annotations">
      <header className="pane-head">
        <h2>Annotations</h2>
        <span className="muted">{ordered.length}</span>
      </header>
      {ordered.length === 0 ? (
        <p className="muted">
          Select text and press a label’s key. <ActionKey id="help.keys" /> shows all keys.
        </p>
      ) : (
        <>
          <input
            type="search"
            className="filter"
            placeholder="Filter by text or label"
            aria-label="Filter annotations"
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && focusText()}
          />
          <div className="rows" ref={scroller}>
            <ul className="virtual" style={{ height: virtual.getTotalSize() }}>
              {virtual.getVirtualItems().map(({ index, start }) => {
                const annotation = shown[index]!;
                return (
                  <li key={annotation.id} style={{ transform: `translateY(${start}px)`, height: ROW }}>
                    <button
                      type="button"
                      className={`row type-${annotation.typeId}`}
                      onClick={() => goToAnnotation(annotation.id)}
                    >
                      <span className="swatch" aria-hidden />
                      <span className="row-quote" dir="auto">
                        {quoteOf(annotation)}
                      </span>
                      <span className="muted">{names.type(annotation.typeId)}</span>
                    </button>
                  </li>
                );
              })}
            </ul>
          </div>
        </>
      )}
    </section>
  );
}
