import type { SpanAnnotation } from '../../model/annotation';
import { type Fragment, hull } from '../../model/fragment';
import type { EntityType } from '../../model/schema';
import type { DocumentRule, Subject } from '../rule';

/** Which other spans of its layer a span may overlap: any, those of other types only, or none. */
type Overlap = 'any' | 'other-types' | 'none';

function overlapOf(type: EntityType & { overlap?: Overlap }): Overlap {
  return type.overlap ?? 'any';
}

export const overlap: DocumentRule = {
  id: 'overlap',
  severity: 'error',
  title: 'Spans that may not overlap do not',
  over: 'document',
  check(subject) {
    const strict = new Map(
      subject.schema.entityTypes
        .map((type) => [type.id, overlapOf(type)] as const)
        .filter(([, allowed]) => allowed !== 'any'),
    );
    return strict.size === 0 ? [] : clashes(subject, strict);
  },
};

/** One pass through the text: every pair of annotations of a layer that share characters and may not. */
function clashes({ annotations, schema, text }: Subject, strict: ReadonlyMap<string, Overlap>) {
  const found: { annotation: SpanAnnotation; message: string }[] = [];
  const nameOf = (id: string) => schema.entityTypes.find((type) => type.id === id)?.name ?? id;
  const open = new Map<string, { annotation: SpanAnnotation; end: number }[]>();
  for (const annotation of annotations) {
    const { start, end } = hull(annotation.fragments);
    const before = (open.get(annotation.layerId) ?? []).filter((earlier) => earlier.end > start);
    for (const { annotation: earlier } of before) {
      if (!forbidden(strict, annotation.typeId, earlier.typeId)) continue;
      if (!shareCharacters(annotation.fragments, earlier.fragments)) continue;
      const quote = text.slice(earlier.fragments[0]!.start, earlier.fragments[0]!.end).slice(0, 60);
      found.push({
        annotation,
        message: `${nameOf(annotation.typeId)} may not overlap ${nameOf(earlier.typeId)} “${quote}”`,
      });
    }
    before.push({ annotation, end });
    open.set(annotation.layerId, before);
  }
  return found;
}

function forbidden(strict: ReadonlyMap<string, Overlap>, a: string, b: string): boolean {
  if (strict.get(a) === 'none' || strict.get(b) === 'none') return true;
  return a === b && strict.has(a);
}

function shareCharacters(a: readonly Fragment[], b: readonly Fragment[]): boolean {
  return a.some((one) => b.some((other) => one.start < other.end && other.start < one.end));
}
