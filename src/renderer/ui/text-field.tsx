import { useState } from 'react';

/** A field that saves when it is left or Enter is pressed; Escape takes back what was typed. */
export function TextField({
  label,
  value,
  placeholder,
  disabled,
  onSave,
}: {
  label: string;
  value: string;
  placeholder?: string;
  disabled: boolean;
  onSave(value: string): void;
}) {
  const [typed, setTyped] = useState(value);
  const [before, setBefore] = useState(value);
  if (before !== value) {
    setBefore(value);
    setTyped(value);
  }
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="text"
        dir="auto"
        placeholder={placeholder}
        value={typed}
        disabled={disabled}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => typed.trim() !== value && onSave(typed.trim())}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key !== 'Escape' || typed === value) return;
          event.stopPropagation();
          setTyped(value);
        }}
      />
    </label>
  );
}
