import type { AttributesRule } from '../rule';

export const missingAttribute: AttributesRule = {
  id: 'missing-attribute',
  severity: 'error',
  title: 'Required attributes are filled in',
  over: 'attributes',
  check(type, given) {
    return type.attributes
      .filter(
        ({ id, required, retired }) => required && !retired && (given[id] === undefined || given[id] === ''),
      )
      .map(({ name }) => `${type.name} needs ${name}`);
  },
};
