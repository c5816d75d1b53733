import type { DocumentRule } from '../rule';

export const entityType: DocumentRule = {
  id: 'entity-type',
  severity: 'warning',
  title: 'Mentions have the label of their entity',
  over: 'document',
  check({ annotations, schema, entityType: typeOf }) {
    const names = new Map(schema.entityTypes.map(({ id, name }) => [id, name]));
    return annotations.flatMap((annotation) => {
      const type = annotation.entityId === null ? null : typeOf(annotation.entityId);
      if (!type || type === annotation.typeId) return [];
      const own = names.get(annotation.typeId) ?? annotation.typeId;
      return [{ annotation, message: `Marked as ${own}, but its entity is a ${names.get(type) ?? type}` }];
    });
  },
};
