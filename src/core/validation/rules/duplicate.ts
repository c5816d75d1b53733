import type { SpanAnnotation } from '../../model/annotation';
import type { DocumentRule } from '../rule';

export const duplicate: DocumentRule = {
  id: 'duplicate',
  severity: 'warning',
  title: 'No span is marked twice with one label',
  over: 'document',
  check({ annotations, schema }) {
    const found: { annotation: SpanAnnotation; message: string }[] = [];
    // In text order those with the same first and last offset follow each other.
    let group: SpanAnnotation[] = [];
    for (const annotation of annotations) {
      if (group[0] && !sameEnds(group[0], annotation)) group = [];
      if (group.some((other) => isTwin(other, annotation))) {
        const { typeId } = annotation;
        const name = schema.entityTypes.find(({ id }) => id === typeId)?.name ?? typeId;
        found.push({ annotation, message: `The same text is marked as ${name} already` });
      }
      group.push(annotation);
    }
    return found;
  },
};

function sameEnds({ fragments: a }: SpanAnnotation, { fragments: b }: SpanAnnotation): boolean {
  return a[0]!.start === b[0]!.start && a.at(-1)!.end === b.at(-1)!.end;
}

function isTwin(a: SpanAnnotation, b: SpanAnnotation): boolean {
  return (
    a.layerId === b.layerId &&
    a.typeId === b.typeId &&
    a.fragments.length === b.fragments.length &&
    a.fragments.every(
      ({ start, end }, at) => start === b.fragments[at]!.start && end === b.fragments[at]!.end,
    )
  );
}
