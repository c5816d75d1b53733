import type { Input, Output } from '@contract/index';
import type { ProjectInfo } from '@contract/project';
import { differenceClasses } from '@core/review/position';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { theClient } from '../bridge/connection';
import { attempt } from '../data/notices';
import { workProgress } from '../data/work-progress';
import { workbench } from '../data/workbench';
import { Progress } from '../dialogs/working';
import { ListBox } from '../ui/list-box';
import { Overlay } from '../ui/overlay';
import { reviewDocument } from './decide';
import { useReview } from './state';
import { classWords } from './words';

type Row = Output<'review.summary'>['documents'][number];

const ROW = 44;
/** As many as can be decided about in one step. */
const MOST_AT_ONCE = 1_000;

/** All documents that several have marked, with what is left to settle in each; Enter opens one. */
export function ReviewDocuments({ info }: { info: ProjectInfo }) {
  const annotatorIds = useReview((state) => state.annotatorIds);
  const [onlyOpen, setOnlyOpen] = useState(true);
  const [at, setAt] = useState(0);
  const input: Input<'review.summary'> = { annotatorIds };
  const { data: answer } = useQuery({
    queryKey: ['review.summary', input],
    // Leaving the view ends the comparing.
    queryFn: ({ signal }) => {
      workProgress.set(null);
      return theClient().call('review.summary', input, { signal, onProgress: workProgress.set });
    },
    placeholderData: keepPreviousData,
  });
  const documents = answer?.documents ?? [];
  const isThere = documents.length > 0;
  useEffect(() => {
    if (isThere) document.querySelector<HTMLElement>('[data-focus="review-documents"]')?.focus();
  }, [isThere]);
  const shown = onlyOpen ? documents.filter(({ unsettled, untaken }) => unsettled + untaken > 0) : documents;
  const open = (index: number) => {
    const row = shown[index];
    if (!row) return;
    workbench.closeOverlay();
    attempt(() => reviewDocument(row.documentId));
  };
  const totals = sum(documents);
  return (
    <Overlay title="Documents to review" full>
      {answer ? (
        <div className="review-documents">
          <p role="status">
            {documents.length === 0
              ? 'No document has been marked by two annotators yet.'
              : `${totals.unsettled.toLocaleString()} to settle in ${totals.open.toLocaleString()} of ${documents.length.toLocaleString()} documents; ${totals.agreed.toLocaleString()} of ${totals.positions.toLocaleString()} positions agree${totals.untaken > 0 ? `, ${totals.untaken.toLocaleString()} of them not taken yet` : ''}.`}
          </p>
          {documents.length > 0 && (
            <>
              <p className="review-totals">
                {differenceClasses.map((id) =>
                  totals.conflicts[id] ? (
                    <span key={id}>
                      <span className="review-sign" aria-hidden>
                        {classWords[id].sign}
                      </span>{' '}
                      {classWords[id].name} {totals.conflicts[id].toLocaleString()}
                    </span>
                  ) : null,
                )}
              </p>
              <div className="button-row">
                <label className="field inline">
                  <input
                    type="checkbox"
                    checked={onlyOpen}
                    onChange={(event) => {
                      setOnlyOpen(event.target.checked);
                      setAt(0);
                    }}
                  />
                  <span>Only those with something to settle</span>
                </label>
                <button
                  type="button"
                  disabled={info.readOnly || documents.length > MOST_AT_ONCE}
                  onClick={() =>
                    workbench.openOverlay({
                      kind: 'review-bulk',
                      documentIds: documents.map(({ documentId }) => documentId),
                      rule: 'all',
                    })
                  }
                >
                  Take all agreed in all documents…
                </button>
              </div>
              <ListBox
                id="review-documents"
                label="Documents"
                dataFocus="review-documents"
                count={shown.length}
                row={ROW}
                at={Math.min(at, shown.length - 1)}
                onMove={setAt}
                onEnter={open}
                render={(index) => <DocumentRow row={shown[index]!} />}
              />
              <p className="button-row">
                <button
                  type="button"
                  className="primary"
                  disabled={shown.length === 0}
                  onClick={() => open(at)}
                >
                  Review
                </button>
              </p>
            </>
          )}
        </div>
      ) : (
        <Progress />
      )}
    </Overlay>
  );
}

function DocumentRow({ row }: { row: Row }) {
  const conflicts = differenceClasses.filter((id) => row.conflicts[id]);
  return (
    <span className="review-document">
      <span dir="auto" className="row-quote">
        {row.name}
      </span>
      <span>
        {row.unsettled > 0
          ? `${row.unsettled} to settle`
          : row.untaken > 0
            ? `${row.untaken} agreed to take`
            : '✓ settled'}
      </span>
      <span className="muted">
        <span>
          {row.layers} layers, {row.agreed} of {row.positions} agree
        </span>
        {row.states.stale > 0 && <span>⟳ {row.states.stale} changed since</span>}
        {conflicts.map((id) => (
          <span key={id} title={classWords[id].name}>
            {classWords[id].sign} {row.conflicts[id]}
          </span>
        ))}
      </span>
    </span>
  );
}

function sum(rows: readonly Row[]) {
  const conflicts: Row['conflicts'] = {};
  let [unsettled, untaken, agreed, positions, open] = [0, 0, 0, 0, 0];
  for (const row of rows) {
    unsettled += row.unsettled;
    untaken += row.untaken;
    agreed += row.agreed;
    positions += row.positions;
    if (row.unsettled > 0) open++;
    for (const id of differenceClasses) {
      const count = row.conflicts[id];
      if (count) conflicts[id] = (conflicts[id] ?? 0) + count;
    }
  }
  return { unsettled, untaken, agreed, positions, open, conflicts };
}
