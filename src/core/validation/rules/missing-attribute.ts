import type { AnnotationRule } from '../rule';

export const missingAttribute: AnnotationRule = {
  id: 'missing-attribute',
  severity: 'error',
  title: 'Required attributes are filled in',
  over: 'annotation',
  check({ typeId, attributes }, { schema }) {
    const type = schema.entityTypes.find(({ id }) => id === typeId);
    return (type?.attributes ?? [])
      .filter(({ id, required }) => required && (attributes[id] === undefined || attributes[id] === ''))
      .map(({ name }) => `${type!.name} needs ${name}`);
  },
};
