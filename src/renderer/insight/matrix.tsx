import type { ProjectInfo } from '@contract/project';
import type { StanceCell } from '@contract/stance-views';
import type { Actor } from '@core/insight/actor';
import { inLine } from '@core/text/direction';
import { useMemo, useState } from 'react';
import { useAnswer } from '../data/queries';
import { Evidence } from './evidence';
import { Figure } from './figure';
import type { FigureTable } from './figure-table';
import { PolarityLegend } from './legend';
import { type CellKey, MatrixFigure } from './matrix-figure';
import { MonthlyFigure } from './monthly-figure';
import { MonthSliders, monthsOf } from './months';
import { type EdgeKey, NetworkFigure } from './network-figure';
import type { Scope } from './scope';
import { foremost, type Tally, tallies } from './tally';

const MOST_ROWS = 40;
const MOST_NODES = 60;

interface Props {
  info: ProjectInfo;
  scope: Scope;
  onScope(scope: Scope): void;
  as: 'matrix' | 'network';
}

/** Who takes which position toward whom: as a matrix or as a network, over the time of the documents. */
export function StancePicture({ info, scope, onScope, as }: Props) {
  const { documentId, annotatorId, from, to } = scope;
  const answer = useAnswer('stance.matrix', { documentId, annotatorId });
  const [chosen, setChosen] = useState<(CellKey & { polarity?: string }) | null>(null);
  const [monthly, setMonthly] = useState(false);
  const picture = useMemo(() => answer && pictureOf(answer, info, scope), [answer, info, scope]);
  if (!answer || !picture) return <p role="status">Counting…</p>;
  const months = monthsOf(answer.cells);
  if (answer.total === 0) {
    return (
      <p className="muted empty">
        No stances here yet. Select the evidence in a text and record one; it shows here at once.
      </p>
    );
  }
  const { holders, targets, shown, undated } = picture;
  const nameOf = (key: string) => [...holders, ...targets].find((actor) => actor.key === key)?.name ?? key;
  const rows = foremost(holders, MOST_ROWS);
  const columns = foremost(targets, MOST_ROWS);
  const nodes = foremost(picture.actors, MOST_NODES);
  const isMonthly = as === 'matrix' && monthly && months.length > 1;
  const table = tableOf(picture, info, nameOf, isMonthly);
  const left =
    as === 'matrix'
      ? [
          rows.left > 0 && `${rows.left} holders with fewer stances are left out`,
          columns.left > 0 && `${columns.left} targets with fewer stances are left out`,
        ]
      : [
          nodes.left > 0 && `${nodes.left} actors with fewer stances are left out`,
          picture.loose > 0 && `${picture.loose} without holder or target are not drawn`,
        ];
  const notes = [
    `${picture.total} ${picture.total === 1 ? 'stance' : 'stances'}`,
    (from ?? to) !== null && undated > 0 && `${undated} in documents without a date are left out`,
    ...left,
  ].filter(Boolean);
  return (
    <div className="stance-picture">
      <div className="picture-main">
        <div className="picture-bar">
          <MonthSliders months={months} scope={scope} onChange={onScope} />
          {as === 'matrix' && months.length > 1 && (
            <button type="button" aria-pressed={monthly} onClick={() => setMonthly(!monthly)}>
              Month by month
            </button>
          )}
        </div>
        <Figure
          title={as === 'matrix' ? 'Holders by targets' : 'Actor network'}
          caption={notes.join('; ')}
          table={table}
        >
          {as === 'network' ? (
            <NetworkFigure
              schema={info.schema}
              actors={nodes.shown}
              tallies={shown}
              chosen={chosen?.polarity ? (chosen as EdgeKey) : null}
              onChoose={setChosen}
            />
          ) : isMonthly ? (
            <MonthlyFigure
              schema={info.schema}
              holders={rows.shown}
              targets={columns.shown}
              cells={picture.cells}
              months={months.filter((month) => inRange(month, scope))}
            />
          ) : (
            <MatrixFigure
              schema={info.schema}
              holders={rows.shown}
              targets={columns.shown}
              tallies={shown}
              chosen={chosen}
              onChoose={({ holder, target }) => setChosen({ holder, target })}
            />
          )}
        </Figure>
        <PolarityLegend
          schema={info.schema}
          note={
            as === 'matrix'
              ? 'The number counts stances, the strokes below tell the mean intensity from low to high.'
              : 'Arrows run from holder to target, the wider the more and the stronger; squares are propositions.'
          }
        />
      </div>
      {chosen && (
        <Evidence
          info={info}
          title={inLine`${nameOf(chosen.holder)} → ${nameOf(chosen.target)}`}
          filter={{
            documentId,
            annotatorId,
            from,
            to,
            holder: chosen.holder,
            target: chosen.target,
            ...(chosen.polarity ? { polarities: [chosen.polarity] } : {}),
          }}
          onClose={() => {
            setChosen(null);
            requestAnimationFrame(() =>
              document.querySelector<SVGGElement>('.figure-drawing [tabindex="0"]')?.focus(),
            );
          }}
        />
      )}
    </div>
  );
}

