import type { HistoryEntry } from '@contract/history';
import type { Input } from '@contract/index';
import type { ProjectInfo } from '@contract/project';
import { parseHlc } from '@core/hlc';
import { inARow } from '@core/text/direction';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { theClient } from '../bridge/connection';
import { attempt } from '../data/notices';
import { openAsOf } from '../data/open-document';
import { useAnswer } from '../data/queries';
import { closeOverlay, Overlay } from '../ui/overlay';
import { actChoices, actWords } from './act-words';

const MOST = 500;
const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const kinds = { do: '', undo: 'took back: ', redo: 'did again: ' };

interface Filter {
  annotatorId: string;
  documentId: string;
  name: string;
  text: string;
}

/** Who did what when, the newest first; a document can be looked at as it was after any entry. */
export function HistoryDialog({ info }: { info: ProjectInfo }) {
  const [filter, setFilter] = useState<Filter>({ annotatorId: '', documentId: '', name: '', text: '' });
  const { annotatorId, documentId, name } = filter;
  const input: Input<'history.list'> = {
    limit: MOST,
    ...(annotatorId ? { annotatorId } : {}),
    ...(documentId ? { documentId } : {}),
    ...(name ? { name } : {}),
  };
  const { data: entries } = useQuery({
    queryKey: ['history.list', input],
    queryFn: () => theClient().call('history.list', input),
    placeholderData: keepPreviousData,
  });
  const documents = useAnswer('document.list', {}) ?? [];
  const names = new Map(documents.map((row) => [row.id, row.metadata.title ?? row.name]));
  const whatOf = (entry: HistoryEntry) => kinds[entry.kind] + actWords(entry.name);
  const whereOf = ({ documentIds }: HistoryEntry) =>
    documentIds.length > 3
      ? `${documentIds.length} documents`
      : inARow(documentIds.map((id) => names.get(id) ?? 'a removed document'));
  const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const shown = (entries ?? []).filter((entry) => {
    const hay =
      `${entry.annotatorName} ${whatOf(entry)} ${entry.subject} ${whereOf(entry)}`.toLocaleLowerCase();
    return words.every((word) => hay.includes(word));
  });
  const look = (entry: HistoryEntry, seq: number, id: string) => {
    closeOverlay();
    const when = time.format(parseHlc(entry.hlc).time);
    attempt(() => openAsOf(id, { seq, words: `on ${when}, when ${entry.annotatorName} ${whatOf(entry)}` }));
  };
  /** The document to look at: the one asked for, else the first that is still there. */
  const lookable = ({ documentIds }: HistoryEntry) =>
    documentId ? documentId : documentIds.find((id) => names.has(id));
  const select = (field: keyof Filter, label: string, options: readonly (readonly [string, string])[]) => (
    <select
      aria-label={label}
      value={filter[field]}
      onChange={(event) => setFilter({ ...filter, [field]: event.target.value })}
    >
      <option value="">{label}: any</option>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
  return (
    <Overlay title="History" wide>
      <div className="filter-bar">
        <input
          type="search"
          aria-label="Filter history by text"
          placeholder="Words in who, what, where"
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.target.value })}
        />
        {select(
          'annotatorId',
          'Who',
          info.annotators.map((one) => [one.id, one.name] as const),
        )}
        {select('name', 'What', actChoices)}
        {select('documentId', 'Document', [...names])}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it */}
      <section className="scroll" aria-label="Entries" tabIndex={0}>
        <table className="data history">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Where</th>
              <th scope="col">Then</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((entry) => {
              const id = lookable(entry);
              return (
                <tr key={entry.id}>
                  <td className="when">{time.format(parseHlc(entry.hlc).time)}</td>
                  <td dir="auto" className="who" title={entry.annotatorName}>
                    {entry.annotatorName}
                  </td>
                  <td>
                    {whatOf(entry)}
                    {entry.subject && (
                      <>
                        {' '}
                        <bdi className="subject">{entry.subject}</bdi>
                      </>
                    )}
                  </td>
                  <td dir="auto" className="where" title={whereOf(entry)}>
                    {whereOf(entry)}
                  </td>
                  <td>
                    {entry.seq === null && (
                      <span className="muted" title="Done in a colleague’s file that was taken in">
                        taken in
                      </span>
                    )}
                    {entry.seq !== null && id && names.has(id) && (
                      <button
                        type="button"
                        className="link"
                        aria-label={`Look at ${names.get(id)} after entry ${entry.seq}`}
                        onClick={() => look(entry, entry.seq!, id)}
                      >
                        Look
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {shown.length === 0 && entries && <p className="muted">Nothing was done that meets this filter.</p>}
      {entries?.length === MOST && (
        <p className="muted">These are the newest {MOST}; filter them, or list all with “parley log”.</p>
      )}
    </Overlay>
  );
}
