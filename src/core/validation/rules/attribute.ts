import { attributeProblem } from '../../model/attributes';
import type { AttributesRule } from '../rule';

export const attribute: AttributesRule = {
  id: 'attribute',
  severity: 'error',
  title: 'Attributes and their values are in the schema',
  over: 'attributes',
  check(type, given) {
    return Object.entries(given).flatMap(([id, value]) => {
      const known = type.attributes.find((candidate) => candidate.id === id);
      if (!known) return [`${type.name} has no attribute ‘${id}’`];
      const problem = attributeProblem(known, value);
      return problem === null ? [] : [`${known.name}: ‘${String(value)}’ ${problem}`];
    });
  },
};
