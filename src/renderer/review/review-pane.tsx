import type { ProjectInfo } from '@contract/project';
import type { ReviewPosition } from '@contract/review';
import { useEffect, useMemo } from 'react';
import { runAction } from '../actions/run';
import type { DocumentSession } from '../data/document-session';
import { useNames } from '../data/names';
import { useAnswer } from '../data/queries';
import { useSession } from '../data/use-session';
import { ActionKey } from '../ui/keycap';
import { ListBox } from '../ui/list-box';
import { atHand, type Comparison, layerNames, passes } from './current';
import { focusReview, goToPosition, openBulk } from './decide';
import { type Given, headline } from './fields';
import { FilterBar } from './filter-bar';
import { LayerChooser } from './layer-chooser';
import { PositionCard } from './position-card';
import { useReview } from './state';
import { classWords, isUnsettled, isUntaken, progressWords, signOf, stateWords } from './words';

const ROW = 28;

/** Where the layers of the open document agree or differ: the position at hand, and all of them as a list. */
export function ReviewPane({ info }: { info: ProjectInfo }) {
  const session = useSession();
  return (
    <aside className="inspector review" aria-label="Review">
      <header className="pane-head">
        <h2>Review</h2>
        <button type="button" onClick={() => runAction('review.documents')}>
          Documents… <ActionKey id="review.documents" />
        </button>
        <button type="button" onClick={() => runAction('review.toggle')}>
          Close <ActionKey id="review.toggle" />
        </button>
      </header>
      {session && <DocumentReview key={session.document.id} info={info} session={session} />}
    </aside>
  );
}

function DocumentReview({ info, session }: { info: ProjectInfo; session: DocumentSession }) {
  const annotatorIds = useReview((state) => state.annotatorIds);
  const comparison = useAnswer('review.compare', { documentId: session.document.id, annotatorIds });
  if (!comparison) return <p className="muted">Comparing…</p>;
  return (
    <>
      <LayerChooser info={info} session={session} />
      {comparison.layers.length < 2 && (
        <p className="muted">
          Only {comparison.layers.length === 0 ? 'nobody has' : 'one annotator has'} marked this document:
          there is nothing to compare.
        </p>
      )}
      <Positions info={info} session={session} comparison={comparison} />
    </>
  );
}

function Positions({
  info,
  session,
  comparison,
}: {
  info: ProjectInfo;
  session: DocumentSession;
  comparison: Comparison;
}) {
  const { blind, filter, at } = useReview();
  const names = useNames(session);
  const given: Given = { session, schema: info.schema, names };
  const { positions, layers, decisions } = comparison;
  const listed = useMemo(() => positions.filter((position) => passes(position, filter)), [positions, filter]);
  const called = layerNames(session.document.id, layers, blind);
  const current = atHand(listed, at);
  const unsettled = positions.filter(isUnsettled).length;
  const changed = positions.filter(({ state }) => state === 'stale').length;
  useEffect(focusReview, []);
  return (
    <>
      <p className="review-count" role="status">
        {progressWords(unsettled, positions.filter(isUntaken).length)} ·{' '}
        {positions.filter(({ state }) => state === 'decided').length} of {positions.length} decided,{' '}
        {listed.length} listed
      </p>
      <FilterBar positions={positions} called={called} given={given} />
      <div className="review-work" data-keys="review">
        {current && (
          <PositionCard
            key={current.id}
            position={current}
            decisions={decisions}
            called={called}
            given={given}
            info={info}
          />
        )}
        <ListBox
          id="review-positions"
          label="Positions"
          dataFocus="review"
          className="review-list"
          count={listed.length}
          row={ROW}
          at={current ? listed.indexOf(current) : -1}
          onMove={(index) => goToPosition(listed[index]!)}
          render={(index) => <Row position={listed[index]!} given={given} />}
        />
        {listed.length === 0 && <p className="muted">Nothing of this kind here.</p>}
        <p className="button-row">
          <button type="button" disabled={info.readOnly} onClick={() => runAction('review.agreed')}>
            Take all agreed… <ActionKey id="review.agreed" />
          </button>
          {changed > 1 && (
            <button type="button" disabled={info.readOnly} onClick={() => openBulk('keep')}>
              Keep all {changed} that changed…
            </button>
          )}
          <button type="button" disabled={info.readOnly} onClick={() => runAction('review.new')}>
            Mark anew… <ActionKey id="review.new" />
          </button>
        </p>
      </div>
    </>
  );
}

function Row({ position, given }: { position: ReviewPosition; given: Given }) {
  const { name } = classWords[position.class];
  const state = stateWords[position.state];
  const quote = headline(position, given);
  return (
    <span className={`review-row class-${position.class}`}>
      <span className="review-state" role="img" title={state.name} aria-label={state.name}>
        {state.sign}
      </span>
      <span className="review-sign" role="img" title={name} aria-label={name}>
        {signOf(position)}
      </span>
      <span className="row-quote" dir="auto" lang={given.session.document.language}>
        {quote || position.documentLabel || name}
      </span>
      <span className="muted">{position.kind === 'span' ? '' : position.kind}</span>
    </span>
  );
}
