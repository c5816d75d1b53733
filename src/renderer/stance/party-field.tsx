import { X } from 'lucide-react';
import type { RefObject } from 'react';
import { Picker } from '../pickers/picker';
import type { RefChoice } from './party-choices';

/** Who or what, by typing part of the name; Enter with nothing typed leaves it and goes on. */
export function PartyField<Ref>({
  label,
  names,
  isActive,
  find,
  onActivate,
  onPick,
  onClear,
  onNext,
  onCancel,
  open,
}: {
  label: string;
  /** What is chosen so far. */
  names: string[];
  isActive: boolean;
  /** What can be chosen for what was typed, the best first. */
  find(typed: string): RefChoice<Ref>[];
  onActivate(): void;
  onPick(ref: Ref): void;
  onClear(index: number): void;
  onNext(): void;
  onCancel(): void;
  /** See Picker. */
  open: RefObject<(() => void) | null>;
}) {
  return (
    <div className={`stance-field ${isActive ? 'active' : ''}`}>
      <span className="field-label">{label}</span>
      <div className="party">
        {names.map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a chain may name one party twice; its place is its identity
          <span key={index} className="chip">
            <span dir="auto">{name}</span>
            <button
              type="button"
              className="icon"
              tabIndex={-1}
              aria-label={`Take out ${name}`}
              onClick={() => onClear(index)}
            >
              <X size={12} aria-hidden />
            </button>
          </span>
        ))}
        {isActive ? (
          <Picker
            key={names.length}
            label={label}
            placeholder={names.length > 0 ? 'Enter to go on' : 'Type a name; Enter to leave it open'}
            find={find}
            onPick={({ ref }) => onPick(ref)}
            onSkip={onNext}
            onCancel={onCancel}
            open={open}
          />
        ) : (
          <button
            type="button"
            className="link"
            aria-label={`Choose ${label.toLowerCase()}`}
            onClick={onActivate}
          >
            {names.length > 0 ? 'change' : 'choose…'}
          </button>
        )}
      </div>
    </div>
  );
}
