import type { Document, DocumentStatus } from '@core/model/document';
import type { Entity, Proposition } from '@core/model/entity';
import type { Connection } from '../sqlite';
import { fromRow, type Row } from '../tables';

interface DocumentListRow extends Document {
  status: DocumentStatus;
  assignedToMe: boolean;
  assignees: number;
  annotations: number;
  stances: number;
}

/** Documents in order, with one annotator's status and the counts over all layers. */
export function documentRows(connection: Connection, annotatorId: string): DocumentListRow[] {
  const rows = connection
    .prepare(
      `SELECT document.*, ifnull(progress.status, 'new') AS status,
         EXISTS (SELECT 1 FROM assignment
                 WHERE assignment.document_id = document.id AND assignment.annotator_id = @annotatorId) AS assignedToMe,
         (SELECT count(*) FROM assignment WHERE assignment.document_id = document.id) AS assignees,
         (SELECT count(*) FROM annotation WHERE annotation.document_id = document.id) AS annotations,
         (SELECT count(*) FROM stance WHERE stance.document_id = document.id) AS stances
       FROM document
       LEFT JOIN progress ON progress.document_id = document.id AND progress.annotator_id = @annotatorId
       ORDER BY document.position, document.id`,
    )
    .all({ annotatorId }) as (Row &
    Omit<DocumentListRow, keyof Document | 'assignedToMe'> & { assignedToMe: number })[];
  return rows.map((row) => ({
    ...fromRow('document', row),
    status: row.status,
    assignedToMe: row.assignedToMe === 1,
    assignees: row.assignees,
    annotations: row.annotations,
    stances: row.stances,
  }));
}

type EntityRow = Entity & { mentions: number; stances: number; events: number };

const ENTITY_ROW = `entity.*,
  (SELECT count(*) FROM annotation WHERE annotation.entity_id = entity.id) AS mentions,
  (SELECT count(DISTINCT stance_id) FROM stance_party WHERE stance_party.entity_id = entity.id) AS stances,
  (SELECT count(DISTINCT event_id) FROM event_filler WHERE event_filler.entity_id = entity.id) AS events`;

const toEntityRow = (row: Row) =>
  ({
    ...fromRow('entity', row),
    mentions: row.mentions,
    stances: row.stances,
    events: row.events,
  }) as EntityRow;

/** Entities by name, with the number of their mentions, and of the stances and events that name them in any role. */
export function entityRows(connection: Connection): EntityRow[] {
  const rows = connection.prepare(`SELECT ${ENTITY_ROW} FROM entity ORDER BY entity.name, entity.id`).all();
  return (rows as Row[]).map(toEntityRow);
}

/** The same for some of them, in the order of the ids; those that are gone are left out. */
export function entityRowsOf(connection: Connection, ids: readonly string[]): EntityRow[] {
  const statement = connection.prepare(`SELECT ${ENTITY_ROW} FROM entity WHERE id = ?`);
  return ids
    .map((id) => statement.get(id) as Row | undefined)
    .filter((row) => row !== undefined)
    .map(toEntityRow);
}

/** Propositions by name, with the number of stances toward them. */
export function propositionRows(connection: Connection): (Proposition & { stances: number })[] {
  const rows = connection
    .prepare(
      `SELECT proposition.*,
         (SELECT count(*) FROM stance_party WHERE stance_party.proposition_id = proposition.id) AS stances
       FROM proposition ORDER BY proposition.name, proposition.id`,
    )
    .all() as (Row & { stances: number })[];
  return rows.map((row) => ({ ...fromRow('proposition', row), stances: row.stances }));
}

/** Number of records of each kind that the project's summary shows. */
export function counts(connection: Connection): {
  documents: number;
  annotations: number;
  entities: number;
  propositions: number;
  stances: number;
  journal: number;
} {
  return connection
    .prepare(
      `SELECT (SELECT count(*) FROM document) AS documents,
              (SELECT count(*) FROM annotation) AS annotations,
              (SELECT count(*) FROM entity) AS entities,
              (SELECT count(*) FROM proposition) AS propositions,
              (SELECT count(*) FROM stance) AS stances,
              (SELECT count(*) FROM journal) AS journal`,
    )
    .get() as ReturnType<typeof counts>;
}

/** Stances that name the given record in any role. */
export function stancesNaming(
  connection: Connection,
  what: 'entity' | 'annotation' | 'proposition',
  id: string,
): string[] {
  return connection
    .prepare(`SELECT DISTINCT stance_id FROM stance_party WHERE ${what}_id = ? ORDER BY stance_id`)
    .pluck()
    .all(id) as string[];
}
