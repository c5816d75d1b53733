import { admitKeys, type LeftOut, withDefaults } from '@actions/key-change';
import type { KeyOverrides } from '@actions/keymap';
import { type Action, actions, type MenuName } from '@actions/table';
import { describeError, toWireError } from '@core/errors';
import type { Schema } from '@core/model/schema';
import { useRef, useState } from 'react';
import { callHost } from '../bridge/host';
import { pressText, setOwnKeys, useKeys } from '../data/keymap';
import { attempt } from '../data/notices';
import { folded } from '../pickers/rank';
import { KeyRow } from './key-row';
import { type Recording, recordingOf } from './recording';

const table: readonly Action[] = actions;
const menus: readonly MenuName[] = [...new Set(table.map(({ menu }) => menu))];

/** What was done to all keys at once, with the way back. */
interface Outcome {
  text: string;
  leftOut?: readonly LeftOut[];
  failed?: boolean;
  before?: KeyOverrides;
}

/** All commands with their keys, each of which can be changed. */
export function KeysPage({ schema }: { schema: Schema | null }) {
  const { own, keymap } = useKeys();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [recording, setRecording] = useState<Recording | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const list = useRef<HTMLDivElement>(null);

  const query = folded(typed);
  const found = table.filter((action) =>
    [action.title, action.menu, ...keymap.keysOf(action.id).map((press) => pressText(press, action.id))].some(
      (text) => folded(text).includes(query),
    ),
  );
  const current = found.some(({ id }) => id === chosen) ? chosen : found[0]?.id;

  const goTo = (id: string | undefined) => {
    if (id === undefined) return;
    setChosen(id);
    list.current?.querySelector<HTMLElement>(`[data-action="${id}"]`)?.focus();
  };
  const step = (by: number) => {
    const at = found.findIndex(({ id }) => id === current);
    goTo(found[Math.max(0, Math.min(found.length - 1, at + by))]?.id);
  };
  const change = (next: KeyOverrides) => {
    setOutcome(null);
    setRecording(null);
    attempt(() => setOwnKeys(next));
  };
  const all = (text: string, next: KeyOverrides, leftOut: readonly LeftOut[] = []) => {
    attempt(() => setOwnKeys(next));
    setRecording(null);
    setOutcome({ text, leftOut, before: own });
  };
  const tryTo = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (thrown) {
      const { kind, data } = toWireError(thrown);
      setOutcome({ text: describeError(kind, data), failed: true });
    }
  };
  const importKeys = async () => {
    const set = await callHost('keys.import', {});
    if (!set) return;
    const { own: next, leftOut } = admitKeys(set.keys);
    const count = Object.keys(next).length;
    all(`Keys of ${count} ${count === 1 ? 'command' : 'commands'} taken over.`, next, leftOut);
  };
  const exportKeys = async () => {
    const path = await callHost('keys.export', {});
    if (path) setOutcome({ text: `Written: ${path}` });
  };

  return (
    <div className="keys-page">
      <p className="muted">
        Enter on a command takes the next key that is pressed. Keys go by their place on the keyboard,
        whatever its language.
      </p>
      <input
        type="search"
        aria-label="Find a command or a key"
        placeholder="Part of a command’s name, or a key such as Ctrl+F"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          goTo(current ?? undefined);
        }}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows go from row to row; each row is a button */}
      <div
        ref={list}
        className="key-rows"
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') step(1);
          else if (event.key === 'ArrowUp') step(-1);
          else return;
          event.preventDefault();
        }}
      >
        {menus.map((menu) => {
          const rows = found.filter((action) => action.menu === menu);
          return rows.length === 0 ? null : (
            <section key={menu} aria-labelledby={`keys-of-${menu}`}>
              <h3 id={`keys-of-${menu}`}>{menu}</h3>
              <ul className="plain-list">
                {rows.map((action) => (
                  <KeyRow
                    key={action.id}
                    action={action}
                    isCurrent={action.id === current}
                    schema={schema}
                    recording={recording?.id === action.id ? recording : null}
                    onChoose={() => setChosen(action.id)}
                    onRecord={(replaced) => {
                      setChosen(action.id);
                      setOutcome(null);
                      setRecording(recordingOf(action.id, replaced));
                    }}
                    onRecorded={setRecording}
                    onChange={(next) => {
                      change(next);
                      goTo(action.id);
                    }}
                    onLeave={() => {
                      setRecording(null);
                      goTo(action.id);
                    }}
                    onReset={() => {
                      change(withDefaults(own, action.id));
                      goTo(action.id);
                    }}
                  />
                ))}
              </ul>
            </section>
          );
        })}
        {found.length === 0 && <p className="muted">No command and no key matches.</p>}
      </div>
      {outcome && (
        <Done
          outcome={outcome}
          onUndo={(before) => {
            attempt(() => setOwnKeys(before));
            setOutcome(null);
          }}
        />
      )}
      <p className="button-row">
        <button
          type="button"
          disabled={Object.keys(own).length === 0}
          onClick={() => all('All commands have the keys that they had at first.', {})}
        >
          Reset all
        </button>
        <button type="button" onClick={() => attempt(() => tryTo(importKeys))}>
          Import…
        </button>
        <button type="button" onClick={() => attempt(() => tryTo(exportKeys))}>
          Export…
        </button>
      </p>
    </div>
  );
}

function Done({ outcome, onUndo }: { outcome: Outcome; onUndo(before: KeyOverrides): void }) {
  const { text, leftOut = [], failed, before } = outcome;
  return (
    <div className="key-outcome">
      <p role={failed ? 'alert' : 'status'}>
        {text}{' '}
        {before && (
          <button type="button" className="link" onClick={() => onUndo(before)}>
            Undo
          </button>
        )}
      </p>
      {leftOut.length > 0 && (
        <>
          <p>Left out:</p>
          <ul>
            {leftOut.map(({ id, press, why }) => (
              <li key={`${id} ${press}`}>
                {pressText(press)} for {table.find((action) => action.id === id)?.title ?? id}: {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
