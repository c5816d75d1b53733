import type { EventType, RelationType } from './schema';

/** May a relation of this type go from one entity type to another? Empty lists allow any. */
export function mayJoin(
  { from, to, symmetric }: Pick<RelationType, 'from' | 'to' | 'symmetric'>,
  fromType: string,
  toType: string,
): boolean {
  const allows = (list: readonly string[], id: string) => list.length === 0 || list.includes(id);
  const straight = allows(from, fromType) && allows(to, toType);
  return straight || (symmetric && allows(from, toType) && allows(to, fromType));
}

/** May something of an entity type fill a role? Null: its type is not known, which no list rules out. */
export function mayFill(role: Pick<EventType['roles'][number], 'types'>, typeId: string | null): boolean {
  return typeId === null || role.types.length === 0 || role.types.includes(typeId);
}
