import type { RecordKind, Records } from '../journal/records';
import type { SchemaDefinition } from '../model/schema';
import { ancestors } from '../model/schema-nesting';
import { itemsOf, type SchemaItem, type SchemaPart, withItems } from './parts';

/** A term of a schema, by its part and its id. */
export interface TermRef {
  part: SchemaPart;
  id: string;
}

/** The terms that a record has, each once; none for records that have no terms. */
export function termsOf<Kind extends RecordKind>(kind: Kind, record: Records[Kind]): TermRef[] {
  const term = (part: SchemaPart, id: string | null): TermRef[] => (id === null ? [] : [{ part, id }]);
  switch (kind) {
    case 'annotation':
      return term('entityTypes', (record as Records['annotation']).typeId);
    case 'entity':
      return term('entityTypes', (record as Records['entity']).typeId);
    case 'relation':
      return term('relationTypes', (record as Records['relation']).typeId);
    case 'event':
      return term('eventTypes', (record as Records['event']).typeId);
    case 'stance': {
      const { polarity, expression, modality } = record as Records['stance'];
      return [
        ...term('polarities', polarity),
        ...term('expressions', expression),
        ...term('modalities', modality),
      ];
    }
    case 'appraisal':
      return Object.keys((record as Records['appraisal']).labels).flatMap((id) => term('documentLabels', id));
    default:
      return [];
  }
}

/**
 * A schema with terms of another one added: entity types with those above them that it lacks too. A key
 * that has been given stays with whom it has; relations and roles name only types that are there then.
 */
export function adoptTerms(
  here: SchemaDefinition,
  theirs: SchemaDefinition,
  wanted: readonly TermRef[],
): SchemaDefinition {
  let adopted = here;
  for (const { part, id } of withAncestors(theirs, wanted)) {
    const items = itemsOf(adopted, part);
    const item = itemsOf(theirs, part).find((one) => one.id === id);
    if (!item || items.some((one) => one.id === id)) continue;
    adopted = withItems(adopted, part, [...items, withFreeKey(items, item)]);
  }
  const types = new Set(adopted.entityTypes.map(({ id }) => id));
  const known = (ids: readonly string[]) => ids.filter((id) => types.has(id));
  const lacks = (ids: readonly string[]) => ids.some((id) => !types.has(id));
  return {
    ...adopted,
    relationTypes: adopted.relationTypes.map((type) =>
      lacks([...type.from, ...type.to]) ? { ...type, from: known(type.from), to: known(type.to) } : type,
    ),
    eventTypes: adopted.eventTypes.map((type) =>
      type.roles.some((role) => lacks(role.types))
        ? { ...type, roles: type.roles.map((role) => ({ ...role, types: known(role.types) })) }
        : type,
    ),
  };
}

/** Types that others are kinds of come before them. */
function withAncestors(schema: SchemaDefinition, wanted: readonly TermRef[]): TermRef[] {
  return wanted.flatMap((term) =>
    term.part === 'entityTypes'
      ? [...ancestors(schema.entityTypes, term.id).reverse(), { id: term.id }].map(({ id }) => ({
          part: term.part,
          id,
        }))
      : [term],
  );
}

function withFreeKey(items: readonly SchemaItem[], item: SchemaItem): SchemaItem {
  if (!('key' in item) || item.key === null) return item;
  return items.some((one) => 'key' in one && one.key === item.key)
    ? ({ ...item, key: null } as SchemaItem)
    : item;
}
