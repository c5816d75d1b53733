import type { Actor } from '@core/insight/actor';
import type { Schema, Term } from '@core/model/schema';
import { isolated } from '@core/text/direction';
import { useRef, useState } from 'react';
import { polaritySign } from '../stance/signs';
import { type Share, shortened, type Tally } from './tally';

const TILE = { width: 62, height: 40, gap: 4 };
const LABEL = { width: 196, letters: 28 };
const HEAD = { height: 132, letters: 24, slant: 38 };
const MARGIN = 46;
const PIP = { width: 5, gap: 1.5 };

/** A cell that is looked at. */
export interface CellKey {
  holder: string;
  target: string;
}

interface Props {
  schema: Schema;
  holders: readonly Actor[];
  targets: readonly Actor[];
  tallies: readonly Tally[];
  chosen: CellKey | null;
  onChoose(cell: CellKey): void;
}

const shareWords = ({ polarity, count }: Share, names: ReadonlyMap<string, Term>) =>
  `${count} ${names.get(polarity)?.name.toLowerCase() ?? polarity}`;

/** What a cell says, for screen readers and tips. */
export function tallyWords(
  tally: Tally,
  nameOf: (key: string) => string,
  polarities: ReadonlyMap<string, Term>,
): string {
  const shares = tally.shares.map((share) => shareWords(share, polarities)).join(', ');
  return `${nameOf(tally.holder)} toward ${nameOf(tally.target)}: ${shares}`;
}

/**
 * Holders as rows, targets as columns. A tile is divided among polarities by their counts; each
 * part bears its sign and count, with one to three strokes below for its mean intensity.
 */
export function MatrixFigure({ schema, holders, targets, tallies, chosen, onChoose }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const [at, setAt] = useState<CellKey | null>(null);
  const rows = new Map(holders.map(({ key }, index) => [key, index]));
  const columns = new Map(targets.map(({ key }, index) => [key, index]));
  const names = new Map([...holders, ...targets].map(({ key, name }) => [key, name]));
  const polarities = new Map(schema.stance.polarities.map((term) => [term.id, term]));
  const drawn = tallies.filter(({ holder, target }) => rows.has(holder) && columns.has(target));
  const width = LABEL.width + targets.length * TILE.width + MARGIN + slantedReach(targets);
  const height = HEAD.height + holders.length * TILE.height + 12;
  const focusable =
    (at && drawn.find(({ holder, target }) => holder === at.holder && target === at.target)) ?? drawn[0];

  const move = (event: React.KeyboardEvent, from: Tally) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = nearest(drawn, from, step, rows, columns);
    if (!next) return;
    setAt(next);
    svg.current
      ?.querySelector<SVGGElement>(`[data-cell="${rows.get(next.holder)}-${columns.get(next.target)}"]`)
      ?.focus();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset
    <svg
      ref={svg}
      className="matrix"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label="Holders by targets"
    >
      {targets.map(({ key, name, count }, index) => {
        const x = LABEL.width + (index + 0.5) * TILE.width;
        return (
          <g key={key}>
            <text
              className="matrix-label"
              transform={`translate(${x} ${HEAD.height - 22}) rotate(${-HEAD.slant})`}
            >
              <title>{name}</title>
              {isolated(shortened(name, HEAD.letters))}
            </text>
            <text className="matrix-count" x={x} y={HEAD.height - 6} textAnchor="middle">
              {count}
            </text>
          </g>
        );
      })}
      {holders.map(({ key, name, count }, index) => {
        const y = HEAD.height + (index + 0.5) * TILE.height;
        return (
          <g key={key}>
            <line
              className="matrix-rule"
              x1={0}
              x2={LABEL.width + targets.length * TILE.width}
              y1={y - TILE.height / 2}
              y2={y - TILE.height / 2}
            />
            <text
              className="matrix-label"
              x={LABEL.width - 32}
              y={y}
              textAnchor="end"
              dominantBaseline="central"
            >
              <title>{name}</title>
              {isolated(shortened(name, LABEL.letters))}
            </text>
            <text
              className="matrix-count"
              x={LABEL.width - 8}
              y={y}
              textAnchor="end"
              dominantBaseline="central"
            >
              {count}
            </text>
          </g>
        );
      })}
      {drawn.map((tally) => {
        const row = rows.get(tally.holder)!;
        const column = columns.get(tally.target)!;
        const words = tallyWords(tally, (key) => names.get(key) ?? key, polarities);
        const isChosen = chosen?.holder === tally.holder && chosen.target === tally.target;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a part of a drawing cannot be a button element
          <g
            key={`${tally.holder}\u0000${tally.target}`}
            data-cell={`${row}-${column}`}
            className={`matrix-cell ${isChosen ? 'chosen' : ''}`}
            role="button"
            tabIndex={tally === focusable ? 0 : -1}
            aria-label={words}
            aria-pressed={isChosen}
            transform={`translate(${LABEL.width + column * TILE.width + TILE.gap / 2} ${HEAD.height + row * TILE.height + TILE.gap / 2})`}
            onClick={() => onChoose(tally)}
            onFocus={() => setAt(tally)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ' ') {
                event.preventDefault();
                onChoose(tally);
              } else move(event, tally);
            }}
          >
            <title>{words}</title>
            <Tile tally={tally} polarities={polarities} />
          </g>
        );
      })}
    </svg>
  );
}

