import type { Input } from '@contract/index';
import type { ProjectInfo } from '@contract/project';
import { describeError, toWireError } from '@core/errors';
import { inARow } from '@core/text/direction';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { undo } from '../actions/undo';
import { theClient } from '../bridge/connection';
import { attempt, notify } from '../data/notices';
import { send } from '../data/save-state';

/** Asks how many annotators each document gets, shows who would have how much, and does it. */
export function DistributeForm({
  info,
  documentIds,
  onDone,
}: {
  info: ProjectInfo;
  /** All where absent. */
  documentIds: string[] | undefined;
  onDone(): void;
}) {
  const [people, setPeople] = useState<ReadonlySet<string>>(
    () => new Set(info.annotators.map(({ id }) => id)),
  );
  const [each, setEach] = useState(Math.min(2, info.annotators.length));
  const [percent, setPercent] = useState(0);
  const [by, setBy] = useState(Math.min(3, info.annotators.length));
  const [measure, setMeasure] = useState<'length' | 'count'>('length');
  const [seed, setSeed] = useState(1);
  const input: Input<'assignment.distribute'> = {
    annotatorIds: [...people],
    each,
    share: percent > 0 ? { percent, by } : null,
    measure,
    seed,
    ...(documentIds ? { documentIds } : {}),
  };
  const { data, error } = useQuery({
    queryKey: ['assignment.preview', input],
    queryFn: () => theClient().call('assignment.preview', input),
    enabled: people.size > 0,
    placeholderData: keepPreviousData,
  });
  const wire = error ? toWireError(error) : null;
  const number = (label: string, value: number, set: (value: number) => void, max: number) => (
    <label className="field inline">
      <span>{label}</span>
      <input
        type="number"
        min={0}
        max={max}
        value={value}
        onChange={(event) => set(Math.max(0, Math.min(max, event.target.valueAsNumber || 0)))}
      />
    </label>
  );
  const distribute = async () => {
    const { added } = await send('assignment.distribute', input);
    notify(`${added} assignments made.`, { label: 'Undo', run: undo });
    onDone();
  };
  return (
    <form
      className="group distribute"
      aria-label="Distribute documents"
      onSubmit={(event) => {
        event.preventDefault();
        attempt(distribute);
      }}
    >
      <p>{documentIds ? `The ${documentIds.length} chosen documents` : 'All documents'} over</p>
      <p className="button-row">
        {info.annotators.map(({ id, name }) => (
          <label key={id} className="field inline">
            <input
              type="checkbox"
              checked={people.has(id)}
              onChange={(event) => {
                const next = new Set(people);
                if (event.target.checked) next.add(id);
                else next.delete(id);
                setPeople(next);
              }}
            />
            <span dir="auto">{name}</span>
          </label>
        ))}
      </p>
      <p className="button-row">
        {number('Annotators for each document', each, setEach, 100)}
        {number('Percent that get another number', percent, setPercent, 100)}
        {percent > 0 && number('Annotators for each of those', by, (value) => setBy(Math.max(1, value)), 100)}
      </p>
      <p className="button-row">
        <label className="field inline">
          <span>Even out</span>
          <select value={measure} onChange={(event) => setMeasure(event.target.value as typeof measure)}>
            <option value="length">the length of texts</option>
            <option value="count">the number of documents</option>
          </select>
        </label>
        {number('Seed of the draw', seed, setSeed, 0xffffffff)}
      </p>
      {wire && <p role="alert">{describeError(wire.kind, wire.data)}</p>}
      {data && !wire && (
        <p role="status">
          {data.added} new:{' '}
          {inARow(data.loads.map(({ name, added, documents }) => `${name} +${added} (${documents} in all)`))}
        </p>
      )}
      <p className="button-row">
        <button type="submit" className="primary" disabled={!data || wire !== null || data.added === 0}>
          Distribute
        </button>
        <button type="button" onClick={onDone}>
          Cancel
        </button>
      </p>
    </form>
  );
}
