import type { Output } from '@contract/index';
import { closeOverlay, Overlay } from '../ui/overlay';

/** What became of each file that was to be imported. */
export function ImportReport({ report }: { report: Output<'document.import'> }) {
  const { imported, duplicates, warnings, refused } = report;
  return (
    <Overlay title="Import" wide>
      <p>
        {imported.length} {imported.length === 1 ? 'document was' : 'documents were'} imported.
      </p>
      <List
        title="Refused: nothing of these was stored"
        rows={refused.map(({ file, message }) => [file, message])}
      />
      <List
        title="Left out: the project has the same text"
        rows={duplicates.map(({ file, name }) => [file, `the same text as '${name}'`])}
      />
      <List title="Imported with a remark" rows={warnings.map(({ file, message }) => [file, message])} />
      <p className="button-row">
        <button type="button" className="primary" onClick={closeOverlay}>
          Close
        </button>
      </p>
    </Overlay>
  );
}

function List({ title, rows }: { title: string; rows: [file: string, what: string][] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="plain-list report">
        {rows.map(([file, what]) => (
          <li key={`${file} ${what}`}>
            <code dir="ltr">{file}</code>
            <span dir="auto">{what}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