/** The numbers of the figure, for each month of their own where it has these. */
function tableOf(
  { cells, shown }: Picture,
  { schema }: ProjectInfo,
  nameOf: (key: string) => string,
  isMonthly: boolean,
): FigureTable {
  const { polarities } = schema.stance;
  const polarityName = (id: string) => polarities.find((term) => term.id === id)?.name ?? id;
  const rowsOf = (some: readonly Tally[]) =>
    some.flatMap(({ holder, target, shares }) =>
      shares.map(({ polarity, count, intensity }) => [
        nameOf(holder),
        nameOf(target),
        polarityName(polarity),
        count,
        intensity === null ? '' : Math.round(intensity * 100) / 100,
      ]),
    );
  const columns = ['Holder', 'Target', 'Polarity', 'Stances', 'Mean intensity'];
  if (!isMonthly) return { columns, rows: rowsOf(shown) };
  const byMonth = Map.groupBy(cells, ({ month }) => month ?? '');
  return {
    columns: ['Month', ...columns],
    rows: [...byMonth]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([month, some]) => rowsOf(tallies(some, polarities)).map((row) => [month, ...row])),
  };
}

function inRange(month: string, { from, to }: Scope): boolean {
  return (from === null || month >= from) && (to === null || month <= to);
}

interface Picture {
  total: number;
  holders: Actor[];
  targets: Actor[];
  /** Holders and targets that are somebody or something, each once. */
  actors: Actor[];
  cells: StanceCell[];
  shown: Tally[];
  undated: number;
  /** Stances without holder or target. */
  loose: number;
}

/** What is left of the answer in the months that are looked at, counted anew. */
function pictureOf(
  { holders, targets, cells }: { holders: Actor[]; targets: Actor[]; cells: StanceCell[] },
  info: ProjectInfo,
  scope: Scope,
): Picture {
  const isTimed = scope.from !== null || scope.to !== null;
  const kept = isTimed ? cells.filter(({ month }) => month !== null && inRange(month, scope)) : cells;
  const sum = (some: readonly StanceCell[]) => some.reduce((total, { count }) => total + count, 0);
  const recount = (actors: readonly Actor[], role: 'holder' | 'target'): Actor[] => {
    const counts = new Map<string, number>();
    for (const cell of kept) counts.set(cell[role], (counts.get(cell[role]) ?? 0) + cell.count);
    return actors
      .filter(({ key }) => counts.has(key))
      .map((actor) => ({ ...actor, count: counts.get(actor.key)! }))
      .sort((a, b) => b.count - a.count);
  };
  const shownHolders = recount(holders, 'holder');
  const shownTargets = recount(targets, 'target');
  const actors = new Map<string, Actor>();
  for (const actor of [...shownHolders, ...shownTargets]) {
    if (actor.kind === 'none') continue;
    const before = actors.get(actor.key);
    actors.set(actor.key, { ...actor, count: actor.count + (before?.count ?? 0) });
  }
  return {
    total: sum(kept),
    holders: shownHolders,
    targets: shownTargets,
    actors: [...actors.values()].sort((a, b) => b.count - a.count),
    cells: kept,
    shown: tallies(kept, info.schema.stance.polarities),
    undated: sum(cells.filter(({ month }) => month === null)),
    loose: sum(kept.filter(({ holder, target }) => holder === 'none' || target === 'none')),
  };
}
