import type { SpanAnnotation } from '../../model/annotation';
import type { DocumentRule } from '../rule';

export const duplicate: DocumentRule = {
  id: 'duplicate',
  severity: 'warning',
  title: 'No span is marked twice with one label',
  over: 'document',
  check({ annotations, schema }) {
    const found: { annotation: SpanAnnotation; message: string }[] = [];
    let start = -1;
    let end = -1;
    let seen = new Set<string>();
    for (const annotation of annotations) {
      const { fragments, layerId, typeId } = annotation;
      const from = fragments[0]!.start;
      const to = fragments.at(-1)!.end;
      if (from !== start || to !== end) {
        start = from;
        end = to;
        seen = new Set();
      }
      const key = `${layerId} ${typeId} ${fragments.map((fragment) => `${fragment.start}-${fragment.end}`)}`;
      if (seen.has(key)) {
        const name = schema.entityTypes.find(({ id }) => id === typeId)?.name ?? typeId;
        found.push({ annotation, message: `The same text is marked as ${name} already` });
      }
      seen.add(key);
    }
    return found;
  },
};
