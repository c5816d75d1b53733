import type {
  AttributeType,
  EntityTypeDefinition,
  EventType,
  RelationType,
  SchemaDefinition,
} from '../model/schema';
import { ancestors, inForce } from '../model/schema-nesting';
import type { AttributeFate, FieldFate, RoleFate, SchemaMapping, TermFate } from './mapping';
import { itemsOf, partWords, type SchemaItem, type SchemaPart, schemaParts, withItems } from './parts';

/** The new schema with everything in it that the mapping retires. */
export function completeDefinition(
  before: SchemaDefinition,
  wanted: SchemaDefinition,
  mapping: SchemaMapping,
): SchemaDefinition {
  let definition = structuredClone(wanted);
  for (const part of schemaParts) {
    const fates: [string, TermFate | FieldFate][] = Object.entries(mapping[part]);
    for (const [id, fate] of fates) {
      if (fate.do !== 'retire') continue;
      const items = itemsOf(definition, part);
      const kept = items.some((item) => item.id === id)
        ? items.map((item) => (item.id === id ? { ...item, retired: true } : item))
        : [...items, retiredTerm(before, definition, part, id)].filter((item) => item !== null);
      definition = withItems(definition, part, kept);
    }
  }
  for (const fate of mapping.attributes)
    if (fate.do === 'retire') retireAttribute(before, definition, mapping, fate);
  for (const fate of mapping.roles) if (fate.do === 'retire') retireRole(before, definition, mapping, fate);
  return definition;
}

function retiredTerm(
  before: SchemaDefinition,
  after: SchemaDefinition,
  part: SchemaPart,
  id: string,
): SchemaItem | null {
  const found = itemsOf(before, part).find((item) => item.id === id);
  if (!found) return null;
  const term = { ...found, retired: true };
  const known = new Set(after.entityTypes.map((type) => type.id));
  const within = (ids: readonly string[]) => ids.filter((type) => known.has(type));
  if (part === 'entityTypes') {
    const { parent } = found as EntityTypeDefinition;
    if (parent === null || known.has(parent)) return term;
    const whole = inForce(before).entityTypes.find((type) => type.id === id)!;
    return { ...whole, parent: null, retired: true } as SchemaItem;
  }
  if (part === 'relationTypes') {
    const { from, to } = found as RelationType;
    return { ...term, from: within(from), to: within(to) } as SchemaItem;
  }
  if (part === 'eventTypes') {
    const roles = (found as EventType).roles.map((role) => ({ ...role, types: within(role.types) }));
    return { ...term, roles } as SchemaItem;
  }
  return term;
}

type WithAttributes = { id: string; attributes: AttributeType[] };

function hasAttributes(item: object): item is WithAttributes {
  return 'attributes' in item;
}

/** Puts an attribute, or the choices of it that are gone, back into the types that take the annotations over. */
function retireAttribute(
  before: SchemaDefinition,
  after: SchemaDefinition,
  mapping: SchemaMapping,
  { part, type, attribute }: AttributeFate,
): void {
  const old = (part === 'entityTypes' ? inForce(before).entityTypes : itemsOf(before, part)) as SchemaItem[];
  for (const item of old) {
    if ((type !== null && item.id !== type) || !hasAttributes(item)) continue;
    const had = item.attributes.find(({ id }) => id === attribute);
    if (!had) continue;
    const fate = mapping[part][item.id];
    const goal = fate?.do === 'merge' ? fate.into : item.id;
    const definer = definingType(after, part, goal, attribute);
    if (!definer) continue;
    const there = definer.attributes.find(({ id }) => id === attribute);
    if (!there) definer.attributes.push({ ...had, retired: true, required: false, default: null });
    else if (there.kind === 'choice' && had.kind === 'choice') {
      const known = new Set(there.options.map(({ id }) => id));
      const gone = had.options.filter(({ id }) => !known.has(id));
      there.options.push(...gone.map((option) => ({ ...option, retired: true })));
    }
  }
}

/** Puts a role back into the event type that takes the events over. */
function retireRole(
  before: SchemaDefinition,
  after: SchemaDefinition,
  mapping: SchemaMapping,
  { type, role }: RoleFate,
): void {
  const had = before.eventTypes.find(({ id }) => id === type)?.roles.find(({ id }) => id === role);
  const fate = mapping.eventTypes[type];
  const goal = after.eventTypes.find(({ id }) => id === (fate?.do === 'merge' ? fate.into : type));
  if (!had || !goal || goal.roles.some(({ id }) => id === role)) return;
  const known = new Set(after.entityTypes.map(({ id }) => id));
  const types = had.types.filter((id) => known.has(id));
  goal.roles.push({ ...had, types, required: false, retired: true });
}

/** The type that defines an attribute for another: itself or one above it; itself where none does. */
function definingType(
  schema: SchemaDefinition,
  part: AttributeFate['part'],
  id: string,
  attribute: string,
): WithAttributes | null {
  const own = itemsOf(schema, part).find((item) => item.id === id);
  if (!own || !hasAttributes(own)) return null;
  if (part !== 'entityTypes') return own;
  const chain = [own, ...ancestors(schema.entityTypes, id)];
  return chain.find((type) => type.attributes.some((candidate) => candidate.id === attribute)) ?? own;
}

/** What a mapping says that cannot be done, in words. */
export function mappingProblems(
  before: SchemaDefinition,
  after: SchemaDefinition,
  mapping: SchemaMapping,
): string[] {
  const problems: string[] = [];
  for (const part of schemaParts) {
    const { one } = partWords[part];
    const old = new Set(itemsOf(before, part).map(({ id }) => id));
    const now = new Set(itemsOf(after, part).map(({ id }) => id));
    const fates: [string, TermFate | FieldFate][] = Object.entries(mapping[part]);
    for (const [id, fate] of fates) {
      if (!old.has(id)) problems.push(`the mapping names the ${one} '${id}', which the schema never had`);
      if (fate.do !== 'merge') continue;
      if (fate.into === id) problems.push(`the ${one} '${id}' cannot be merged into itself`);
      else if (!now.has(fate.into))
        problems.push(
          `the ${one} '${id}' is to be merged into '${fate.into}', which the new schema does not have`,
        );
    }
  }
  return problems;
}
