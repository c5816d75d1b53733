import type { Range } from '@codemirror/state';
import { Decoration } from '@codemirror/view';
import type { SpanAnnotation } from '@core/model/annotation';
import type { Event } from '@core/model/event';
import type { Stance } from '@core/model/stance';
import type { DocumentSession } from '../data/document-session';

/** Whose work an annotation is, seen by the person at the window. */
export type Ownership = 'own' | 'foreign' | 'gold';

export function ownershipOf(
  { layerId }: { layerId: string },
  session: DocumentSession,
  ownAnnotatorId: string,
): Ownership {
  const layer = session.layers.get(layerId);
  if (layer?.kind === 'gold') return 'gold';
  return layer?.annotatorId === ownAnnotatorId ? 'own' : 'foreign';
}

/**
 * The marks of an annotation: one for each fragment, and a thin line in the same lane over the
 * gaps between them, so that they are seen to be one. Its spec carries `annotationId` and `lane`.
 */
export function annotationRanges(
  annotation: SpanAnnotation,
  lane: number,
  ownership: Ownership,
): Range<Decoration>[] {
  const { id, typeId, origin, entityId, fragments } = annotation;
  const classes = ['annotation', `type-${typeId}`, `origin-${origin}`];
  if (entityId) classes.push('linked');
  if (ownership !== 'own') classes.push(ownership);
  if (fragments.length > 1) classes.push('discontinuous');
  const style = `--lane:${lane}`;
  const spec = { annotationId: id, lane };
  const mark = Decoration.mark({
    class: classes.join(' '),
    attributes: { 'data-annotation-id': id, style },
    ...spec,
  });
  const ranges = fragments.map(({ start, end }) => mark.range(start, end));
  if (fragments.length > 1) {
    const gap = Decoration.mark({ class: `gap type-${typeId}`, attributes: { style }, ...spec });
    for (const [index, { start }] of fragments.entries())
      if (index > 0) ranges.push(gap.range(fragments[index - 1]!.end, start));
  }
  return ranges;
}

/** The marks under the evidence of a stance. */
export function evidenceRanges(stance: Stance): Range<Decoration>[] {
  const mark = Decoration.mark({
    class: `evidence polarity-${stance.polarity}`,
    attributes: { 'data-stance-id': stance.id },
  });
  return stance.evidence.map(({ start, end }) => mark.range(start, end));
}

/** The marks under the words that tell an event. Their spec carries `eventId`. */
export function triggerRanges(event: Event): Range<Decoration>[] {
  const mark = Decoration.mark({
    class: `trigger event-${event.typeId}`,
    attributes: { 'data-event-id': event.id },
    eventId: event.id,
  });
  return event.trigger.map(({ start, end }) => mark.range(start, end));
}

/** The marks of what is selected, over the others. */
export function selectedRanges(annotations: readonly SpanAnnotation[]): Range<Decoration>[] {
  return annotations.flatMap(({ typeId, fragments }) => {
    const mark = Decoration.mark({ class: `selected-annotation type-${typeId}` });
    return fragments.map(({ start, end }) => mark.range(start, end));
  });
}
