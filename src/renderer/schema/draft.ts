import { safePalette } from '@core/colour/palette';
import {
  AttributeType,
  DocumentLabelType,
  EntityTypeDefinition,
  EventType,
  RelationType,
  type SchemaDefinition,
  Term,
} from '@core/model/schema';
import { asTree, colourOf } from '@core/model/schema-nesting';
import { itemsOf, partWords, type SchemaItem, type SchemaPart, withItems } from '@core/schema-change/parts';
import { withReferences } from '@core/schema-change/references';

/** An id from a name: its Latin letters and digits; where it has none, the given word. Never one of `taken`. */
export function slugOf(name: string, taken: ReadonlySet<string>, word: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  const slug = plain || word;
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}

function idsOf(schema: SchemaDefinition, part: SchemaPart): Set<string> {
  return new Set(itemsOf(schema, part).map(({ id }) => id));
}

/** The first safe colour that no label of a part has, else the first. */
function freeColour(schema: SchemaDefinition, part: SchemaPart): string {
  const used = new Set(itemsOf(schema, part).map((item) => ('colour' in item ? item.colour : null)));
  return (safePalette.find(({ colour }) => !used.has(colour)) ?? safePalette[0]).colour;
}

/** The ids of a part that a new thing cannot have: those of the draft, and those in force, which annotations may name. */
export function takenIds(base: SchemaDefinition, draft: SchemaDefinition, part: SchemaPart): Set<string> {
  return new Set([...idsOf(base, part), ...idsOf(draft, part)]);
}

const shapes = {
  entityTypes: EntityTypeDefinition,
  polarities: Term,
  expressions: Term,
  modalities: Term,
  relationTypes: RelationType,
  eventTypes: EventType,
  documentLabels: DocumentLabelType,
} satisfies Record<SchemaPart, unknown>;

/** The draft with a new thing at the end of a part, and the thing's id. */
export function addItem(
  base: SchemaDefinition,
  draft: SchemaDefinition,
  part: SchemaPart,
): { schema: SchemaDefinition; id: string } {
  const name = `New ${partWords[part].one}`;
  const id = slugOf(name, takenIds(base, draft, part), 'new');
  const look = part === 'documentLabels' ? { kind: 'boolean' } : { colour: freeColour(draft, part) };
  const made = shapes[part].parse({ id, name, ...look });
  return { schema: withItems(draft, part, [...itemsOf(draft, part), made]), id };
}

/** A new attribute, with an id that none of `others` has. */
export function newAttribute(others: readonly AttributeType[]): AttributeType {
  const id = slugOf('New attribute', new Set(others.map((other) => other.id)), 'new');
  return AttributeType.parse({ id, name: 'New attribute', kind: 'boolean' });
}

export function updateItem(
  schema: SchemaDefinition,
  part: SchemaPart,
  id: string,
  patch: object,
): SchemaDefinition {
  const items = itemsOf(schema, part).map((item) => (item.id === id ? { ...item, ...patch } : item));
  return withItems(schema, part, items);
}

/**
 * Without a thing. Kinds of an entity type that goes become kinds of what is above it, with its
 * colour; where a relation or a role names it, what is above it takes its place.
 */
export function removeItem(schema: SchemaDefinition, part: SchemaPart, id: string): SchemaDefinition {
  const items = itemsOf(schema, part);
  const without = withItems(
    schema,
    part,
    items.filter((item) => item.id !== id),
  );
  if (part !== 'entityTypes') return without;
  const gone = schema.entityTypes.find((type) => type.id === id);
  if (!gone) return schema;
  const colour = colourOf(schema.entityTypes, gone);
  const entityTypes = without.entityTypes.map((type) =>
    type.parent === id ? { ...type, parent: gone.parent, colour: type.colour ?? colour } : type,
  );
  const instead = gone.parent;
  return withReferences({ ...without, entityTypes }, (ids) => [
    ...new Set(ids.flatMap((other) => (other !== id ? [other] : instead === null ? [] : [instead]))),
  ]);
}

