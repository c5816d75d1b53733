import type { ProjectInfo } from '@contract/project';
import type { SpanAnnotation } from '@core/model/annotation';
import { displayQuote, hull } from '@core/model/fragment';
import type { Stance } from '@core/model/stance';
import { Pencil, Trash2 } from 'lucide-react';
import { runAction } from '../actions/run';
import { undo } from '../actions/undo';
import type { DocumentSession } from '../data/document-session';
import { useNames } from '../data/names';
import { attempt, notify } from '../data/notices';
import { send } from '../data/save-state';
import { workbench } from '../data/workbench';
import { revealFragments } from '../editor/control';
import { mayChange } from '../review/gold';
import { ActionKey } from '../ui/keycap';
import { readableStance } from './readable';

/** Does a stance name this annotation or its entity, or rest on its text? */
function touches(stance: Stance, annotation: SpanAnnotation): boolean {
  const parties = [stance.holder, stance.target, ...stance.sources];
  const named = parties.some(
    (party) =>
      (party?.kind === 'mention' && party.id === annotation.id) ||
      (party?.kind === 'entity' && party.id === annotation.entityId),
  );
  const { start, end } = hull(annotation.fragments);
  return named || stance.evidence.some((evidence) => evidence.start < end && start < evidence.end);
}

/** The stances of the document as lines to read; those of the selected annotation first. */
export function StanceList({
  info,
  session,
  selected,
}: {
  info: ProjectInfo;
  session: DocumentSession;
  selected: SpanAnnotation | null;
}) {
  const stances = session.orderedStances;
  const near = selected ? stances.filter((stance) => touches(stance, selected)) : [];
  const others = stances.filter((stance) => !near.includes(stance));
  return (
    <section className="stance-list" aria-label="Stances">
      <header className="pane-head">
        <h2>Stances</h2>
        <span className="muted">{stances.length}</span>
        <button type="button" disabled={info.readOnly} onClick={() => runAction('annotate.stance')}>
          Record… <ActionKey id="annotate.stance" />
        </button>
      </header>
      {stances.length === 0 && (
        <p className="muted">
          Select the evidence in the text and press <ActionKey id="annotate.stance" />.
        </p>
      )}
      <ul className="plain-list">
        {[...near, ...others].map((stance) => (
          <StanceRow
            key={stance.id}
            info={info}
            session={session}
            stance={stance}
            isNear={near.includes(stance)}
          />
        ))}
      </ul>
    </section>
  );
}

function StanceRow({
  info,
  session,
  stance,
  isNear,
}: {
  info: ProjectInfo;
  session: DocumentSession;
  stance: Stance;
  isNear: boolean;
}) {
  const names = useNames(session);
  const own = mayChange(session, stance.layerId, info.annotator.id);
  const remove = async () => {
    await send('stance.remove', { ids: [stance.id] });
    notify('Stance deleted.', { label: 'Undo', run: () => attempt(undo) });
  };
  return (
    <li className={`stance polarity-${stance.polarity} ${isNear ? 'near' : ''}`}>
      <button
        type="button"
        className="row stance-text"
        onClick={() => stance.evidence.length > 0 && revealFragments(stance.evidence)}
      >
        <span className="swatch" aria-hidden />
        <span dir="auto">{readableStance(stance, names)}</span>
        {stance.evidence.length > 0 && (
          <q className="muted" dir="auto" lang={session.document.language}>
            {displayQuote(session.text, stance.evidence)}
          </q>
        )}
        {stance.note && (
          <span className="muted" dir="auto">
            {stance.note}
          </span>
        )}
      </button>
      {own && !info.readOnly && (
        <span className="row-actions">
          <button
            type="button"
            className="icon"
            aria-label="Change stance"
            onClick={() =>
              workbench.set({ stanceDraft: { stanceId: stance.id, evidence: [...stance.evidence] } })
            }
          >
            <Pencil size={14} aria-hidden />
          </button>
          <button type="button" className="icon" aria-label="Delete stance" onClick={() => attempt(remove)}>
            <Trash2 size={14} aria-hidden />
          </button>
        </span>
      )}
    </li>
  );
}
