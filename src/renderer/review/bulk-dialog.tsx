import type { Input } from '@contract/index';
import type { ProjectInfo } from '@contract/project';
import type { BulkRule } from '@contract/review';
import type { PositionKind } from '@core/review/position';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { undo } from '../actions/undo';
import { theClient } from '../bridge/connection';
import { termNames } from '../data/names';
import { attempt, notify } from '../data/notices';
import { send } from '../data/save-state';
import { workbench } from '../data/workbench';
import { Overlay } from '../ui/overlay';
import { focusReview } from './decide';
import { labelNamer } from './fields';
import { useReview } from './state';
import { counted } from './words';

/** Takes in one go what is agreed, or keeps what was decided, after showing what that would be. */
export function BulkDialog({
  info,
  documentIds,
  begin,
}: {
  info: ProjectInfo;
  documentIds: readonly string[];
  begin: 'all' | 'keep';
}) {
  const { annotatorIds, blind } = useReview();
  const [rule, setRule] = useState<BulkRule>({ rule: begin });
  const keeps = rule.rule === 'keep';
  const listLabel = keeps ? 'What is kept' : 'What is taken';
  const input: Input<'review.preview'> = {
    documentIds: [...documentIds],
    annotatorIds,
    rule,
    view: blind ? 'blind' : 'open',
  };
  const { data: preview } = useQuery({
    queryKey: ['review.preview', input],
    queryFn: () => theClient().call('review.preview', input),
    placeholderData: keepPreviousData,
  });
  const nameOf = labelNamer(termNames(info.schema));
  const close = () => {
    workbench.closeOverlay();
    setTimeout(focusReview);
  };
  const take = async () => {
    const { decided, left } = await send('review.decideMany', input);
    close();
    const rest = left.length > 0 ? ` ${left.length} were left open.` : '';
    notify(`${decided} decided.${rest}`, { label: 'Undo', run: () => attempt(undo) });
  };
  const annotators = info.annotators.filter(({ id }) => annotatorIds?.includes(id) ?? true);
  return (
    <Overlay title="Take all agreed" wide onClose={close}>
      <form
        className="bulk"
        onSubmit={(event) => {
          event.preventDefault();
          attempt(take);
        }}
      >
        <fieldset>
          <legend>
            Where nothing is decided yet,{' '}
            {documentIds.length === 1 ? 'in this document' : `in ${documentIds.length} documents`}, take what
          </legend>
          <label className="field inline">
            <input
              type="radio"
              name="rule"
              // biome-ignore lint/a11y/noAutofocus: the dialog begins with its question
              autoFocus={begin === 'all'}
              checked={rule.rule === 'all'}
              onChange={() => setRule({ rule: 'all' })}
            />
            <span>all have in the same way</span>
          </label>
          <label className="field inline">
            <input
              type="radio"
              name="rule"
              checked={rule.rule === 'majority'}
              onChange={() => setRule({ rule: 'majority' })}
            />
            <span>more than half have in the same way</span>
          </label>
          {!blind &&
            annotators.map(({ id, name }) => (
              <label key={id} className="field inline">
                <input
                  type="radio"
                  name="rule"
                  checked={rule.rule === 'annotator' && rule.annotatorId === id}
                  onChange={() => setRule({ rule: 'annotator', annotatorId: id })}
                />
                <span dir="auto">{name} has, whatever the others have</span>
              </label>
            ))}
        </fieldset>
        <fieldset>
          <legend>Where a source has changed since it was decided</legend>
          <label className="field inline">
            <input
              type="radio"
              name="rule"
              // biome-ignore lint/a11y/noAutofocus: the dialog begins with its question
              autoFocus={begin === 'keep'}
              checked={keeps}
              onChange={() => setRule({ rule: 'keep' })}
            />
            <span>keep what was decided</span>
          </label>
        </fieldset>
        <p role="status">
          {preview === undefined
            ? 'Looking…'
            : preview.decided === 0
              ? `Nothing is left that this would ${keeps ? 'keep' : 'take'}.`
              : `This ${keeps ? 'keeps the decision about' : 'takes'} ${Object.entries(preview.byKind)
                  .map(([kind, count]) => counted(kind as PositionKind, count))
                  .join(', ')}.`}
          {preview &&
            preview.left.length > 0 &&
            ` ${preview.left.length} stay open: ${preview.left[0]!.reason}`}
        </p>
        {preview && preview.positions.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
          <section className="scroll bulk-list" aria-label={listLabel} tabIndex={0}>
            <ul className="plain-list">
              {preview.positions.map(({ documentId, positionId, label, quote, by, of }) => (
                <li key={`${documentId} ${positionId}`}>
                  <span className="muted">
                    {by}/{of}
                  </span>
                  <span dir="auto">{quote || nameOf(label)}</span>
                  <span className="muted">{nameOf(label)}</span>
                </li>
              ))}
            </ul>
            {preview.decided > preview.positions.length && (
              <p className="muted">The first {preview.positions.length} are shown.</p>
            )}
          </section>
        )}
        <p className="button-row">
          <button
            type="submit"
            className="primary"
            disabled={!preview || preview.decided === 0 || info.readOnly}
          >
            {keeps ? 'Keep' : 'Take'} {preview?.decided ?? ''}
          </button>
          <button type="button" onClick={close}>
            Cancel
          </button>
        </p>
      </form>
    </Overlay>
  );
}
