import type { EventType, RelationType, SchemaDefinition } from '../model/schema';

/** A list of entity types that relations and roles ask for; empty means: any. */
interface Asked {
  ids: readonly string[];
  /** Of what, as the subject of a sentence that goes on with “anything”. */
  words: string;
}

/** Every list of entity types that relations and roles name, changed. */
export function withReferences(
  schema: SchemaDefinition,
  change: (ids: readonly string[], place: string) => string[],
): SchemaDefinition {
  return {
    ...schema,
    relationTypes: schema.relationTypes.map(
      (type): RelationType => ({
        ...type,
        from: change(type.from, `${type.id} from`),
        to: change(type.to, `${type.id} to`),
      }),
    ),
    eventTypes: schema.eventTypes.map(
      (type): EventType => ({
        ...type,
        roles: type.roles.map((role) => ({
          ...role,
          types: change(role.types, `${type.id} role ${role.id}`),
        })),
      }),
    ),
  };
}

function asked({ relationTypes, eventTypes }: SchemaDefinition): Map<string, Asked> {
  const lists = new Map<string, Asked>();
  for (const { id, name, from, to, retired } of relationTypes) {
    if (retired) continue;
    lists.set(`${id} from`, { ids: from, words: `The relation ‘${name}’ may now begin at` });
    lists.set(`${id} to`, { ids: to, words: `The relation ‘${name}’ may now end at` });
  }
  for (const type of eventTypes) {
    for (const { id, name, types, retired } of type.roles)
      if (!retired && !type.retired)
        lists.set(`${type.id} role ${id}`, {
          ids: types,
          words: `The role ‘${name}’ of ‘${type.name}’ may now be filled by`,
        });
  }
  return lists;
}

/** What a change opens to every label because the only ones that were asked for are gone, a sentence each. */
export function openedToAll(before: SchemaDefinition, after: SchemaDefinition): string[] {
  const had = asked(before);
  const types = new Set(after.entityTypes.map(({ id }) => id));
  return [...asked(after)].flatMap(([place, { ids, words }]) => {
    const gone = had.get(place)?.ids ?? [];
    if (ids.length > 0 || gone.length === 0 || gone.some((id) => types.has(id))) return [];
    const names = before.entityTypes.filter(({ id }) => gone.includes(id)).map(({ name }) => `‘${name}’`);
    return [`${words} anything, since ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} gone.`];
  });
}

/**
 * The schema in which what took over for a removed entity type is named where that type was.
 * @param successors ids of removed types, with the types that take their place
 */
export function withSuccessors(
  before: SchemaDefinition,
  after: SchemaDefinition,
  successors: ReadonlyMap<string, string>,
): SchemaDefinition {
  const had = asked(before);
  return withReferences(after, (ids, place) => {
    const heirs = (had.get(place)?.ids ?? []).flatMap((id) =>
      ids.includes(id) ? [] : (successors.get(id) ?? []),
    );
    return [...new Set([...ids, ...heirs])];
  });
}
