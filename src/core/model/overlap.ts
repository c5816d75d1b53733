import type { SpanAnnotation } from './annotation';
import { compareByPlace, type Fragments, hull } from './fragment';
import type { EntityType } from './schema';

/** Two spans of one layer that the schema keeps apart. */
export interface OverlapConflict {
  /** The one whose type forbids it. */
  annotation: SpanAnnotation;
  other: SpanAnnotation;
}

function share(a: Fragments, b: Fragments): boolean {
  return a.some((one) => b.some((two) => one.start < two.end && two.start < one.end));
}

/**
 * The spans that overlap although a type forbids it, in text order; each pair once for each of its
 * types that does. Only spans of one layer count.
 */
export function overlapConflicts(
  annotations: readonly SpanAnnotation[],
  types: readonly Pick<EntityType, 'id' | 'overlap'>[],
): OverlapConflict[] {
  const rules = new Map(types.map(({ id, overlap }) => [id, overlap]));
  const conflicts: OverlapConflict[] = [];
  const open: { annotation: SpanAnnotation; end: number }[] = [];
  const tell = (annotation: SpanAnnotation, other: SpanAnnotation) => {
    const rule = rules.get(annotation.typeId) ?? 'any';
    if (rule === 'none' || (rule === 'other-types' && annotation.typeId === other.typeId))
      conflicts.push({ annotation, other });
  };
  for (const annotation of [...annotations].sort(compareByPlace)) {
    const { start, end } = hull(annotation.fragments);
    for (let at = open.length - 1; at >= 0; at--) if (open[at]!.end <= start) open.splice(at, 1);
    for (const { annotation: other } of open) {
      if (other.layerId !== annotation.layerId || !share(annotation.fragments, other.fragments)) continue;
      tell(annotation, other);
      tell(other, annotation);
    }
    open.push({ annotation, end });
  }
  return conflicts;
}
