import { isolated } from '@core/text/direction';
import { useRef, useState } from 'react';
import { shortened } from '../insight/tally';

const CELL = { width: 58, height: 34, gap: 3 };
const LABEL = { width: 150, letters: 20 };
const HEAD = { height: 112, letters: 18, slant: 38 };
const MARGIN = 60;

export interface HeatCell {
  row: string;
  column: string;
  count: number;
}

/** Counts by two annotators' values: each cell bears its number, and is the darker the more there are. */
export function HeatMap({
  label,
  rowTitle,
  columnTitle,
  rows,
  columns,
  cells,
  nameOf,
  chosen,
  onChoose,
}: {
  label: string;
  rowTitle: string;
  columnTitle: string;
  rows: readonly string[];
  columns: readonly string[];
  cells: readonly HeatCell[];
  nameOf(value: string): string;
  chosen: HeatCell | null;
  onChoose(cell: HeatCell): void;
}) {
  const svg = useRef<SVGSVGElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const most = Math.max(1, ...cells.map(({ count }) => count));
  const width = LABEL.width + columns.length * CELL.width + MARGIN;
  const height = HEAD.height + rows.length * CELL.height + 8;
  const keyOf = (cell: HeatCell) => `${rows.indexOf(cell.row)}-${columns.indexOf(cell.column)}`;
  const focusable =
    at !== null && cells.some((cell) => keyOf(cell) === at) ? at : cells[0] && keyOf(cells[0]);
  const move = (event: React.KeyboardEvent, from: HeatCell) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    let [row, column] = [rows.indexOf(from.row), columns.indexOf(from.column)];
    for (;;) {
      row += step[0];
      column += step[1];
      if (row < 0 || column < 0 || row >= rows.length || column >= columns.length) return;
      const next = svg.current?.querySelector<SVGGElement>(`[data-cell="${row}-${column}"]`);
      if (!next) continue;
      next.focus();
      return;
    }
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
      aria-label={label}
    >
      <text className="matrix-title" x={4} y={HEAD.height - 8}>
        {isolated(shortened(rowTitle, 18))} ↓
      </text>
      <text className="matrix-title" x={4} y={16}>
        {isolated(shortened(columnTitle, 18))} →
      </text>
      {columns.map((column, index) => (
        <text
          key={column}
          className="matrix-label"
          transform={`translate(${LABEL.width + (index + 0.5) * CELL.width} ${HEAD.height - 8}) rotate(${-HEAD.slant})`}
        >
          <title>{nameOf(column)}</title>
          {isolated(shortened(nameOf(column), HEAD.letters))}
        </text>
      ))}
      {rows.map((row, index) => (
        <text
          key={row}
          className="matrix-label"
          x={LABEL.width - 10}
          y={HEAD.height + (index + 0.5) * CELL.height}
          textAnchor="end"
          dominantBaseline="central"
        >
          <title>{nameOf(row)}</title>
          {isolated(shortened(nameOf(row), LABEL.letters))}
        </text>
      ))}
      {cells.map((cell) => {
        const key = keyOf(cell);
        const [row, column] = [rows.indexOf(cell.row), columns.indexOf(cell.column)];
        const words = `${rowTitle}: ${nameOf(cell.row)}, ${columnTitle}: ${nameOf(cell.column)}: ${cell.count}`;
        const isChosen = chosen?.row === cell.row && chosen.column === cell.column;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a part of a drawing cannot be a button element
          <g
            key={key}
            data-cell={key}
            className={`matrix-cell heat-cell ${cell.row === cell.column ? 'agreeing' : ''} ${isChosen ? 'chosen' : ''}`}
            role="button"
            tabIndex={key === focusable ? 0 : -1}
            aria-label={words}
            aria-pressed={isChosen}
            transform={`translate(${LABEL.width + column * CELL.width} ${HEAD.height + row * CELL.height})`}
            onClick={() => onChoose(cell)}
            onFocus={() => setAt(key)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ' ') {
                event.preventDefault();
                onChoose(cell);
              } else move(event, cell);
            }}
          >
            <title>{words}</title>
            <rect
              className="heat-ground"
              width={CELL.width - CELL.gap}
              height={CELL.height - CELL.gap}
              rx={3}
            />
            <rect
              className="heat-fill"
              width={CELL.width - CELL.gap}
              height={CELL.height - CELL.gap}
              rx={3}
              fillOpacity={0.08 + 0.4 * Math.sqrt(cell.count / most)}
            />
            <rect
              className="matrix-frame"
              width={CELL.width - CELL.gap}
              height={CELL.height - CELL.gap}
              rx={3}
            />
            <text
              className="matrix-sign small"
              x={(CELL.width - CELL.gap) / 2}
              y={(CELL.height - CELL.gap) / 2}
              textAnchor="middle"
              dominantBaseline="central"
            >
              {cell.count}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

const steps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
