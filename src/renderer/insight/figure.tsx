import { type ReactNode, useRef, useState } from 'react';
import { attempt } from '../data/notices';
import { exportFigure, type FigureFormat } from './figure-export';
import type { FigureTable } from './figure-table';

/** A drawing with its numbers: as a figure or as a table, and out to a file as either. */
export function Figure({
  title,
  caption,
  table,
  children,
}: {
  title: string;
  caption?: ReactNode;
  table: FigureTable;
  /** Holds one <svg>. */
  children: ReactNode;
}) {
  const [asTable, setAsTable] = useState(false);
  const drawing = useRef<HTMLDivElement>(null);
  const write = (format: FigureFormat) =>
    attempt(() => exportFigure(format, title, drawing.current?.querySelector('svg') ?? null, table));
  return (
    <section className="figure" aria-label={title}>
      <header className="figure-head">
        <h3>{title}</h3>
        <button type="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          As a table
        </button>
        {(asTable ? (['csv'] as const) : (['svg', 'png', 'csv'] as const)).map((format) => (
          <button
            key={format}
            type="button"
            aria-label={`Export ${title} as ${format.toUpperCase()}`}
            onClick={() => write(format)}
          >
            {format.toUpperCase()}
          </button>
        ))}
      </header>
      {caption && <p className="muted figure-caption">{caption}</p>}
      {asTable ? (
        <DataTable title={title} table={table} />
      ) : (
        <div className="figure-drawing" ref={drawing}>
          {children}
        </div>
      )}
    </section>
  );
}

function DataTable({ title, table: { columns, rows } }: { title: string; table: FigureTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
    <section className="figure-table" aria-label={`${title}, table`} tabIndex={0}>
      <table className="data">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('\u0000')}>
              {row.map((cell, index) => (
                <td key={columns[index]} className={typeof cell === 'number' ? 'number' : ''}>
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
