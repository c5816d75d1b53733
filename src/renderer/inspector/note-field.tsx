import { useEffect, useRef, useState } from 'react';
import { useConnection } from '../bridge/connection';
import { notifyError } from '../data/notices';

const REST = 800;

/**
 * A note that saves itself: when the typing rests, when the field is left, when the window
 * closes, and again when the engine is back after it could not. Escape and Ctrl+Enter go back to where the work was.
 */
export function NoteField({
  value,
  disabled,
  onSave,
  onLeave,
  label = 'Note',
  focus = 'note',
}: {
  value: string;
  disabled: boolean;
  onSave(value: string): Promise<unknown>;
  onLeave(): void;
  label?: string;
  /** Where an action finds it. */
  focus?: string;
}) {
  const [typed, setTyped] = useState(value);
  const saved = useRef(value);
  const latest = useRef({ typed, onSave });
  latest.current = { typed, onSave };

  const save = () => {
    const now = latest.current;
    if (now.typed === saved.current) return;
    const before = saved.current;
    saved.current = now.typed;
    now.onSave(now.typed).catch((thrown) => {
      if (saved.current === now.typed) saved.current = before;
      notifyError(thrown);
    });
  };
  const saveNow = useRef(save);
  saveNow.current = save;

  useEffect(() => {
    if (value === saved.current) return;
    saved.current = value;
    setTyped(value);
  }, [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key typed starts the rest anew
  useEffect(() => {
    const timer = setTimeout(() => saveNow.current(), REST);
    return () => clearTimeout(timer);
  }, [typed]);
  const client = useConnection((state) => state.client);
  useEffect(() => {
    if (client) saveNow.current();
  }, [client]);
  useEffect(() => {
    const flush = () => saveNow.current();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  return (
    <label className="field">
      <span>{label}</span>
      <textarea
        rows={3}
        dir="auto"
        data-focus={focus}
        value={typed}
        disabled={disabled}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
          event.preventDefault();
          event.stopPropagation();
          save();
          onLeave();
        }}
      />
    </label>
  );
}