/** With another id for a thing, wherever it is named. Only for what is not in force yet. */
export function renameId(
  schema: SchemaDefinition,
  part: SchemaPart,
  from: string,
  to: string,
): SchemaDefinition {
  const renamed = updateItem(schema, part, from, { id: to });
  if (part !== 'entityTypes') return renamed;
  const entityTypes = renamed.entityTypes.map((type) =>
    type.parent === from ? { ...type, parent: to } : type,
  );
  return withReferences({ ...renamed, entityTypes }, (ids) => ids.map((id) => (id === from ? to : id)));
}

/** Those that a thing can change places with: in the tree of entity types, the kinds of one parent. */
function siblings(schema: SchemaDefinition, part: SchemaPart, id: string): SchemaItem[] {
  const items = itemsOf(schema, part);
  if (part !== 'entityTypes') return items;
  const parent = schema.entityTypes.find((type) => type.id === id)?.parent ?? null;
  return (items as EntityTypeDefinition[]).filter((type) => type.parent === parent);
}

/** With a thing one place up (-1) or down (1) among its siblings; the same at the ends. */
export function moveItem(
  schema: SchemaDefinition,
  part: SchemaPart,
  id: string,
  by: 1 | -1,
): SchemaDefinition {
  const among = siblings(schema, part, id);
  const other = among[among.findIndex((item) => item.id === id) + by];
  return other ? dropItem(schema, part, id, other.id, by === 1 ? 'after' : 'before') : schema;
}

/** With a thing put before or after another, as its sibling. An entity type cannot go below itself. */
export function dropItem(
  schema: SchemaDefinition,
  part: SchemaPart,
  id: string,
  goal: string,
  side: 'before' | 'after',
): SchemaDefinition {
  const items = itemsOf(schema, part);
  const moved = items.find((item) => item.id === id);
  const target = items.find((item) => item.id === goal);
  if (!moved || !target || id === goal) return schema;
  if (part === 'entityTypes') {
    const { parent } = target as EntityTypeDefinition;
    const nested = nestUnder(schema, id, parent);
    if (!nested) return schema;
    schema = nested;
  }
  const rest = itemsOf(schema, part).filter((item) => item.id !== id);
  const at = rest.findIndex((item) => item.id === goal) + (side === 'after' ? 1 : 0);
  const again = itemsOf(schema, part).find((item) => item.id === id)!;
  return withItems(schema, part, [...rest.slice(0, at), again, ...rest.slice(at)]);
}

/** With an entity type as a kind of another, or of none; null where it would be its own ancestor. */
export function nestUnder(
  schema: SchemaDefinition,
  id: string,
  parent: string | null,
): SchemaDefinition | null {
  const type = schema.entityTypes.find((candidate) => candidate.id === id);
  if (!type) return null;
  let above = parent;
  for (const _ of schema.entityTypes) {
    if (above === id) return null;
    above = schema.entityTypes.find((candidate) => candidate.id === above)?.parent ?? null;
  }
  const colour = parent === null ? (type.colour ?? colourOf(schema.entityTypes, type)) : type.colour;
  return updateItem(schema, 'entityTypes', id, { parent, colour });
}

/** One step into the tree, under the sibling before, or one step out. */
export function indentItem(schema: SchemaDefinition, id: string, inward: boolean): SchemaDefinition {
  const type = schema.entityTypes.find((candidate) => candidate.id === id);
  if (!type) return schema;
  if (inward) {
    const among = siblings(schema, 'entityTypes', id);
    const before = among[among.findIndex((item) => item.id === id) - 1];
    return before ? (nestUnder(schema, id, before.id) ?? schema) : schema;
  }
  const parent = schema.entityTypes.find((candidate) => candidate.id === type.parent);
  return parent ? (nestUnder(schema, id, parent.parent) ?? schema) : schema;
}

/** The things of a part in the order in which they are listed, with their depth in the tree. */
export function listed(schema: SchemaDefinition, part: SchemaPart): { item: SchemaItem; depth: number }[] {
  if (part === 'entityTypes')
    return asTree(schema.entityTypes).map(({ type, depth }) => ({ item: type, depth }));
  return itemsOf(schema, part).map((item) => ({ item, depth: 0 }));
}
