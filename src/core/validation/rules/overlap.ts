import type { SpanAnnotation } from '../../model/annotation';
import { displayQuote } from '../../model/fragment';
import { overlapConflicts } from '../../model/overlap';
import type { DocumentRule } from '../rule';

const QUOTED = 60;

export const overlap: DocumentRule = {
  id: 'overlap',
  severity: 'error',
  title: 'Spans that may not overlap do not',
  over: 'document',
  check({ annotations, schema, text }) {
    if (schema.entityTypes.every((type) => type.overlap === 'any')) return [];
    const nameOf = (id: string) => schema.entityTypes.find((type) => type.id === id)?.name ?? id;
    const told = new Set<string>();
    const found: { annotation: SpanAnnotation; message: string }[] = [];
    for (const { annotation, other } of overlapConflicts(annotations, schema.entityTypes)) {
      if (told.has(`${other.id} ${annotation.id}`)) continue;
      told.add(`${annotation.id} ${other.id}`);
      const quote = displayQuote(text, other.fragments).slice(0, QUOTED);
      const message = `${nameOf(annotation.typeId)} may not overlap ${nameOf(other.typeId)} “${quote}”`;
      found.push({ annotation, message });
    }
    return found;
  },
};
