import type { StanceCell } from '@contract/stance-views';
import type { Actor } from '@core/insight/actor';
import type { Schema } from '@core/model/schema';
import { isolated } from '@core/text/direction';
import { polaritySign } from '../stance/signs';
import { monthName } from './months';
import { shortened, tallies } from './tally';

const TILE = 20;
const LABEL = 120;
const TITLE = 34;
const GAP = 26;
const ACROSS = 3;
const KEY_LINE = 16;

/** One small matrix for each month, all with the same rows and columns; columns are numbered and named below. */
export function MonthlyFigure({
  schema,
  holders,
  targets,
  cells,
  months,
}: {
  schema: Schema;
  holders: readonly Actor[];
  targets: readonly Actor[];
  cells: readonly StanceCell[];
  months: readonly string[];
}) {
  const one = { width: LABEL + targets.length * TILE + GAP, height: TITLE + holders.length * TILE + GAP };
  const across = Math.min(ACROSS, months.length);
  const width = Math.max(across * one.width, 480);
  const below = Math.ceil(months.length / across) * one.height;
  const height = below + targets.length * KEY_LINE + 10;
  const row = new Map(holders.map(({ key }, index) => [key, index]));
  const column = new Map(targets.map(({ key }, index) => [key, index]));
  const nameOf = (id: string) => schema.stance.polarities.find((term) => term.id === id)?.name ?? id;
  return (
    <svg
      className="matrix"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`Holders by targets in ${months.length} months; the table has the numbers`}
    >
      {months.map((month, index) => (
        <g
          key={month}
          transform={`translate(${(index % across) * one.width} ${Math.floor(index / across) * one.height})`}
        >
          <text className="matrix-title" x={LABEL} y={12}>
            {monthName(month)}
          </text>
          {targets.map(({ key }, at) => (
            <text
              key={key}
              className="matrix-count"
              x={LABEL + (at + 0.5) * TILE}
              y={TITLE - 6}
              textAnchor="middle"
            >
              {at + 1}
            </text>
          ))}
          {holders.map(({ key, name }, at) => (
            <text
              key={key}
              className="matrix-label small"
              x={LABEL - 6}
              y={TITLE + (at + 0.5) * TILE}
              textAnchor="end"
              dominantBaseline="central"
            >
              <title>{name}</title>
              {isolated(shortened(name, 18))}
            </text>
          ))}
          <rect
            className="matrix-ground"
            x={LABEL}
            y={TITLE}
            width={targets.length * TILE}
            height={holders.length * TILE}
          />
          {tallies(
            cells.filter((cell) => cell.month === month),
            schema.stance.polarities,
          )
            .filter(({ holder, target }) => row.has(holder) && column.has(target))
            .map(({ holder, target, shares }) => {
              const main = shares.reduce((most, share) => (share.count > most.count ? share : most));
              const x = LABEL + column.get(target)! * TILE;
              const y = TITLE + row.get(holder)! * TILE;
              return (
                <g key={`${holder}\u0000${target}`} className={`polarity-${main.polarity}`}>
                  <title>
                    {shares.map((share) => `${share.count} ${nameOf(share.polarity)}`).join(', ')}
                  </title>
                  <rect className="matrix-fill" x={x + 1} y={y + 1} width={TILE - 2} height={TILE - 2} />
                  <text
                    className="matrix-sign small"
                    x={x + TILE / 2}
                    y={y + TILE / 2}
                    textAnchor="middle"
                    dominantBaseline="central"
                  >
                    {shares
                      .slice(0, 2)
                      .map(({ polarity }) => polaritySign(polarity, nameOf(polarity)))
                      .join('')}
                  </text>
                </g>
              );
            })}
        </g>
      ))}
      {targets.map(({ key, name }, at) => (
        <text key={key} className="matrix-label small" x={LABEL} y={below + at * KEY_LINE + 4}>
          {`${at + 1}  ${isolated(shortened(name, 60))}`}
        </text>
      ))}
    </svg>
  );
}
