import type { MergeReport } from '@contract/exchange';
import { partWords } from '@core/schema-change/parts';
import { inARow } from '@core/text/direction';
import { goToPlace } from '../insight/go-to';

const conflictWords: Record<MergeReport['conflicts'][number]['class'], string> = {
  'edit-against-delete': 'edited in one place, deleted in another: the edit stays',
  'parallel-edits': 'edited in two places: the newest stays, the other is kept in history',
  'still-needed': 'deleted in one place, named in another: it stays',
};

const matchWords = { id: '', text: 'known by its text', new: 'new here' };

const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

const counted = (count: number, one: string) => `${count.toLocaleString()} ${count === 1 ? one : `${one}s`}`;

/** Would nothing here be different? What was taken in once and undone is known, and yet comes in again. */
export function bringsNothing({ received, created, changed, deleted }: MergeReport): boolean {
  return received + created + changed + deleted === 0;
}

/** What a merge brings or has brought: sums, what stays out, what is at odds, and each document. */
export function MergeReportView({ report, isDone }: { report: MergeReport; isDone: boolean }) {
  const { files, created, changed, deleted, documents, conflicts, notJoined } = report;
  return (
    <div className="merge-report">
      <ul className="plain-list">
        {files.map(({ path, manifest, project }) => (
          <li key={path}>
            <strong dir="auto">{manifest ? manifest.by.name : project}</strong>{' '}
            {manifest && (
              <>
                on {date.format(new Date(manifest.at))}: {counted(manifest.documents, 'document')},{' '}
                {counted(manifest.annotations, 'span')}, {counted(manifest.stances, 'stance')}{' '}
              </>
            )}
            <code className="muted" dir="ltr" title={path}>
              {path.split(/[\\/]/).at(-1)}
            </code>
          </li>
        ))}
      </ul>
      <p role="status">
        {bringsNothing(report)
          ? 'Nothing in it is new.'
          : `${isDone ? '' : 'This will bring: '}${created.toLocaleString()} new, ${changed.toLocaleString()} changed, ${deleted.toLocaleString()} deleted.`}
      </p>
      {report.schema === 'differs' && (
        <p className="warning">
          The schema was changed here and there. The one here stays in force; nothing is lost.
        </p>
      )}
      {report.schema === 'taken-over' && (
        <p>A newer version of the schema comes along and will be in force.</p>
      )}
      <Section title="Cannot be joined" count={notJoined.length}>
        {notJoined.map(({ file, documentId, reason, name, annotations, words }) => (
          <li key={`${file} ${documentId} ${reason}`}>
            <strong dir="auto">{name}</strong> ({file}), {counted(annotations, 'span')}: {words}
          </li>
        ))}
      </Section>
      <Section title="Labels that the schema here does not have" count={report.unknownLabels.length}>
        {report.unknownLabels.map(({ part, id, name, count }) => (
          <li key={`${part} ${id}`}>
            <bdi>{name}</bdi> <span className="muted">({partWords[part].one})</span>, {counted(count, 'use')}
          </li>
        ))}
      </Section>
      <Section title="Changed here and there" count={conflicts.length}>
        {conflicts.map(({ kind, recordId, class: what, words, documentId, by }) => (
          <li key={`${kind} ${recordId}`}>
            {documentId && isDone ? (
              <button
                type="button"
                className="link"
                onClick={() =>
                  goToPlace({
                    documentId,
                    place: null,
                    annotationId: kind === 'annotation' ? recordId : null,
                  })
                }
              >
                <bdi>{words || kind}</bdi>
              </button>
            ) : (
              <strong dir="auto">{words || kind}</strong>
            )}{' '}
            {conflictWords[what]}
            {by.length > 0 && <span className="muted"> ({inARow(by)})</span>}
          </li>
        ))}
      </Section>
      <Section title="Removed there, kept here" count={report.kept.length}>
        {report.kept.map(({ documentId, name }) => (
          <li key={documentId} dir="auto">
            {name}
          </li>
        ))}
      </Section>
      <SameNames title="Entities of the same name as another" all={report.sameNames} kind="entity" />
      <SameNames title="Propositions of the same name as another" all={report.sameNames} kind="proposition" />
      <Documents documents={documents} isDone={isDone} />
    </div>
  );
}

function SameNames({
  title,
  all,
  kind,
}: {
  title: string;
  all: MergeReport['sameNames'];
  kind: MergeReport['sameNames'][number]['kind'];
}) {
  const same = all.filter((one) => one.kind === kind);
  return (
    <Section title={title} count={same.length}>
      {same.map(({ name, cameId }) => (
        <li key={cameId} dir="auto">
          {name}
        </li>
      ))}
    </Section>
  );
}

const MOST = 300;

function Documents({ documents, isDone }: { documents: MergeReport['documents']; isDone: boolean }) {
  type Document = MergeReport['documents'][number];
  const rows = documents.flatMap(
    (document): { document: Document; layer: Document['layers'][number] | null }[] =>
      document.layers.length > 0
        ? document.layers.map((layer) => ({ document, layer }))
        : [{ document, layer: null }],
  );
  if (rows.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
    <section className="scroll" aria-label="Documents" tabIndex={0}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">Document</th>
            <th scope="col">Layer of</th>
            <th scope="col">New</th>
            <th scope="col">Changed</th>
            <th scope="col">Deleted</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map(({ document: { documentId, name, match }, layer }) => (
            <tr key={`${documentId} ${layer?.annotatorId}`}>
              <td dir="auto">
                {isDone ? (
                  <button
                    type="button"
                    className="link"
                    onClick={() => goToPlace({ documentId, place: null })}
                  >
                    {name}
                  </button>
                ) : (
                  name
                )}{' '}
                <span className="muted">{matchWords[match]}</span>
              </td>
              <td dir="auto">{layer?.name ?? ''}</td>
              <td>{layer?.created ?? ''}</td>
              <td>{layer?.changed ?? ''}</td>
              <td>{layer?.deleted ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST && <p className="muted">And {rows.length - MOST} more.</p>}
    </section>
  );
}

function Section({ title, count, children }: { title: string; count: number; children: React.ReactNode }) {
  if (count === 0) return null;
  return (
    <section>
      <h3>
        {title} <span className="muted">{count}</span>
      </h3>
      <ul className="plain-list scroll part">{children}</ul>
    </section>
  );
}
