import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { type Choice, ranked } from './rank';

interface Props<Item extends Choice> {
  label: string;
  placeholder?: string;
  choices?: readonly Item[];
  /** Offered below the matches, for what was typed: for example to make a new one. */
  extra?: (typed: string) => Item[];
  initial?: string;
  onPick(choice: Item): void;
  /** Shift+Enter. */
  onPickAll?: (choice: Item) => void;
  /** What is listed for what was typed, where it is not found by name among the choices. */
  find?: (typed: string) => Item[];
  /** Enter with nothing typed and nothing chosen by arrow. */
  onSkip?: () => void;
  onCancel?: () => void;
  autoFocus?: boolean;
  /** Holds the way to pick what is marked for what was typed, for a form that is left or saved without Enter; null while nothing is typed. */
  open?: RefObject<(() => void) | null>;
}

const MOST = 200;

/** A field to type in with a list of what matches below: arrows choose, Enter picks. */
export function Picker<Item extends Choice>(props: Props<Item>) {
  const {
    label,
    placeholder,
    choices = [],
    extra,
    initial = '',
    onPick,
    onPickAll,
    find,
    onSkip,
    onCancel,
    autoFocus = true,
    open,
  } = props;
  const [typed, setTyped] = useState(initial);
  const [at, setAt] = useState(onSkip ? -1 : 0);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const listed = find ? find(typed.trim()) : ranked(choices, typed);
  const items = [...listed, ...(extra?.(typed.trim()) ?? [])].slice(0, MOST);
  const chosen = items[Math.min(at, items.length - 1)];

  useEffect(() => {
    if (!open) return;
    open.current = typed.trim() !== '' && chosen ? () => onPick(chosen) : null;
    return () => {
      open.current = null;
    };
  });
  useEffect(() => {
    if (autoFocus) input.current?.select();
  }, [autoFocus]);
  useEffect(() => {
    const hasKeyboard = document.activeElement === input.current;
    if (chosen && hasKeyboard)
      document.getElementById(`${id}-${chosen.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, id]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(items.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      if (chosen) (event.shiftKey && onPickAll ? onPickAll : onPick)(chosen);
      else onSkip?.();
    } else if (event.key === 'Escape' && onCancel) onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="picker">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
        placeholder={placeholder}
        dir="auto"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(event.target.value.trim() === '' && onSkip ? -1 : 0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={id} aria-label={label} className="choices">
        {items.map((item) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option (combobox pattern)
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys of the options (combobox pattern)
          <div
            key={item.id}
            id={`${id}-${item.id}`}
            role="option"
            aria-selected={item === chosen}
            className={`choice ${item.className ?? ''}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => (event.shiftKey && onPickAll ? onPickAll : onPick)(item)}
          >
            {item.className && <span className="swatch" aria-hidden />}
            <span dir="auto">{item.name}</span>
            {item.detail && <span className="muted detail">{item.detail}</span>}
          </div>
        ))}
      </div>
      {items.length === 0 && <p className="muted choice">Nothing matches.</p>}
    </div>
  );
}
