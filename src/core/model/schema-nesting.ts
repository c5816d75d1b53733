import type { AttributeType, EntityType, EntityTypeDefinition, Schema, SchemaDefinition } from './schema';

const NO_COLOUR = '#5b6770';

/** The types above one, nearest first; ends where a circle would begin. */
export function ancestors<Type extends EntityTypeDefinition>(types: readonly Type[], id: string): Type[] {
  const byId = new Map(types.map((type) => [type.id, type]));
  const seen = new Set([id]);
  const above: Type[] = [];
  let parent = byId.get(id)?.parent ?? null;
  while (parent !== null && !seen.has(parent)) {
    seen.add(parent);
    const type = byId.get(parent);
    if (!type) break;
    above.push(type);
    parent = type.parent;
  }
  return above;
}

/** The colour of a type: its own, or the nearest one above it. */
export function colourOf(types: readonly EntityTypeDefinition[], type: EntityTypeDefinition): string {
  if (type.colour !== null) return type.colour;
  return ancestors(types, type.id).find(({ colour }) => colour !== null)?.colour ?? NO_COLOUR;
}

/** The attributes that a type has from above, the uppermost type's first, without those that it defines anew. */
export function inheritedAttributes(
  types: readonly EntityTypeDefinition[],
  type: EntityTypeDefinition,
): AttributeType[] {
  const found = new Map<string, AttributeType>();
  for (const above of ancestors(types, type.id).reverse()) {
    for (const attribute of above.attributes) found.set(attribute.id, attribute);
  }
  for (const { id } of type.attributes) found.delete(id);
  return [...found.values()];
}

/**
 * The schema as it is in force: every type with the colour and the attributes that it has from above,
 * and relations and roles that allow a type allowing its kinds by name.
 */
export function inForce(definition: SchemaDefinition): Schema {
  const types = definition.entityTypes;
  return {
    ...definition,
    entityTypes: types.map(
      (type): EntityType => ({
        ...type,
        colour: colourOf(types, type),
        attributes: [...inheritedAttributes(types, type), ...type.attributes],
      }),
    ),
    relationTypes: definition.relationTypes.map((type) => ({
      ...type,
      from: withKinds(types, type.from),
      to: withKinds(types, type.to),
    })),
    eventTypes: definition.eventTypes.map((type) => ({
      ...type,
      roles: type.roles.map((role) => ({ ...role, types: withKinds(types, role.types) })),
    })),
  };
}

/** The types named and all their kinds; none for none, since an empty list allows every type. */
function withKinds(types: readonly EntityTypeDefinition[], ids: readonly string[]): string[] {
  const kinds = types.filter(
    ({ id }) => !ids.includes(id) && ancestors(types, id).some((above) => ids.includes(above.id)),
  );
  return [...ids, ...kinds.map(({ id }) => id)];
}

export interface Nested<Type> {
  type: Type;
  /** 0 for a type without a parent. */
  depth: number;
}

/** Types in the order of a tree: each before its kinds, otherwise in the schema's order. */
export function asTree<Type extends EntityTypeDefinition>(types: readonly Type[]): Nested<Type>[] {
  const known = new Set(types.map(({ id }) => id));
  const placed = new Set<string>();
  const list: Nested<Type>[] = [];
  const place = (type: Type, depth: number) => {
    if (placed.has(type.id)) return;
    placed.add(type.id);
    list.push({ type, depth });
    for (const child of types) if (child.parent === type.id) place(child, depth + 1);
  };
  for (const type of types) if (type.parent === null || !known.has(type.parent)) place(type, 0);
  for (const type of types) place(type, 0);
  return list;
}
