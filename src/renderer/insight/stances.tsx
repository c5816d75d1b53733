import type { Input, Output } from '@contract/index';
import type { ProjectInfo } from '@contract/project';
import { hull } from '@core/model/fragment';
import { isolated } from '@core/text/direction';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { undo } from '../actions/undo';
import { theClient } from '../bridge/connection';
import { attempt, notify } from '../data/notices';
import { useAnswer } from '../data/queries';
import { send } from '../data/save-state';
import { partyName } from '../stance/readable';
import { polaritySign } from '../stance/signs';
import { BulkBar } from './bulk-bar';
import { goToPlace } from './go-to';
import { namesOf } from './names';
import type { Scope } from './scope';

type Listed = Output<'stance.list'>['stances'][number];
type Sort = NonNullable<Input<'stance.list'>['sort']>;

const PAGE = 100;

interface Filter {
  text: string;
  holder: string;
  target: string;
  polarity: string;
  modality: string;
}

const columns: [title: string, sort: Sort | null][] = [
  ['Holder', 'holder'],
  ['Polarity', 'polarity'],
  ['Target', 'target'],
  ['Modality', 'modality'],
  ['According to', null],
  ['Evidence', 'document'],
  ['Confidence', 'confidence'],
];

/** All stances of the project: filtered, sorted, chosen, changed several at once. */
export function StanceTable({ info, scope }: { info: ProjectInfo; scope: Scope }) {
  const [filter, setFilter] = useState<Filter>({
    text: '',
    holder: '',
    target: '',
    polarity: '',
    modality: '',
  });
  const [sort, setSort] = useState<{ by: Sort; descending: boolean }>({ by: 'document', descending: false });
  const [limit, setLimit] = useState(PAGE);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const body = useRef<HTMLTableSectionElement>(null);
  const { documentId, annotatorId } = scope;
  const actors = useAnswer('stance.matrix', { documentId, annotatorId });
  const input: Input<'stance.list'> = {
    ...scope,
    text: filter.text,
    holder: filter.holder || null,
    target: filter.target || null,
    polarities: filter.polarity ? [filter.polarity] : [],
    modalities: filter.modality ? [filter.modality] : [],
    sort: sort.by,
    descending: sort.descending,
    limit,
  };
  const { data: answer } = useQuery({
    queryKey: ['stance.list', input],
    queryFn: () => theClient().call('stance.list', input),
    placeholderData: keepPreviousData,
  });
  const own = new Set(answer?.ownIds);
  const ids = [...chosen].filter((id) => own.has(id));
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const change = async (patch: Omit<Input<'stance.updateMany'>, 'ids'>) => {
    const { updated } = await send('stance.updateMany', { ids, ...patch });
    notify(`${updated} ${updated === 1 ? 'stance' : 'stances'} changed.`, {
      label: 'Undo',
      run: () => attempt(undo),
    });
  };
  const remove = async () => {
    const { removed } = await send('stance.remove', { ids });
    setChosen(new Set());
    notify(`${removed} ${removed === 1 ? 'stance' : 'stances'} deleted.`, {
      label: 'Undo',
      run: () => attempt(undo),
    });
  };
  const step = (event: React.KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const focused = document.activeElement;
    if (!by || !(focused instanceof HTMLElement)) return;
    const what = focused.matches('input') ? 'input' : 'button';
    const all = [...(body.current?.querySelectorAll<HTMLElement>(`tr ${what}`) ?? [])];
    const next = all[all.indexOf(focused) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div className="stance-table">
      <FilterBar info={info} filter={filter} onChange={setFilter} actors={actors} />
      <BulkBar
        info={info}
        count={ids.length}
        total={own.size}
        onAll={() => setChosen(ids.length === own.size ? new Set() : own)}
        onChange={(patch) => attempt(() => change(patch))}
        onRemove={() => attempt(remove)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it */}
      <section className="figure-table" aria-label="Stances" tabIndex={0}>
        <table className="data stances">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Chosen</span>
              </th>
              {columns.map(([title, by]) => (
                <th
                  key={title}
                  scope="col"
                  aria-sort={by === sort.by ? (sort.descending ? 'descending' : 'ascending') : undefined}
                >
                  {by ? (
                    <button
                      type="button"
                      className="flat"
                      onClick={() => setSort({ by, descending: sort.by === by && !sort.descending })}
                    >
                      {title}
                      <span aria-hidden>{by === sort.by ? (sort.descending ? ' ↓' : ' ↑') : ''}</span>
                    </button>
                  ) : (
                    title
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={step}>
            {answer?.stances.map((named) => (
              <Row
                key={named.stance.id}
                info={info}
                named={named}
                isChosen={chosen.has(named.stance.id)}
                onChoose={choose}
              />
            ))}
          </tbody>
        </table>
        {answer && answer.total === 0 && <p className="muted">No stance meets this filter.</p>}
        {answer && answer.total > limit && (
          <button
            type="button"
            onClick={() => setLimit(Math.min(1_000, limit + PAGE))}
            disabled={limit >= 1_000}
          >
            {limit >= 1_000
              ? `The first 1,000 of ${answer.total.toLocaleString()}: filter to see others`
              : `More (${(answer.total - limit).toLocaleString()})`}
          </button>
        )}
      </section>
    </div>
  );
}

function Row({
  info,
  named,
  isChosen,
  onChoose,
}: {
  info: ProjectInfo;
  named: Listed;
  isChosen: boolean;
  onChoose(id: string, on: boolean): void;
}) {
  const { stance, quote, documentName, language, own, annotatorName } = named;
  const names = namesOf(named, info);
  const polarity = names.polarity(stance.polarity);
  const holder = partyName(stance.holder, names);
  const target = partyName(stance.target, names);
  const manner = [
    stance.modality && names.modality(stance.modality).toLowerCase(),
    stance.expression && names.expression(stance.expression).toLowerCase(),
  ].filter(Boolean);
  return (
    <tr className={`polarity-${stance.polarity} ${isChosen ? 'chosen' : ''}`}>
      <td>
        <input
          type="checkbox"
          aria-label={`Choose ${holder} toward ${target}`}
          checked={isChosen}
          disabled={!own || info.readOnly}
          onChange={(event) => onChoose(stance.id, event.target.checked)}
        />
      </td>
      <td dir="auto">{holder}</td>
      <td className="nowrap">
        <span className="polarity-mark" aria-hidden>
          {polaritySign(stance.polarity, polarity)}
        </span>
        {polarity}
        {stance.intensity !== null && (
          <span className="muted" title={`Intensity ${stance.intensity} of 3`}>
            {' '}
            {'▮'.repeat(stance.intensity)}
            <span className="visually-hidden"> intensity {stance.intensity}</span>
          </span>
        )}
      </td>
      <td dir="auto">{target}</td>
      <td>{manner.join(', ')}</td>
      <td>{stance.sources.map((source) => isolated(partyName(source, names))).join(', citing ')}</td>
      <td className="evidence-cell">
        <button
          type="button"
          className="link"
          onClick={() =>
            goToPlace({
              documentId: stance.documentId,
              place: stance.evidence.length === 0 ? null : hull(stance.evidence),
            })
          }
        >
          <q dir="auto" lang={language}>
            {quote || 'no evidence'}
          </q>
        </button>
        <span className="muted evidence-place" dir="auto" title={documentName}>
          {documentName}
          {own ? '' : ` · ${annotatorName ?? 'gold'}`}
        </span>
      </td>
      <td>{stance.confidence === null ? '' : ['low', 'medium', 'high'][stance.confidence - 1]}</td>
    </tr>
  );
}

function FilterBar({
  info,
  filter,
  onChange,
  actors,
}: {
  info: ProjectInfo;
  filter: Filter;
  onChange(filter: Filter): void;
  actors: Output<'stance.matrix'> | undefined;
}) {
  const { polarities, modalities } = info.schema.stance;
  const select = (
    field: Exclude<keyof Filter, 'text'>,
    label: string,
    options: readonly { value: string; name: string }[],
  ) => (
    <select
      aria-label={label}
      value={filter[field]}
      onChange={(event) => onChange({ ...filter, [field]: event.target.value })}
    >
      <option value="">{label}: any</option>
      {options.map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
  const terms = (list: typeof polarities) => list.map(({ id, name }) => ({ value: id, name }));
  const named = (list: Output<'stance.matrix'>['holders'] | undefined) =>
    (list ?? []).map(({ key, name, count }) => ({ value: key, name: `${name} (${count})` }));
  return (
    <div className="filter-bar">
      <input
        type="search"
        aria-label="Filter stances by text"
        placeholder="Words in names, evidence, notes"
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      {select('holder', 'Holder', named(actors?.holders))}
      {select('target', 'Target', named(actors?.targets))}
      {select('polarity', 'Polarity', terms(polarities))}
      {select('modality', 'Modality', terms(modalities))}
    </div>
  );
}
