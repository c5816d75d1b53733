import { type ReactNode, useEffect, useRef } from 'react';
import { ListBox, stepInList } from '../ui/list-box';

const ROW = 44;

/** The keyboard goes on to what is known of the chosen one. */
function showDetails(): void {
  document.querySelector<HTMLElement>('.register-details input')?.focus();
}

interface Props {
  id: string;
  label: string;
  placeholder: string;
  query: string;
  onQuery(query: string): void;
  filters?: ReactNode;
  /** Does the field take the keyboard when it appears? */
  takesFocus: boolean;
  count: number;
  at: number;
  onMove(index: number): void;
  empty: string;
  render(index: number): ReactNode;
}

/** A field to search in over a list: arrows go through the list while the field keeps the keyboard. */
export function RegisterList(props: Props) {
  const { id, label, placeholder, query, onQuery, filters, takesFocus, count, at, onMove, empty, render } =
    props;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key === 'Home' || event.key === 'End') return;
    const to = stepInList(event.key, at, count);
    if (to !== null) onMove(to);
    else if (event.key === 'Enter') showDetails();
    else if (event.key === 'Escape' && query !== '') onQuery('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className="register-list" aria-label={label}>
      <input
        ref={field}
        type="search"
        role="combobox"
        aria-label={`Find: ${label}`}
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        dir="auto"
        placeholder={placeholder}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {filters && <div className="register-filters">{filters}</div>}
      <ListBox
        id={id}
        label={label}
        count={count}
        row={ROW}
        at={at}
        onMove={onMove}
        onEnter={showDetails}
        render={render}
      />
      {count === 0 && <p className="muted empty">{empty}</p>}
    </section>
  );
}
