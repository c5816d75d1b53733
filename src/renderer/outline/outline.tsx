import { entryAt, type OutlineEntry, outline } from '@core/text/outline';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { usePreferences } from '../data/preferences';
import { useSession } from '../data/use-session';
import { useWorkbench } from '../data/workbench';
import { focusText, showStretch } from '../editor/control';
import { firstFrom } from '../editor/places';

const ROW = 26;
const SHOWN = 120;

/** The paragraphs and headings of the open document with the number of their annotations; a click goes there. */
export function Outline() {
  const session = useSession();
  const text = session?.text ?? '';
  const entries = useMemo(() => outline(text), [text]);
  const caret = useWorkbench((state) => state.selection.end);
  const current = entryAt(entries, caret);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [current, virtual]);
  if (!session) return null;

  const marksIn = ({ start, end }: OutlineEntry) =>
    firstFrom(session.ordered, end) - firstFrom(session.ordered, start);
  const go = (index: number) => {
    const entry = entries[index];
    if (entry) showStretch({ start: entry.start, end: entry.start });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: 0,
      End: entries.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) go(to);
    else if (event.key === 'Enter' || event.key === 'Escape') focusText();
    else return;
    event.preventDefault();
  };

  return (
    <section className="outline" aria-label="Outline">
      <header className="pane-head">
        <h2>Outline</h2>
        <span className="muted">{entries.length}</span>
        <button
          type="button"
          className="icon"
          aria-label="Close the outline"
          onClick={() => usePreferences.setState({ outline: false })}
        >
          ×
        </button>
      </header>
      <div
        className="rows"
        ref={scroller}
        role="listbox"
        tabIndex={0}
        data-focus="outline"
        aria-label="Paragraphs and headings"
        aria-activedescendant={current >= 0 ? `outline-${current}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div className="virtual" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start: top }) => {
            const entry = entries[index]!;
            const count = marksIn(entry);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox has the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus
              <div
                key={entry.start}
                id={`outline-${index}`}
                role="option"
                aria-selected={index === current}
                className={`outline-row ${entry.kind}`}
                style={{ transform: `translateY(${top}px)`, height: ROW }}
                onClick={() => {
                  go(index);
                  focusText();
                }}
              >
                <span className="row-quote" dir="auto" lang={session.document.language}>
                  {text.slice(entry.start, Math.min(entry.end, entry.start + SHOWN)).trim()}
                </span>
                {count > 0 && <span className="muted">{count}</span>}
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}
