import type { AnnotationRule } from '../rule';

export const unknownLabel: AnnotationRule = {
  id: 'unknown-label',
  severity: 'error',
  title: 'Labels are in the schema',
  over: 'annotation',
  check: ({ typeId }, { schema }) =>
    schema.entityTypes.some(({ id }) => id === typeId) ? [] : [`The schema has no label ‘${typeId}’`],
};
