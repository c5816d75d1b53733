import type { KeyOverrides } from '@actions/keymap';
import type { Schema } from '@core/model/schema';
import { useEffect, useRef } from 'react';
import { isMac } from '../bridge/host';
import { pressText, useKeys } from '../data/keymap';
import { type Met, type Recording, record, recordedPress, recordingOf } from './recording';

interface Props {
  /** Of the command. */
  name: string;
  recording: Recording;
  schema: Schema | null;
  onRecorded(recording: Recording): void;
  onChange(own: KeyOverrides): void;
  onLeave(): void;
}

/** Takes the next key that is pressed, and says what stands in its way where something does. */
export function KeyRecorder(props: Props) {
  const { name, recording, schema } = props;
  const { own } = useKeys();
  const group = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const { met } = recording;
  const asks = met !== null && 'own' in met.outcome && met.outcome.own !== null ? met.outcome.own : null;

  useEffect(() => {
    group.current?.scrollIntoView({ block: 'nearest' });
    if (asks) {
      group.current?.querySelector('button')?.focus();
      return;
    }
    const listen = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const press = recordedPress(event, isMac);
      const { recording, schema, onRecorded, onChange, onLeave } = latest.current;
      if (press === 'leave') onLeave();
      else if (press) {
        const outcome = record(recording, press, useKeys.getState().own, schema?.entityTypes ?? []);
        if ('own' in outcome) onChange(outcome.own);
        else if (outcome.met.kind === 'same') onLeave();
        else onRecorded({ ...recording, met: { press, outcome: outcome.met } });
      }
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [asks]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of words and buttons, no set of fields
    <div
      ref={group}
      role="group"
      className="key-recorder"
      aria-label={`New key for ${name}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.onLeave();
      }}
    >
      <p role="status">
        {met && <Obstacle press={met.press} outcome={met.outcome} own={own} />}
        {!asks && <span>Press {met ? 'another' : 'the new'} key. Esc leaves.</span>}
      </p>
      {asks && (
        <p className="button-row">
          <button type="button" className="primary" onClick={() => props.onChange(asks)}>
            {met?.outcome.kind === 'label' ? 'Take it' : 'Exchange'}
          </button>
          <button
            type="button"
            onClick={() => props.onRecorded(recordingOf(recording.id, recording.replaced))}
          >
            Another key
          </button>
          <button type="button" onClick={props.onLeave}>
            Cancel
          </button>
        </p>
      )}
      {schema === null && <p className="muted">Keys of labels are checked while a project is open.</p>}
    </div>
  );
}

/** What stands in the way of a key, and what would become of it. */
function Obstacle({ press, outcome, own }: { press: string; outcome: Met; own: KeyOverrides }) {
  const key = pressText(press);
  if (outcome.kind === 'same') return null;
  if (outcome.kind === 'refused') return <>{`${key} cannot be taken. ${outcome.why} `}</>;
  if (outcome.kind === 'label') {
    const { label, then } = outcome;
    return (
      <>
        {`${key} is the key of the label ‘${label.name}’ in this project, which would then be `}
        {then.map((stroke) => pressText(stroke)).join(' ') || 'in the palette alone'}.
      </>
    );
  }
  const names = outcome.by.map(({ title }) => `‘${title.replace('…', '')}’`).join(' and ');
  if (!outcome.own) return <>{`${key} is the only key of ${names}: give that another one first. `}</>;
  return <>{`${key} is the key of ${names}, which would ${become(outcome, own)}.`}</>;
}

/** What the actions that held a key would have after the exchange. */
function become({ by, own: after }: Extract<Met, { kind: 'taken' }>, before: KeyOverrides): string {
  const [first] = by;
  const keys = first ? (after?.[first.id] ?? first.keys) : [];
  const had = first ? (before[first.id] ?? first.keys) : [];
  const gained = keys.filter((key) => !had.includes(key));
  return gained.length > 0
    ? `get ${gained.map((key) => pressText(key)).join(', ')} instead`
    : `keep ${keys.map((key) => pressText(key)).join(', ')}`;
}
