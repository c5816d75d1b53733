import type { Output } from '@contract/index';
import type { ProjectInfo } from '@contract/project';
import { useEffect, useState } from 'react';
import { callHost } from '../bridge/host';
import { attempt, notify } from '../data/notices';
import { openDocument } from '../data/open-document';
import { useAnswer } from '../data/queries';
import { statusWords } from '../documents/status-words';
import { csvOf } from '../insight/figure-table';
import { ListBox } from '../ui/list-box';
import { closeOverlay, Overlay } from '../ui/overlay';
import { BlindSetting } from './blind-setting';
import { DistributeForm } from './distribute-form';
import { WhoWorksHere } from './who-works-here';

type Board = Output<'team.board'>;
type Row = Board['documents'][number];
type Wanted = 'all' | 'open' | 'unassigned' | 'mine';

const ROW = 34;

/** Who is how far with what: each document with each annotator; Enter opens a document. */
export function TeamDialog({ info }: { info: ProjectInfo }) {
  const board = useAnswer('team.board', {});
  const [wanted, setWanted] = useState<Wanted>('all');
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [distributing, setDistributing] = useState(false);
  const isThere = board !== undefined;
  useEffect(() => {
    if (isThere) document.querySelector<HTMLElement>('[data-focus="team"]')?.focus();
  }, [isThere]);
  if (!board) return <Overlay title="Team">{null}</Overlay>;
  const mine = board.annotators.findIndex(({ id }) => id === info.annotator.id);
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const shown = board.documents.filter(
    (row) => meets(row, wanted, mine) && words.every((word) => row.name.toLocaleLowerCase().includes(word)),
  );
  return (
    <Overlay title="Team" full>
      <div className="team">
        <WhoWorksHere info={info} />
        <BlindSetting info={info} />
        <div className="filter-bar">
          <input
            type="search"
            aria-label="Filter documents by name"
            placeholder="Words in the name"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <select
            aria-label="Documents"
            value={wanted}
            onChange={(event) => setWanted(event.target.value as Wanted)}
          >
            <option value="all">All documents</option>
            <option value="open">Not done by all who are asked</option>
            <option value="unassigned">Assigned to nobody</option>
            <option value="mine">Assigned to me</option>
          </select>
          <button
            type="button"
            aria-expanded={distributing}
            disabled={info.readOnly}
            onClick={() => setDistributing(!distributing)}
          >
            Distribute documents…
          </button>
          <button type="button" onClick={() => attempt(() => saveCsv(board))}>
            CSV
          </button>
        </div>
        {distributing && (
          <DistributeForm
            info={info}
            documentIds={chosen.size > 0 ? [...chosen] : undefined}
            onDone={() => setDistributing(false)}
          />
        )}
        <div
          className="team-board"
          style={{ '--annotators': board.annotators.length } as React.CSSProperties}
        >
          <div className="team-row team-head" aria-hidden>
            <span>
              {shown.length} of {board.documents.length} documents
              {chosen.size > 0 && `, ${chosen.size} chosen`}
            </span>
            {board.annotators.map((one) => (
              <span key={one.id} title={one.name}>
                <bdi>{one.name}</bdi>
                <small className="muted">
                  {one.done} of {one.assigned || board.documents.length} done · {one.annotations} spans
                </small>
              </span>
            ))}
          </div>
          <ListBox
            id="team"
            label="Documents, with Enter to open and Space to choose"
            dataFocus="team"
            count={shown.length}
            row={ROW}
            at={Math.min(at, shown.length - 1)}
            onMove={setAt}
            onEnter={(index) => {
              const row = shown[index];
              if (!row) return;
              closeOverlay();
              attempt(() => openDocument(row.id));
            }}
            several={{
              has: (index) => chosen.has(shown[index]?.id ?? ''),
              toggle(index) {
                const id = shown[index]?.id;
                if (!id) return;
                const next = new Set(chosen);
                if (!next.delete(id)) next.add(id);
                setChosen(next);
              },
            }}
            render={(index) => <BoardRow row={shown[index]!} board={board} />}
          />
        </div>
        <p className="muted">
          {statusWords.new.sign} new, {statusWords['in-progress'].sign} in progress, {statusWords.done.sign}{' '}
          done; □ assigned
        </p>
      </div>
    </Overlay>
  );
}

function meets({ cells }: Row, wanted: Wanted, mine: number): boolean {
  if (wanted === 'open') return cells.some((cell) => cell?.assigned && cell.status !== 'done');
  if (wanted === 'unassigned') return !cells.some((cell) => cell?.assigned);
  if (wanted === 'mine') return cells[mine]?.assigned === true;
  return true;
}

function BoardRow({ row, board }: { row: Row; board: Board }) {
  return (
    <span className="team-row">
      <span dir="auto" className="row-quote">
        {row.name}
      </span>
      {row.cells.map((cell, column) => {
        const { id, name } = board.annotators[column]!;
        if (!cell)
          return (
            <span key={id} className="muted">
              –
            </span>
          );
        const status = statusWords[cell.status];
        const told = `${name}: ${cell.assigned ? 'assigned, ' : ''}${status.name}, ${cell.annotations} spans, ${cell.stances} stances`;
        return (
          <span key={id} title={told}>
            {cell.assigned ? '□ ' : ''}
            {status.sign} {cell.annotations > 0 ? cell.annotations : ''}
          </span>
        );
      })}
    </span>
  );
}

async function saveCsv({ annotators, documents }: Board): Promise<void> {
  const table = {
    columns: ['Document', 'Annotator', 'Assigned', 'Status', 'Spans', 'Stances'],
    rows: documents.flatMap(({ name, cells }) =>
      cells.flatMap((cell, column) =>
        cell
          ? [
              [
                name,
                annotators[column]!.name,
                cell.assigned ? 'yes' : 'no',
                cell.status,
                cell.annotations,
                cell.stances,
              ],
            ]
          : [],
      ),
    ),
  };
  const path = await callHost('figure.save', {
    suggestedName: 'progress.csv',
    extension: 'csv',
    content: csvOf(table),
    encoding: 'utf8',
  });
  if (path) notify(`Written: ${path}`);
}
