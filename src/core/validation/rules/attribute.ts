import { attributeProblem } from '../../model/attributes';
import type { AnnotationRule } from '../rule';

export const attribute: AnnotationRule = {
  id: 'attribute',
  severity: 'error',
  title: 'Attributes and their values are in the schema',
  over: 'annotation',
  check({ typeId, attributes }, { schema }) {
    const type = schema.entityTypes.find(({ id }) => id === typeId);
    if (!type) return [];
    return Object.entries(attributes).flatMap(([id, value]) => {
      const known = type.attributes.find((candidate) => candidate.id === id);
      if (!known) return [`${type.name} has no attribute ‘${id}’`];
      const problem = attributeProblem(known, value);
      return problem === null ? [] : [`${known.name}: ‘${String(value)}’ ${problem}`];
    });
  },
};
