import type { AttributeValue } from '../../model/annotation';
import type { AttributeType } from '../../model/schema';
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
      return fits(known, value) ? [] : [`‘${String(value)}’ is no value of ${known.name} (${known.kind})`];
    });
  },
};

function fits({ kind, options }: AttributeType, value: typeof AttributeValue._output): boolean {
  switch (kind) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'text':
      return typeof value === 'string';
    case 'choice':
      return options.some(({ id }) => id === value);
  }
}
