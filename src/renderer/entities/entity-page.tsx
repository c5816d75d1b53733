import type { EntityRow } from '@contract/entities';
import type { ProjectInfo } from '@contract/project';
import { offered } from '@core/model/schema';
import { useState } from 'react';
import { undo } from '../actions/undo';
import { attempt, notify } from '../data/notices';
import { send } from '../data/save-state';
import { NoteField } from '../inspector/note-field';
import { TextField } from '../ui/text-field';
import { ExternalIds } from './external-ids';
import { MentionList } from './mention-list';
import { MergeForm } from './merge-form';
import { NamedEventList } from './named-event-list';
import { NamedStanceList } from './named-stance-list';
import { counted } from './reason-words';
import { SplitForm } from './split-form';
import type { EntityNames } from './use-name-index';

interface Props {
  info: ProjectInfo;
  names: EntityNames;
  entity: EntityRow;
  /** Shows another entity instead, for example the one that this was merged into. */
  onShow(id: string): void;
}

/** Everything about one entity: fields, mentions, stances, and what can be done with it. */
export function EntityPage({ info, names, entity, onShow }: Props) {
  const [doing, setDoing] = useState<'merge' | 'split' | null>(null);
  const disabled = info.readOnly;
  const remove = async () => {
    const { unlinked } = await send('entity.remove', { id: entity.id });
    notify(`${entity.name} removed, ${counted(unlinked, 'mention')} unlinked.`, {
      label: 'Undo',
      run: () => attempt(undo),
    });
  };
  return (
    <section className="register-details" aria-label="Entity">
      <header className="pane-head">
        <h2>
          <bdi>{entity.name}</bdi>
        </h2>
        <button
          type="button"
          disabled={disabled}
          aria-pressed={doing === 'merge'}
          onClick={() => setDoing(doing === 'merge' ? null : 'merge')}
        >
          Merge…
        </button>
        <button
          type="button"
          disabled={
            disabled || entity.mentions + entity.stances + entity.events + entity.aliases.length === 0
          }
          aria-pressed={doing === 'split'}
          onClick={() => setDoing(doing === 'split' ? null : 'split')}
        >
          Split…
        </button>
        <button type="button" disabled={disabled} onClick={() => attempt(remove)}>
          Delete
        </button>
      </header>
      {doing === 'merge' && (
        <MergeForm
          info={info}
          names={names}
          entity={entity}
          onDone={(id) => {
            setDoing(null);
            if (id) onShow(id);
          }}
        />
      )}
      {doing === 'split' && (
        <SplitForm
          info={info}
          names={names}
          entity={entity}
          onDone={(id) => {
            setDoing(null);
            if (id) onShow(id);
          }}
        />
      )}
      {doing === null && (
        <>
          <EntityFields info={info} entity={entity} />
          <h3>{counted(entity.mentions, 'mention')}</h3>
          {entity.mentions > 0 && <MentionList entityId={entity.id} />}
          <h3>{counted(entity.stances, 'stance')}</h3>
          {entity.stances > 0 && <NamedStanceList info={info} kind="entity" id={entity.id} />}
          {entity.events > 0 && (
            <>
              <h3>{counted(entity.events, 'event')}</h3>
              <NamedEventList info={info} id={entity.id} />
            </>
          )}
        </>
      )}
    </section>
  );
}

function EntityFields({ info, entity }: { info: ProjectInfo; entity: EntityRow }) {
  const disabled = info.readOnly;
  const update = (patch: Partial<Pick<EntityRow, 'name' | 'typeId' | 'aliases' | 'externalIds'>>) =>
    attempt(() => send('entity.update', { id: entity.id, ...patch }));
  return (
    <div className="entity-fields">
      <TextField
        label="Name"
        value={entity.name}
        disabled={disabled}
        onSave={(name) => name && update({ name })}
      />
      <label className="field">
        <span>Type</span>
        <select
          value={entity.typeId ?? ''}
          disabled={disabled}
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
        disabled={disabled}
        onSave={(typed) => update({ aliases: aliasesFrom(typed) })}
      />
      <ExternalIds
        identifiers={entity.externalIds}
        disabled={disabled}
        onSave={(externalIds) => update({ externalIds })}
      />
      <NoteField
        value={entity.note}
        disabled={disabled}
        onSave={(note) => send('entity.update', { id: entity.id, note })}
        onLeave={() => document.getElementById('entity-list')?.focus()}
      />
    </div>
  );
}

/** Names as typed with a Latin or Arabic semicolon between them. */
export function aliasesFrom(typed: string): string[] {
  return typed
    .split(/[;؛]/)
    .map((name) => name.trim())
    .filter(Boolean);
}
