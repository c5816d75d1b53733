import { codeLabel } from '@actions/keys';
import { useEffect, useRef } from 'react';

/** One of a few values, each with the key that chooses it. */
export interface TermOption<Value> {
  value: Value;
  name: string;
  /** KeyboardEvent.code. */
  key: string | null;
  className?: string;
}

/**
 * One value of a closed vocabulary. A value's key chooses it and goes on; arrows move, Enter goes
 * on with what is chosen.
 */
export function TermField<Value extends string | number>({
  label,
  options,
  value,
  isActive,
  optional,
  onActivate,
  onChoose,
  onNext,
}: {
  label: string;
  options: readonly TermOption<Value>[];
  value: Value | null;
  isActive: boolean;
  /** May stay without a value; 0 takes it back. */
  optional: boolean;
  onActivate(): void;
  onChoose(value: Value | null): void;
  onNext(): void;
}) {
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) group.current?.focus();
  }, [isActive]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = options.findIndex((option) => option.value === value);
    const byKey = options.find((option) => option.key === event.code);
    if (byKey) {
      onChoose(byKey.value);
      onNext();
    } else if (optional && event.code === 'Digit0') {
      onChoose(null);
      onNext();
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowDown') {
      onChoose(options[Math.min(options.length - 1, at + 1)]!.value);
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') {
      onChoose(options[Math.max(0, at - 1)]!.value);
    } else if (event.key === 'Enter') {
      onNext();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={`stance-field ${isActive ? 'active' : ''}`}>
      <span className="field-label" id={`term-${label}`}>
        {label}
      </span>
      <div
        ref={group}
        role="radiogroup"
        aria-labelledby={`term-${label}`}
        className="toggles"
        tabIndex={0}
        onFocus={onActivate}
        onKeyDown={onKeyDown}
      >
        {options.map((option) => (
          // biome-ignore lint/a11y/useSemanticElements: one group takes the focus and the keys of all its values
          <button
            key={option.value}
            type="button"
            role="radio"
            tabIndex={-1}
            aria-checked={option.value === value}
            className={option.className}
            onClick={() => onChoose(option.value === value && optional ? null : option.value)}
          >
            {option.className && <span className="swatch" aria-hidden />}
            {option.name}
            {option.key && <kbd>{codeLabel(option.key)}</kbd>}
          </button>
        ))}
      </div>
    </div>
  );
}