/** How far the last slanted heading reaches beyond its column, roughly. */
function slantedReach(targets: readonly Actor[]): number {
  const last = targets.slice(-3).map(({ name }) => Math.min(name.length, HEAD.letters));
  return Math.max(0, ...last) * 5;
}

function Tile({ tally, polarities }: { tally: Tally; polarities: ReadonlyMap<string, Term> }) {
  const width = TILE.width - TILE.gap;
  const height = TILE.height - TILE.gap;
  let x = 0;
  return (
    <>
      <rect className="matrix-ground" width={width} height={height} rx={4} />
      {tally.shares.map((share) => {
        const part = (share.count / tally.count) * width;
        const left = x;
        x += part;
        const grade = Math.round(share.intensity ?? 0);
        const sign = polaritySign(share.polarity, polarities.get(share.polarity)?.name ?? share.polarity);
        return (
          <g key={share.polarity} className={`polarity-${share.polarity}`} transform={`translate(${left} 0)`}>
            <rect className={`matrix-fill grade-${grade}`} width={part} height={height} />
            <text
              className="matrix-sign"
              x={part / 2}
              y={height / 2 - 2}
              textAnchor="middle"
              dominantBaseline="central"
            >
              {sign}
              {part >= 26 && <tspan className="matrix-number">{` ${share.count}`}</tspan>}
            </text>
            <Pips grade={grade} middle={part / 2} y={height - 7} />
          </g>
        );
      })}
      <rect className="matrix-frame" width={width} height={height} rx={4} />
    </>
  );
}

/** One to three strokes for the intensity. */
function Pips({ grade, middle, y }: { grade: number; middle: number; y: number }) {
  const left = middle - (grade * PIP.width + (grade - 1) * PIP.gap) / 2;
  return Array.from({ length: grade }, (_, index) => (
    <rect
      // biome-ignore lint/suspicious/noArrayIndexKey: strokes are alike
      key={index}
      className="matrix-pip"
      x={left + index * (PIP.width + PIP.gap)}
      y={y}
      width={PIP.width}
      height={3}
    />
  ));
}

const steps: Record<string, [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The tile that lies nearest in a direction; those straight ahead come first. */
function nearest(
  tallies: readonly Tally[],
  from: Tally,
  [down, right]: [number, number],
  rows: ReadonlyMap<string, number>,
  columns: ReadonlyMap<string, number>,
): Tally | undefined {
  const placeOf = ({ holder, target }: Tally) => [rows.get(holder)!, columns.get(target)!] as const;
  const [row, column] = placeOf(from);
  const ahead = tallies
    .map((tally) => {
      const [otherRow, otherColumn] = placeOf(tally);
      const along = (otherRow - row) * down + (otherColumn - column) * right;
      const aside = Math.abs((otherRow - row) * right) + Math.abs((otherColumn - column) * down);
      return { tally, along, aside };
    })
    .filter(({ along }) => along > 0);
  ahead.sort((a, b) => a.along + 3 * a.aside - (b.along + 3 * b.aside));
  return ahead[0]?.tally;
}
