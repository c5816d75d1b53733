import type { EntityRow } from '@contract/entities';
import type { ProjectInfo } from '@contract/project';
import { useMemo, useState } from 'react';
import { keyText } from '../data/keymap';
import { typeNamer } from './entity-choices';
import { EntityPage } from './entity-page';
import { counted, reasonWords } from './reason-words';
import { RegisterList } from './register-list';
import type { EntityNames } from './use-name-index';

interface Shown {
  entity: EntityRow;
  /** Why it was found; null where nothing was searched for. */
  why: string | null;
}

type Order = 'mentions' | 'stances' | 'name';

const MOST_FOUND = 500;

function shownRows(names: EntityNames, query: string, typeId: string, order: Order): Shown[] {
  const isWanted = (entity: EntityRow) =>
    typeId === '' || (typeId === 'none' ? entity.typeId === null : entity.typeId === typeId);
  if (query !== '') {
    return names
      .find(query, { typing: true, limit: MOST_FOUND })
      .filter(({ entity }) => isWanted(entity))
      .map(({ entity, match }) => ({
        entity,
        why: reasonWords[match.reason] + (match.matched === entity.name ? '' : `: ${match.matched}`),
      }));
  }
  const rows = names.rows.filter(isWanted);
  if (order !== 'name') rows.sort((a, b) => b[order] - a[order]);
  return rows.map((entity) => ({ entity, why: null }));
}

/** The entities with search, filter and order; beside them everything about the chosen one. */
export function EntityRegister({
  info,
  names,
  takesFocus,
  startId,
}: {
  info: ProjectInfo;
  names: EntityNames;
  takesFocus: boolean;
  startId: string | null;
}) {
  const [query, setQuery] = useState('');
  const [typeId, setTypeId] = useState('');
  const [order, setOrder] = useState<Order>('mentions');
  const [chosenId, setChosenId] = useState(startId);
  const typeName = typeNamer(info.schema.entityTypes);
  const { rows } = names;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `names` answers anew only when its rows are others
  const shown = useMemo(() => shownRows(names, query.trim(), typeId, order), [rows, query, typeId, order]);
  const found = shown.findIndex(({ entity }) => entity.id === chosenId);
  const at = found < 0 ? (shown.length > 0 ? 0 : -1) : found;
  const chosen = shown[at]?.entity;

  return (
    <div className="register">
      <RegisterList
        id="entity-list"
        label="Entities"
        placeholder="Find by name, in any spelling"
        query={query}
        onQuery={setQuery}
        takesFocus={takesFocus}
        count={shown.length}
        at={at}
        onMove={(index) => setChosenId(shown[index]!.entity.id)}
        filters={
          <>
            <select aria-label="Type" value={typeId} onChange={(event) => setTypeId(event.target.value)}>
              <option value="">all types</option>
              {info.schema.entityTypes.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              <option value="none">without a type</option>
            </select>
            <select
              aria-label="Order"
              value={order}
              disabled={query.trim() !== ''}
              onChange={(event) => setOrder(event.target.value as Order)}
            >
              <option value="mentions">most mentions first</option>
              <option value="stances">most stances first</option>
              <option value="name">by name</option>
            </select>
          </>
        }
        empty={
          rows.length === 0
            ? `No entity has been made yet: mark a name and press ${keyText('annotate.entity')}.`
            : 'Nothing matches.'
        }
        render={(index) => {
          const { entity, why } = shown[index]!;
          return (
            <div className={`two-lines ${entity.typeId ? `type-${entity.typeId}` : ''}`}>
              <span className="swatch" aria-hidden />
              <span className="row-quote">
                <bdi>{entity.name}</bdi>
              </span>
              <span className="muted">{counted(entity.mentions, 'mention')}</span>
              <span className="second muted">
                {why ??
                  [typeName(entity.typeId), entity.stances > 0 && counted(entity.stances, 'stance')]
                    .filter(Boolean)
                    .join(' · ')}
              </span>
            </div>
          );
        }}
      />
      {chosen && (
        <EntityPage
          key={chosen.id}
          info={info}
          names={names}
          entity={chosen}
          onShow={(id) => {
            setQuery('');
            setTypeId('');
            setChosenId(id);
          }}
        />
      )}
    </div>
  );
}
