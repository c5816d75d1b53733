import type { EntityRow } from '@contract/entities';
import type { Output } from '@contract/index';
import type { ProjectInfo } from '@contract/project';
import { useEffect, useRef, useState } from 'react';
import { undo } from '../actions/undo';
import { attempt, notify } from '../data/notices';
import { useAnswer } from '../data/queries';
import { send } from '../data/save-state';
import { Picker } from '../pickers/picker';
import { type EntityChoice, entityChoices, typeNamer } from './entity-choices';
import { counted, movedWords } from './reason-words';
import type { EntityNames } from './use-name-index';

interface Props {
  info: ProjectInfo;
  names: EntityNames;
  /** The one that stays. */
  entity: EntityRow;
  /** The one that becomes part of it, where that is known. */
  otherId?: string;
  /** With the id of the merged entity, or null when nothing was done. */
  onDone(id: string | null): void;
}

/** Chooses what becomes part of an entity, shows what comes of it, and merges: one step, one undo. */
export function MergeForm({ info, names, entity, otherId, onDone }: Props) {
  const [chosenId, setChosenId] = useState(otherId ?? null);
  const other = chosenId ? names.byId.get(chosenId) : undefined;
  const typeName = typeNamer(info.schema.entityTypes);
  if (!other) {
    return (
      <div className="do-form">
        <p>
          What else is <strong dir="auto">{entity.name}</strong>?
        </p>
        <Picker<EntityChoice>
          label="Merge with"
          placeholder="Name of the other entity"
          initial={entity.name}
          find={(typed) =>
            entityChoices(names, typed, {
              typeId: entity.typeId,
              typeName,
              offerNew: false,
              without: [entity.id],
            })
          }
          onPick={({ id }) => setChosenId(id)}
          onCancel={() => onDone(null)}
        />
      </div>
    );
  }
  return <Preview info={info} one={entity} other={other} isGiven={otherId !== undefined} onDone={onDone} />;
}

function Preview({
  info,
  one,
  other,
  isGiven,
  onDone,
}: {
  info: ProjectInfo;
  one: EntityRow;
  other: EntityRow;
  /** The two stand in a list that has the keyboard; then it stays there. */
  isGiven: boolean;
  onDone(id: string | null): void;
}) {
  const [name, setName] = useState(one.name);
  const preview = useAnswer('entity.mergePreview', { id: one.id, from: [other.id], name });
  const submit = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isGiven) submit.current?.focus();
  }, [isGiven]);
  const merge = async () => {
    const done = await send('entity.merge', { id: one.id, from: [other.id], name });
    notify(`Merged: ${movedWords(done)} went over to ${name}.`, {
      label: 'Undo',
      run: () => attempt(undo),
    });
    onDone(one.id);
  };
  return (
    <form
      className="do-form"
      aria-label="Merge"
      onSubmit={(event) => {
        event.preventDefault();
        attempt(merge);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isGiven) return;
        event.stopPropagation();
        onDone(null);
      }}
    >
      <fieldset className="group">
        <legend>Name that stays</legend>
        {[...new Set([one.name, other.name])].map((choice) => (
          <label key={choice} className="field inline">
            <input
              type="radio"
              name="merged-name"
              checked={name === choice}
              onChange={() => setName(choice)}
            />
            <span dir="auto">{choice}</span>
          </label>
        ))}
      </fieldset>
      {preview && <Outcome info={info} preview={preview} />}
      <p className="button-row">
        <button ref={submit} type="submit" className="primary" disabled={info.readOnly}>
          Merge
        </button>
        {!isGiven && (
          <button type="button" onClick={() => onDone(null)}>
            Cancel
          </button>
        )}
      </p>
    </form>
  );
}

function Outcome({ info, preview }: { info: ProjectInfo; preview: Output<'entity.mergePreview'> }) {
  const { entity, touched, differences, towardThemselves } = preview;
  const typeName = typeNamer(info.schema.entityTypes);
  const others = touched.filter(({ annotatorName }) => annotatorName !== info.annotator.name);
  return (
    <>
      <dl className="facts">
        <dt>Type</dt>
        <dd>{typeName(entity.typeId)}</dd>
        <dt>Also called</dt>
        <dd dir="auto">{entity.aliases.join('; ') || '–'}</dd>
        <dt>Identifiers</dt>
        <dd>{entity.externalIds.map(({ scheme, value }) => `${scheme} ${value}`).join(', ') || '–'}</dd>
        <dt>Note</dt>
        <dd dir="auto">{entity.note || '–'}</dd>
        <dt>Moves</dt>
        <dd>
          {touched
            .map(
              ({ annotatorName, ...counts }) =>
                `${movedWords(counts)} of ${annotatorName ?? 'the gold layers'}`,
            )
            .join('; ') || 'nothing'}
        </dd>
      </dl>
      {others.length > 0 && (
        <p className="muted">Colleagues’ mentions move too: the register is the project’s.</p>
      )}
      {(differences.length > 0 || towardThemselves > 0) && (
        <ul className="plain-list warnings" role="alert">
          {differences.map(({ field, scheme, values }) => (
            <li key={`${field} ${scheme}`}>
              {field === 'type'
                ? `They are of different types: ${values.map(typeName).join(', ')}.`
                : `They have different ${scheme} identifiers: ${values.join(', ')}.`}
            </li>
          ))}
          {towardThemselves > 0 && (
            <li>In {counted(towardThemselves, 'stance')} holder and target would be the same entity.</li>
          )}
        </ul>
      )}
    </>
  );
}
