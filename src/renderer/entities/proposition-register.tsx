import type { Output } from '@contract/index';
import type { ProjectInfo } from '@contract/project';
import { folded } from '@core/names/fold';
import { useState } from 'react';
import { undo } from '../actions/undo';
import { keyText } from '../data/keymap';
import { attempt, notify } from '../data/notices';
import { send } from '../data/save-state';
import { NoteField } from '../inspector/note-field';
import { Picker } from '../pickers/picker';
import { TextField } from '../ui/text-field';
import { NamedStanceList } from './named-stance-list';
import { counted } from './reason-words';
import { RegisterList } from './register-list';

type Propositions = Output<'proposition.list'>;
type Proposition = Propositions[number];

/** The propositions that stances are toward: found, renamed, merged, with the stances toward each. */
export function PropositionRegister({
  info,
  propositions,
  takesFocus,
  startId,
}: {
  info: ProjectInfo;
  propositions: Propositions;
  takesFocus: boolean;
  startId: string | null;
}) {
  const [query, setQuery] = useState('');
  const [chosenId, setChosenId] = useState(startId);
  const words = folded(query.trim()).split(' ').filter(Boolean);
  const shown = propositions.filter((one) => {
    const hay = folded(`${one.name} ${one.note}`);
    return words.every((word) => hay.includes(word));
  });
  const found = shown.findIndex(({ id }) => id === chosenId);
  const at = found < 0 ? (shown.length > 0 ? 0 : -1) : found;
  const chosen = shown[at];
  return (
    <div className="register">
      <RegisterList
        id="proposition-list"
        label="Propositions"
        placeholder="Find by words of the name or note"
        query={query}
        onQuery={setQuery}
        takesFocus={takesFocus}
        count={shown.length}
        at={at}
        onMove={(index) => setChosenId(shown[index]!.id)}
        empty={
          propositions.length === 0
            ? `No stance is toward a proposition yet: record one with ${keyText('annotate.stance')} and name its target.`
            : 'Nothing matches.'
        }
        render={(index) => {
          const { name, stances, note } = shown[index]!;
          return (
            <div className="two-lines plain">
              <span className="row-quote">
                <bdi>{name}</bdi>
              </span>
              <span className="muted">{counted(stances, 'stance')}</span>
              <span className="second muted" dir="auto">
                {note}
              </span>
            </div>
          );
        }}
      />
      {chosen && (
        <PropositionPage
          key={chosen.id}
          info={info}
          propositions={propositions}
          proposition={chosen}
          onShow={setChosenId}
        />
      )}
    </div>
  );
}

function PropositionPage({
  info,
  propositions,
  proposition,
  onShow,
}: {
  info: ProjectInfo;
  propositions: Propositions;
  proposition: Proposition;
  onShow(id: string): void;
}) {
  const [merging, setMerging] = useState(false);
  const disabled = info.readOnly;
  const { id, name, note, stances } = proposition;
  const merge = async (other: Proposition) => {
    setMerging(false);
    const done = await send('proposition.merge', { id: other.id, from: [id] });
    notify(`Merged: ${counted(done.stances, 'stance')} went over to “${other.name}”.`, {
      label: 'Undo',
      run: () => attempt(undo),
    });
    onShow(other.id);
  };
  const remove = async () => {
    await send('proposition.remove', { id });
    notify(`“${name}” removed.`, { label: 'Undo', run: () => attempt(undo) });
  };
  return (
    <section className="register-details" aria-label="Proposition">
      <header className="pane-head">
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <button
          type="button"
          disabled={disabled || propositions.length < 2}
          aria-pressed={merging}
          onClick={() => setMerging(!merging)}
        >
          Merge into…
        </button>
        <button type="button" disabled={disabled} onClick={() => attempt(remove)}>
          Delete
        </button>
      </header>
      {merging && (
        <div className="do-form">
          <p>The stances toward this, and its note, go over to:</p>
          <Picker
            label="Merge into"
            placeholder="Name of the other proposition"
            choices={propositions
              .filter((other) => other.id !== id)
              .map((other) => ({
                id: other.id,
                name: other.name,
                detail: counted(other.stances, 'stance'),
                other,
              }))}
            onPick={({ other }) => attempt(() => merge(other))}
            onCancel={() => setMerging(false)}
          />
        </div>
      )}
      <div className="entity-fields">
        <TextField
          label="Name"
          value={name}
          disabled={disabled}
          onSave={(typed) => typed && attempt(() => send('proposition.update', { id, name: typed }))}
        />
        <NoteField
          value={note}
          disabled={disabled}
          onSave={(typed) => send('proposition.update', { id, note: typed })}
          onLeave={() => document.getElementById('proposition-list')?.focus()}
        />
      </div>
      <h3>{counted(stances, 'stance')}</h3>
      {stances > 0 && <NamedStanceList info={info} kind="proposition" id={id} />}
    </section>
  );
}
