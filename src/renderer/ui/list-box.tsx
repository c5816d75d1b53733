import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  id: string;
  label: string;
  count: number;
  /** Height of a row in CSS pixels. */
  row: number;
  /** The row that the keyboard is at; -1 for none. */
  at: number;
  onMove(index: number): void;
  /** Enter or a double click. */
  onEnter?: ((index: number) => void) | undefined;
  /** Where several can be chosen: which are, and how Space or a click changes that. */
  several?: { has(index: number): boolean; toggle(index: number): void } | undefined;
  /** Further keys; true when it was one. */
  onKey?: ((event: React.KeyboardEvent) => boolean) | undefined;
  /** What stands in a row; called for rows on the screen alone. */
  render(index: number): ReactNode;
  className?: string;
  /** No higher than its rows. */
  fit?: boolean;
  dataFocus?: string;
}

const PAGE = 8;

/** Where an arrow or page key leads from a row of a list; null for other keys. */
export function stepInList(key: string, at: number, count: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, to));
}

/** A list of any length from which to choose by keyboard: only rows on the screen are drawn. */
export function ListBox(props: Props) {
  const {
    id,
    label,
    count,
    row,
    at,
    onMove,
    onEnter,
    several,
    onKey,
    render,
    className = '',
    fit = false,
    dataFocus,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => row,
    overscan: 6,
  });
  useEffect(() => {
    if (at >= 0 && at < count) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, count, virtual]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const to = plain ? stepInList(event.key, at, count) : null;
    if (onKey?.(event)) event.stopPropagation();
    else if (to !== null) onMove(to);
    else if (plain && event.key === 'Enter' && at >= 0 && onEnter) onEnter(at);
    else if (plain && event.key === ' ' && at >= 0 && several) several.toggle(at);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      id={id}
      role="listbox"
      tabIndex={0}
      className={`list-box ${className}`}
      aria-label={label}
      aria-multiselectable={several ? true : undefined}
      aria-activedescendant={at >= 0 && at < count ? `${id}-${at}` : undefined}
      style={fit ? { height: count * row + 2, flex: 'none' } : undefined}
      data-focus={dataFocus}
      onKeyDown={onKeyDown}
    >
      <div className="virtual" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus
          <div
            key={index}
            id={`${id}-${index}`}
            role="option"
            aria-selected={several ? several.has(index) : index === at}
            aria-posinset={index + 1}
            aria-setsize={count}
            className={`list-row ${index === at ? 'at' : ''}`}
            style={{ transform: `translateY(${start}px)`, height: row }}
            onClick={() => {
              onMove(index);
              several?.toggle(index);
            }}
            onDoubleClick={() => onEnter?.(index)}
          >
            {render(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
