import type { ProjectInfo } from '@contract/project';
import { offered } from '@core/model/schema';
import { unlinkSelected } from '../actions/annotate';
import { runAction } from '../actions/run';
import { attempt } from '../data/notices';
import { useAnswer } from '../data/queries';
import { send } from '../data/save-state';
import { useWorkbench, workbench } from '../data/workbench';
import { aliasesFrom } from '../entities/entity-page';
import { goToMention } from '../entities/go-to';
import { ActionKey } from '../ui/keycap';
import { TextField } from '../ui/text-field';

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
        <button
          type="button"
          onClick={() => workbench.openOverlay({ kind: 'register', tab: 'entities', id: entity.id })}
        >
          Register…
        </button>
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
          {offered(info.schema.entityTypes, entity.typeId).map(({ id, name }) => (
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
            aliases: aliasesFrom(typed),
          })
        }
      />
      <Mentions entityId={entity.id} />
    </section>
  );
}

function Mentions({ entityId }: { entityId: string }) {
  const answer = useAnswer('entity.mentions', { id: entityId, limit: MOST });
  const openId = useWorkbench((state) => state.session?.document.id);
  const selectedId = useWorkbench((state) => state.selectedId);
  if (!answer) return null;
  const { total, mentions } = answer;
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
              onClick={() => goToMention({ documentId, annotationId })}
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
      {total > MOST && <p className="muted">and {total - MOST} more, in the register</p>}
    </>
  );
}
