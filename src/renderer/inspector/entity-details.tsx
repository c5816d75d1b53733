import type { ProjectInfo } from '@contract/project';
import { useState } from 'react';
import { goToAnnotation, unlinkSelected } from '../actions/annotate';
import { runAction } from '../actions/run';
import { attempt } from '../data/notices';
import { openDocument } from '../data/open-document';
import { useAnswer } from '../data/queries';
import { send } from '../data/save-state';
import { useWorkbench, workbench } from '../data/workbench';
import { ActionKey } from '../ui/keycap';

const MOST = 30;

/** The entity of the selected mention: its name, type, aliases and all its mentions. */
export function EntityDetails({ info, entityId }: { info: ProjectInfo; entityId: string | null }) {
  const entities = useAnswer('entity.list', {});
  const entity = entities?.find(({ id }) => id === entityId);
  if (!entityId || !entity) {
    return (
      <section aria-label="Entity">
        <header className="pane-head">
          <h2>Entity</h2>
        </header>
        <p className="muted">Not linked to an entity.</p>
        <button type="button" disabled={info.readOnly} onClick={() => runAction('annotate.entity')}>
          Link to entity… <ActionKey id="annotate.entity" />
        </button>
      </section>
    );
  }
  const update = (patch: { name?: string; typeId?: string | null; aliases?: string[] }) =>
    attempt(() => send('entity.update', { id: entity.id, ...patch }));
  return (
    <section aria-label="Entity">
      <header className="pane-head">
        <h2>Entity</h2>
        <button type="button" disabled={info.readOnly} onClick={() => attempt(unlinkSelected)}>
          Unlink
        </button>
      </header>
      <TextField
        label="Name"
        value={entity.name}
        disabled={info.readOnly}
        onSave={(name) => name && update({ name })}
      />
      <label className="field">
        <span>Type</span>
        <select
          value={entity.typeId ?? ''}
          disabled={info.readOnly}
          onChange={(event) => update({ typeId: event.target.value || null })}
        >
          <option value="">any</option>
          {info.schema.entityTypes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <TextField
        label="Also called"
        value={entity.aliases.join('; ')}
        placeholder="other names, separated by ;"
        disabled={info.readOnly}
        onSave={(typed) =>
          update({
            aliases: typed
              .split(/[;؛]/)
              .map((name) => name.trim())
              .filter(Boolean),
          })
        }
      />
      <Mentions entityId={entity.id} />
    </section>
  );
}

function TextField({
  label,
  value,
  placeholder,
  disabled,
  onSave,
}: {
  label: string;
  value: string;
  placeholder?: string;
  disabled: boolean;
  onSave(value: string): void;
}) {
  const [typed, setTyped] = useState(value);
  const [before, setBefore] = useState(value);
  if (before !== value) {
    setBefore(value);
    setTyped(value);
  }
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="text"
        dir="auto"
        placeholder={placeholder}
        value={typed}
        disabled={disabled}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => typed.trim() !== value && onSave(typed.trim())}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    </label>
  );
}

function Mentions({ entityId }: { entityId: string }) {
  const answer = useAnswer('entity.mentions', { id: entityId, limit: MOST });
  const openId = useWorkbench((state) => state.session?.document.id);
  const selectedId = useWorkbench((state) => state.selectedId);
  if (!answer) return null;
  const { total, mentions } = answer;
  const go = async (documentId: string, annotationId: string) => {
    if (documentId !== workbench.get().session?.document.id) await openDocument(documentId);
    requestAnimationFrame(() => goToAnnotation(annotationId));
  };
  return (
    <>
      <h3>
        {total} {total === 1 ? 'mention' : 'mentions'}
      </h3>
      <ul className="plain-list mentions">
        {mentions.map(({ annotationId, documentId, documentName, quote }) => (
          <li key={annotationId}>
            <button
              type="button"
              className="row"
              aria-current={annotationId === selectedId ? 'true' : undefined}
              onClick={() => attempt(() => go(documentId, annotationId))}
            >
              <span dir="auto">{quote}</span>
              {documentId !== openId && (
                <span className="muted" dir="auto">
                  {documentName}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {total > MOST && <p className="muted">and {total - MOST} more</p>}
    </>
  );
}
