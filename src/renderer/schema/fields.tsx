import { type ReactNode, useId } from 'react';

interface Row {
  label: string;
  /** Said below the field, and to a screen reader with it. */
  hint?: string | undefined;
  disabled?: boolean;
  /** What is wrong with what is typed; null or nothing when it can be taken. */
  fault?: string | null;
}

function Labelled({
  label,
  hint,
  fault,
  children,
}: Row & { children: (ids: { id: string; describedBy: string | undefined }) => ReactNode }) {
  const id = useId();
  return (
    <div className="schema-field">
      <label htmlFor={id}>{label}</label>
      <div>
        {children({ id, describedBy: hint ? `${id}-hint` : undefined })}
        {hint && (
          <p id={`${id}-hint`} className="hint">
            {hint}
          </p>
        )}
        {fault && (
          <p role="alert" className="fault">
            {fault}
          </p>
        )}
      </div>
    </div>
  );
}

export function TextRow({
  value,
  onChange,
  onLeave,
  placeholder,
  ...row
}: Row & {
  value: string;
  onChange(value: string): void;
  /** The field was left, or Enter pressed. */
  onLeave?: () => void;
  placeholder?: string;
}) {
  return (
    <Labelled {...row}>
      {({ id, describedBy }) => (
        <input
          id={id}
          aria-describedby={describedBy}
          type="text"
          dir="auto"
          value={value}
          placeholder={placeholder}
          disabled={row.disabled}
          aria-invalid={row.fault ? true : undefined}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onLeave}
          onKeyDown={(event) => event.key === 'Enter' && onLeave?.()}
        />
      )}
    </Labelled>
  );
}

export function AreaRow({
  value,
  onChange,
  rows = 2,
  ...row
}: Row & { value: string; onChange(value: string): void; rows?: number }) {
  return (
    <Labelled {...row}>
      {({ id, describedBy }) => (
        <textarea
          id={id}
          aria-describedby={describedBy}
          dir="auto"
          rows={rows}
          value={value}
          disabled={row.disabled}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}

/** A number that may be left out. */
export function NumberRow({
  value,
  onChange,
  whole = false,
  ...row
}: Row & { value: number | null; onChange(value: number | null): void; whole?: boolean }) {
  return (
    <Labelled {...row}>
      {({ id, describedBy }) => (
        <input
          id={id}
          aria-describedby={describedBy}
          type="number"
          step={whole ? 1 : 'any'}
          value={value ?? ''}
          disabled={row.disabled}
          onChange={(event) => {
            const typed = event.target.value;
            const number = Number(typed);
            onChange(typed === '' || !Number.isFinite(number) ? null : whole ? Math.trunc(number) : number);
          }}
        />
      )}
    </Labelled>
  );
}

export function SelectRow({
  value,
  options,
  onChange,
  ...row
}: Row & {
  value: string;
  options: readonly { value: string; words: string }[];
  onChange(value: string): void;
}) {
  return (
    <Labelled {...row}>
      {({ id, describedBy }) => (
        <select
          id={id}
          aria-describedby={describedBy}
          value={value}
          disabled={row.disabled}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.words}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

export function CheckRow({
  label,
  checked,
  onChange,
  disabled,
}: {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
  disabled?: boolean;
}) {
  return (
    <label className="field inline">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
