import type { Filler } from '../../model/event';
import { mayFill } from '../../model/joins';
import type { Ends, EventRule } from '../rule';

export const role: EventRule = {
  id: 'role',
  severity: 'error',
  title: 'Events have the roles of their type',
  over: 'event',
  check({ typeId, roles }, ends) {
    const type = ends.schema.eventTypes.find(({ id }) => id === typeId);
    if (!type) return [`The schema has no event ‘${typeId}’`];
    const filled = roles.flatMap(({ roleId, filler }) => {
      const known = type.roles.find(({ id }) => id === roleId);
      if (!known) return [`${type.name} has no role ‘${roleId}’`];
      const fillerType = typeOf(filler, ends);
      if (mayFill(known, fillerType)) return [];
      const name = ends.schema.entityTypes.find(({ id }) => id === fillerType)?.name ?? fillerType;
      return [`${name} cannot be ${known.name} of ${type.name}`];
    });
    const missing = type.roles
      .filter(
        ({ id, required, retired }) => required && !retired && !roles.some(({ roleId }) => roleId === id),
      )
      .map(({ name }) => `${type.name} needs ${name}`);
    return [...filled, ...missing];
  },
};

/** Null where it is not known. */
function typeOf(filler: Filler, { annotation, entityType }: Ends): string | null {
  if (filler.kind === 'mention') return annotation(filler.id)?.typeId ?? null;
  return entityType(filler.id) ?? null;
}
