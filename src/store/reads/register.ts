import type { SpanAnnotation } from '@core/model/annotation';
import type { Event } from '@core/model/event';
import type { Stance } from '@core/model/stance';
import type { Connection } from '../sqlite';
import { fromRow, type Row } from '../tables';

/** Part of a list: how many entries, from which one. */
export interface Slice {
  limit: number;
  offset: number;
}

const IN_ORDER = 'document.position, document.id, annotation.span_start, annotation.id';

/** Mentions of an entity in all layers, in the order of documents and text. */
export function mentionsOf(
  connection: Connection,
  entityId: string,
  { limit, offset }: Slice,
): { total: number; annotations: SpanAnnotation[] } {
  const total = connection
    .prepare('SELECT count(*) FROM annotation WHERE entity_id = ?')
    .pluck()
    .get(entityId) as number;
  const rows = connection
    .prepare(
      `SELECT annotation.* FROM annotation JOIN document ON document.id = annotation.document_id
       WHERE entity_id = ? ORDER BY ${IN_ORDER} LIMIT ? OFFSET ?`,
    )
    .all(entityId, limit, offset) as Row[];
  return { total, annotations: rows.map((row) => fromRow('annotation', row)) };
}

/** One annotator's span annotations in the order of documents and text, in one document or all. */
export function ownAnnotations(
  connection: Connection,
  annotatorId: string,
  { documentId, linked }: { documentId: string | null; linked: boolean },
): SpanAnnotation[] {
  const rows = connection
    .prepare(
      `SELECT annotation.* FROM annotation
       JOIN layer ON layer.id = annotation.layer_id
       JOIN document ON document.id = annotation.document_id
       WHERE layer.annotator_id = @annotatorId
         AND (@documentId IS NULL OR annotation.document_id = @documentId)
         AND (@linked OR annotation.entity_id IS NULL)
       ORDER BY ${IN_ORDER}`,
    )
    .all({ annotatorId, documentId, linked: Number(linked) }) as Row[];
  return rows.map((row) => fromRow('annotation', row));
}

/** The ids of one annotator's span annotations, in one document or all, in no order. */
export function ownAnnotationIds(
  connection: Connection,
  annotatorId: string,
  { documentId, linked }: { documentId: string | null; linked: boolean },
): string[] {
  return connection
    .prepare(
      `SELECT annotation.id FROM layer CROSS JOIN annotation ON annotation.layer_id = layer.id
       WHERE layer.annotator_id = @annotatorId
         AND (@documentId IS NULL OR layer.document_id = @documentId)
         AND (@linked OR annotation.entity_id IS NULL)`,
    )
    .pluck()
    .all({ annotatorId, documentId, linked: Number(linked) }) as string[];
}

/** Span annotations by id, in the order of documents and text. */
export function annotationsInOrder(connection: Connection, ids: readonly string[]): SpanAnnotation[] {
  const rows = connection
    .prepare(
      `SELECT annotation.* FROM json_each(?) AS wanted
       JOIN annotation ON annotation.id = wanted.value
       JOIN document ON document.id = annotation.document_id
       ORDER BY ${IN_ORDER}`,
    )
    .all(JSON.stringify(ids)) as Row[];
  return rows.map((row) => fromRow('annotation', row));
}

/** Stances that name an entity in any role, or are toward a proposition, in the order of documents and making. */
export function stancesOf(
  connection: Connection,
  what: 'entity' | 'proposition',
  id: string,
  { limit, offset }: Slice,
): { total: number; stances: Stance[] } {
  const total = connection
    .prepare(`SELECT count(DISTINCT stance_id) FROM stance_party WHERE ${what}_id = ?`)
    .pluck()
    .get(id) as number;
  const rows = connection
    .prepare(
      `SELECT stance.* FROM stance JOIN document ON document.id = stance.document_id
       WHERE stance.id IN (SELECT stance_id FROM stance_party WHERE ${what}_id = ?)
       ORDER BY document.position, document.id, stance.id LIMIT ? OFFSET ?`,
    )
    .all(id, limit, offset) as Row[];
  return { total, stances: rows.map((row) => fromRow('stance', row)) };
}

/** Events in which an entity fills a role, in the order of documents and text. */
export function eventsOf(
  connection: Connection,
  entityId: string,
  { limit, offset }: Slice,
): { total: number; events: Event[] } {
  const total = connection
    .prepare('SELECT count(DISTINCT event_id) FROM event_filler WHERE entity_id = ?')
    .pluck()
    .get(entityId) as number;
  const rows = connection
    .prepare(
      `SELECT event.* FROM event JOIN document ON document.id = event.document_id
       WHERE event.id IN (SELECT event_id FROM event_filler WHERE entity_id = ?)
       ORDER BY document.position, document.id, event.span_start, event.id LIMIT ? OFFSET ?`,
    )
    .all(entityId, limit, offset) as Row[];
  return { total, events: rows.map((row) => fromRow('event', row)) };
}
