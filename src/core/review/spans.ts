import type { Attributes, SpanAnnotation } from '../model/annotation';
import { type Fragments, hull } from '../model/fragment';
import { align, compareItems } from './align';
import type { Compared } from './build';
import { coveredShare, overlapShare, shared } from './likeness';
import type { DifferenceClass } from './position';

/** Two spans belong together when they share at least this much of what either covers. */
export const LEAST_OVERLAP = 0.3;
const SAME_LABEL = 0.25;
/** A piece belongs to a longer span that covers at least this much of it. */
const LEAST_COVERED = 0.5;

export const placeWords = (fragments: Fragments) =>
  fragments.map(({ start, end }) => `${start}-${end}`).join(' ');

export function attributeFields(attributes: Attributes): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([id, value]) => [`attributes.${id}`, JSON.stringify(value)]),
  );
}

/** A span annotation with what is compared of it. Notes are not: they are their writers' own. */
export function comparedSpan(
  annotation: Pick<SpanAnnotation, 'id' | 'layerId' | 'typeId' | 'entityId' | 'fragments' | 'attributes'>,
): Compared {
  return {
    id: annotation.id,
    layerId: annotation.layerId,
    place: hull(annotation.fragments),
    fragments: annotation.fragments,
    label: annotation.typeId,
    fields: {
      label: annotation.typeId,
      boundary: placeWords(annotation.fragments),
      entity: annotation.entityId ?? '',
      ...attributeFields(annotation.attributes),
    },
  };
}

/**
 * Spans of several layers by what they stand for. One of each layer at most, save where one layer
 * has a span that another has in pieces.
 * @param lineage the record that a record was made from; itself where it was made from none
 */
export function alignSpans(
  text: string,
  spans: readonly Compared[],
  lineage: (id: string) => string,
): Compared[][] {
  const groups = align(spans, {
    keys: [
      (span) => lineage(span.id),
      (span) => JSON.stringify(Object.entries(span.fields).sort()),
      (span) => `${span.fields.boundary} ${span.label}`,
      (span) => span.fields.boundary!,
    ],
    weight: (a, b) => {
      const share = overlapShare(text, a.fragments, b.fragments);
      return share < LEAST_OVERLAP ? 0 : share + (a.label === b.label ? SAME_LABEL : 0);
    },
  });
  return withPieces(text, groups);
}

/** Joins what one layer has in pieces with the whole that another has. */
function withPieces(text: string, groups: readonly Compared[][]): Compared[][] {
  const now = [...groups];
  const taken = new Set<number>();
  const neighbours = overlapsOf(groups);
  for (const [index, group] of groups.entries()) {
    if (taken.has(index)) continue;
    const whole = [...group];
    const pieces: number[] = [];
    for (const other of neighbours[index]!) {
      const isFree = !taken.has(other) && now[other] === groups[other];
      if (!isFree || !arePieces(text, groups[other]!, group) || collide(groups[other]!, whole)) continue;
      pieces.push(other);
      whole.push(...groups[other]!);
    }
    const layerIds = whole.map(({ layerId }) => layerId);
    if (pieces.length === 0 || new Set(layerIds).size === layerIds.length) continue;
    for (const piece of pieces) taken.add(piece);
    now[index] = whole.sort(compareItems);
  }
  return now.filter((_, index) => !taken.has(index));
}

/** Does each lie, for the greater part, in a span of the same label in another layer? */
function arePieces(text: string, pieces: readonly Compared[], wholes: readonly Compared[]): boolean {
  return pieces.every((piece) =>
    wholes.some(
      (whole) =>
        whole.layerId !== piece.layerId &&
        whole.label === piece.label &&
        coveredShare(text, piece.fragments, whole.fragments) >= LEAST_COVERED,
    ),
  );
}

/** Do spans of one layer overlap? Then neither is a piece of what the other is. */
function collide(some: readonly Compared[], others: readonly Compared[]): boolean {
  return some.some((a) =>
    others.some((b) => a.layerId === b.layerId && shared(a.fragments, b.fragments).length > 0),
  );
}

/** For each group those others whose hulls it touches, in text order. */
function overlapsOf(groups: readonly Compared[][]): number[][] {
  const found: number[][] = groups.map(() => []);
  const stretches = groups
    .map((group, index) => ({
      index,
      start: Math.min(...group.map(({ place }) => place!.start)),
      end: Math.max(...group.map(({ place }) => place!.end)),
    }))
    .sort((a, b) => a.start - b.start || a.index - b.index);
  let open: typeof stretches = [];
  for (const stretch of stretches) {
    open = open.filter(({ end }) => end > stretch.start);
    for (const other of open) {
      found[stretch.index]!.push(other.index);
      found[other.index]!.push(stretch.index);
    }
    open.push(stretch);
  }
  return found.map((list) => list.sort((a, b) => a - b));
}

export function classOfSpanField(field: string): DifferenceClass {
  if (field === 'label') return 'label';
  if (field === 'boundary') return 'boundary';
  return field === 'entity' ? 'link' : 'attribute';
}
