import { type ReactNode, useState } from 'react';
import { attempt } from '../data/notices';
import { exportFigure } from '../insight/figure-export';
import type { FigureTable } from '../insight/figure-table';

const PAGE = 200;

/** A table of figures, and out to a file as CSV. */
export function FiguresTable({
  title,
  columns,
  rows,
  file,
}: {
  title: string;
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  file: FigureTable;
}) {
  const [shown, setShown] = useState(PAGE);
  return (
    <section className="figure agreement-figures" aria-label={title}>
      <header className="figure-head">
        <h3>{title}</h3>
        <button
          type="button"
          aria-label={`Export ${title} as CSV`}
          onClick={() => attempt(() => exportFigure('csv', title, null, file))}
        >
          CSV
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it */}
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
            {rows.slice(0, shown).map(({ key, cells }) => (
              <tr key={key}>
                {cells.map((cell, index) => (
                  <td key={columns[index]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length > shown && (
          <button type="button" onClick={() => setShown(shown + PAGE)}>
            Show more of {rows.length.toLocaleString()}
          </button>
        )}
      </section>
    </section>
  );
}
