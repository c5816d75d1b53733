import { withoutKey } from '@actions/key-change';
import type { KeyOverrides } from '@actions/keymap';
import type { KeyPress } from '@actions/keys';
import type { Action } from '@actions/table';
import type { Schema } from '@core/model/schema';
import { Minus, Plus, RotateCcw } from 'lucide-react';
import { useKeys } from '../data/keymap';
import { KeyCap } from '../ui/keycap';
import { KeyRecorder } from './key-recorder';
import type { Recording } from './recording';

interface Props {
  action: Action;
  /** The row that Tab comes to. */
  isCurrent: boolean;
  schema: Schema | null;
  /** Present while a key is recorded for this action. */
  recording: Recording | null;
  onChoose(): void;
  onRecord(replaced: KeyPress | null): void;
  onRecorded(recording: Recording): void;
  onChange(own: KeyOverrides): void;
  onLeave(): void;
  onReset(): void;
}

/** A command and its keys. Enter changes the first; the buttons beside it add, take away and reset. */
export function KeyRow(props: Props) {
  const { action, isCurrent, schema, recording, onChoose, onRecord, onRecorded, onChange, onLeave, onReset } =
    props;
  const { own, keymap } = useKeys();
  const keys = keymap.keysOf(action.id);
  const last = keys.at(-1);
  const name = action.title.replace('…', '');
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <li className={`key-row ${Object.hasOwn(own, action.id) ? 'changed' : ''}`}>
      <button
        type="button"
        className="row"
        data-action={action.id}
        tabIndex={tabIndex}
        onFocus={onChoose}
        onClick={() => onRecord(keys[0] ?? null)}
      >
        <span className="key-row-name">{name}</span>
        {keys.map((press) => (
          <KeyCap key={press} press={press} action={action.id} />
        ))}
      </button>
      <span className="row-actions">
        {action.runsIn === 'window' && (
          <button
            type="button"
            className="icon"
            tabIndex={tabIndex}
            aria-label={`Add a key to ${name}`}
            title="Add a key"
            onClick={() => onRecord(null)}
          >
            <Plus size={14} aria-hidden />
          </button>
        )}
        {keys.length > 1 && last && (
          <button
            type="button"
            className="icon"
            tabIndex={tabIndex}
            aria-label={`Take the last key from ${name}`}
            title="Take the last key away"
            onClick={() => onChange(withoutKey(own, action.id, last))}
          >
            <Minus size={14} aria-hidden />
          </button>
        )}
        {Object.hasOwn(own, action.id) && (
          <button
            type="button"
            className="icon"
            tabIndex={tabIndex}
            aria-label={`Reset the keys of ${name}`}
            title="As it was at first"
            onClick={onReset}
          >
            <RotateCcw size={14} aria-hidden />
          </button>
        )}
      </span>
      {recording && (
        <KeyRecorder
          name={name}
          recording={recording}
          schema={schema}
          onRecorded={onRecorded}
          onChange={onChange}
          onLeave={onLeave}
        />
      )}
    </li>
  );
}
