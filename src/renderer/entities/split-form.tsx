import type { EntityRow } from '@contract/entities';
import type { ProjectInfo } from '@contract/project';
import { useState } from 'react';
import { undo } from '../actions/undo';
import { attempt, notify } from '../data/notices';
import { send } from '../data/save-state';
import { Picker } from '../pickers/picker';
import { type EntityChoice, entityChoices, typeNamer } from './entity-choices';
import { MentionList } from './mention-list';
import { NamedEventList } from './named-event-list';
import { NamedStanceList } from './named-stance-list';
import { movedWords } from './reason-words';
import type { EntityNames } from './use-name-index';

interface Props {
  info: ProjectInfo;
  names: EntityNames;
  entity: EntityRow;
  /** With the id of the entity that something went to, or null when nothing was done. */
  onDone(id: string | null): void;
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Chooses which mentions, stances and names of an entity are another's, then whose. */
export function SplitForm({ info, names, entity, onDone }: Props) {
  const [mentions, setMentions] = useState<ReadonlySet<string>>(new Set());
  const [stances, setStances] = useState<ReadonlySet<string>>(new Set());
  const [events, setEvents] = useState<ReadonlySet<string>>(new Set());
  const [aliases, setAliases] = useState<ReadonlySet<string>>(new Set());
  const nothing = mentions.size + stances.size + events.size + aliases.size === 0;
  const split = async ({ target, named }: EntityChoice) => {
    const done = await send('entity.split', {
      id: entity.id,
      to: target,
      annotationIds: [...mentions],
      stanceIds: [...stances],
      eventIds: [...events],
      aliases: [...aliases],
    });
    notify(`${movedWords(done)} went to ${named}.`, {
      label: 'Undo',
      run: () => attempt(undo),
    });
    onDone(done.entity.id);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the form wherever the keyboard is in it
    <div
      className="do-form"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone(null);
      }}
    >
      <p>
        Choose what is not <strong dir="auto">{entity.name}</strong> but somebody or something else.{' '}
        <span className="muted">Space chooses; what is colleagues’ stays.</span>
      </p>
      {entity.mentions > 0 && (
        <>
          <h3>
            Mentions <span className="muted">{mentions.size} chosen</span>
          </h3>
          <MentionList
            entityId={entity.id}
            chosen={{ ids: mentions, toggle: (id) => setMentions(toggled(mentions, id)) }}
          />
        </>
      )}
      {entity.stances > 0 && (
        <>
          <h3>
            Stances <span className="muted">{stances.size} chosen</span>
          </h3>
          <NamedStanceList
            info={info}
            kind="entity"
            id={entity.id}
            chosen={{ ids: stances, toggle: (id) => setStances(toggled(stances, id)) }}
          />
        </>
      )}
      {entity.events > 0 && (
        <>
          <h3>
            Events <span className="muted">{events.size} chosen</span>
          </h3>
          <NamedEventList
            info={info}
            id={entity.id}
            chosen={{ ids: events, toggle: (id) => setEvents(toggled(events, id)) }}
          />
        </>
      )}
      {entity.aliases.length > 0 && (
        <fieldset className="group">
          <legend>Names that go</legend>
          {entity.aliases.map((alias) => (
            <label key={alias} className="field inline">
              <input
                type="checkbox"
                checked={aliases.has(alias)}
                onChange={() => setAliases(toggled(aliases, alias))}
              />
              <span dir="auto">{alias}</span>
            </label>
          ))}
        </fieldset>
      )}
      <h3>They go to</h3>
      {nothing ? (
        <p className="muted">Choose something first.</p>
      ) : (
        <Picker<EntityChoice>
          label="Split off to"
          placeholder="Name of the other entity, new or not"
          find={(typed) =>
            entityChoices(names, typed, {
              typeId: entity.typeId,
              typeName: typeNamer(info.schema.entityTypes),
              without: [entity.id],
            })
          }
          onPick={(choice) => attempt(() => split(choice))}
          onSkip={() => notify('Type a name, or choose one with the arrows.')}
          autoFocus={false}
        />
      )}
      <p className="button-row">
        <button type="button" onClick={() => onDone(null)}>
          Cancel
        </button>
      </p>
    </div>
  );
}
