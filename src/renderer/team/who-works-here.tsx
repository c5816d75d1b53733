import type { ProjectInfo } from '@contract/project';
import type { Annotator } from '@core/model/project';
import { useEffect, useState } from 'react';
import { callHost } from '../bridge/host';
import { attempt, notify } from '../data/notices';
import { usePreferences } from '../data/preferences';
import { send } from '../data/save-state';

const NEW = 'new';

/** The name under which the work in this window is kept: to be corrected, or another person's. */
export function WhoWorksHere({ info }: { info: ProjectInfo }) {
  const [name, setName] = useState(info.annotator.name);
  const [isSwitching, setSwitching] = useState(false);
  const isChanged = name.trim() !== '' && name.trim() !== info.annotator.name;
  return (
    <>
      <form
        className="filter-bar who"
        onSubmit={(event) => {
          event.preventDefault();
          if (isChanged)
            attempt(async () => {
              await send('annotator.update', { name: name.trim() });
              await callHost('annotator.rename', { name: name.trim() });
              usePreferences.setState({ nameIsMine: true });
              notify(`You work as ${name.trim()}.`);
            });
        }}
      >
        <label className="field inline">
          <span>You work as</span>
          <input
            type="text"
            dir="auto"
            maxLength={200}
            disabled={info.readOnly}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <button type="submit" disabled={!isChanged || info.readOnly}>
          Change the name
        </button>
        <button type="button" aria-expanded={isSwitching} onClick={() => setSwitching(!isSwitching)}>
          I am somebody else…
        </button>
      </form>
      {isSwitching && <SomebodyElse info={info} onCancel={() => setSwitching(false)} />}
    </>
  );
}

/** Who works here from now on: somebody of this computer or of the project, or somebody new. */
function SomebodyElse({ info, onCancel }: { info: ProjectInfo; onCancel(): void }) {
  const [known, setKnown] = useState<readonly Annotator[]>([]);
  const [chosen, setChosen] = useState('');
  const [name, setName] = useState('');
  useEffect(() => attempt(async () => setKnown(await callHost('annotator.known', {}))), []);
  const others = (list: readonly Annotator[]) => list.filter(({ id }) => id !== info.annotator.id);
  const inProject = others(info.annotators);
  const elsewhere = others(known).filter(({ id }) => !inProject.some((one) => one.id === id));
  const person =
    chosen === NEW
      ? { id: null, name: name.trim() }
      : [...inProject, ...elsewhere].find(({ id }) => id === chosen);
  const options = (label: string, list: readonly Annotator[]) =>
    list.length > 0 && (
      <optgroup label={label}>
        {list.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </optgroup>
    );
  return (
    <form
      className="filter-bar who"
      aria-label="Somebody else works here"
      onSubmit={(event) => {
        event.preventDefault();
        if (person?.name)
          attempt(async () => {
            await callHost('annotator.workAs', { id: person.id, name: person.name });
            usePreferences.setState({ nameIsMine: true });
            notify(`You work as ${person.name}.`);
          });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <label className="field inline">
        <span>I am</span>
        <select
          // biome-ignore lint/a11y/noAutofocus: it was opened for this by the key before
          autoFocus
          required
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          <option value="">choose…</option>
          {options('In this project', inProject)}
          {options('On this computer', elsewhere)}
          <option value={NEW}>somebody new</option>
        </select>
      </label>
      {chosen === NEW && (
        <label className="field inline">
          <span>Name</span>
          <input
            type="text"
            dir="auto"
            required
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
      )}
      <button type="submit" className="primary" disabled={!person?.name}>
        Work as {person?.name ? <bdi>{person.name}</bdi> : '…'}
      </button>
      <p className="muted">
        Who has worked in the project on another computer goes on with their own layers. Choose a colleague
        only where it is you.
      </p>
    </form>
  );
}
