import type { SpanAnnotation } from '@core/model/annotation';
import { hull } from '@core/model/fragment';
import { mayFill, mayJoin } from '@core/model/joins';
import { type EventType, offered, type RelationType, type Schema } from '@core/model/schema';
import type { DocumentSession } from '../data/document-session';

/** A way to join two annotations: a relation type, and whether it goes from the first to the second or back. */
export interface Way {
  type: RelationType;
  back: boolean;
}

/** The relations that the schema allows between two annotations, those from the first to the second before those back. */
export function waysBetween(schema: Schema, from: SpanAnnotation, to: SpanAnnotation): Way[] {
  const types = offered(schema.relationTypes);
  const straight = types.filter((type) => mayJoin(type, from.typeId, to.typeId));
  const back = types.filter((type) => !type.symmetric && mayJoin(type, to.typeId, from.typeId));
  return [...straight.map((type) => ({ type, back: false })), ...back.map((type) => ({ type, back: true }))];
}

/** The place of the first role from `from` on that is offered; null where there is none. */
export function offeredRole({ roles }: EventType, from: number): number | null {
  const place = roles.findIndex(({ retired }, index) => index >= from && !retired);
  return place < 0 ? null : place;
}

/** Other annotations of the same layer, the nearest first. */
export function nearestFirst(session: DocumentSession, from: number, layerId: string): SpanAnnotation[] {
  const distance = ({ fragments }: SpanAnnotation) => Math.abs(hull(fragments).start - from);
  return session.ordered
    .filter((annotation) => annotation.layerId === layerId)
    .sort((a, b) => distance(a) - distance(b));
}

/** The annotations that may fill a role, the nearest to the trigger first. */
export function mentionsFor(
  session: DocumentSession,
  role: EventType['roles'][number],
  trigger: number,
  layerId: string,
): SpanAnnotation[] {
  return nearestFirst(session, trigger, layerId).filter(({ typeId }) => mayFill(role, typeId));
}
