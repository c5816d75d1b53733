import { mayJoin } from '../../model/joins';
import type { RelationRule } from '../rule';

export const join: RelationRule = {
  id: 'join',
  severity: 'error',
  title: 'Relations join what they may',
  over: 'relation',
  check({ typeId, fromId, toId }, { schema, annotation }) {
    const type = schema.relationTypes.find(({ id }) => id === typeId);
    if (!type) return [`The schema has no relation ‘${typeId}’`];
    const from = annotation(fromId);
    const to = annotation(toId);
    if (!from || !to || mayJoin(type, from.typeId, to.typeId)) return [];
    const nameOf = (id: string) => schema.entityTypes.find((one) => one.id === id)?.name ?? id;
    return [`${type.name} may not go from ${nameOf(from.typeId)} to ${nameOf(to.typeId)}`];
  },
};
