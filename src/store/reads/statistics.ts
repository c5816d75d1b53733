import type { Connection } from '../sqlite';

/** Whose work is counted, and where; null for all. */
export interface Scope {
  documentId: string | null;
  annotatorId: string | null;
}

const SPANS = `FROM annotation
  WHERE (@documentId IS NULL OR document_id = @documentId)
    AND (@annotatorId IS NULL OR layer_id IN (SELECT id FROM layer WHERE annotator_id = @annotatorId))`;
const STANCES = SPANS.replace('annotation', 'stance');

function all<Row>(connection: Connection, sql: string, scope: Scope & Record<string, unknown>): Row[] {
  return connection.prepare(sql).all(scope) as Row[];
}

export const labelCounts = (connection: Connection, scope: Scope) =>
  all<{ typeId: string; annotations: number; linked: number }>(
    connection,
    `SELECT type_id AS typeId, count(*) AS annotations, count(entity_id) AS linked ${SPANS}
     GROUP BY type_id ORDER BY annotations DESC, type_id`,
    { ...scope },
  );

export const polarityCounts = (connection: Connection, scope: Scope) =>
  all<{ polarity: string; stances: number }>(
    connection,
    `SELECT polarity, count(*) AS stances ${STANCES} GROUP BY polarity ORDER BY stances DESC, polarity`,
    { ...scope },
  );

export const documentCounts = (connection: Connection, scope: Scope) =>
  all<{ documentId: string; name: string; annotations: number; stances: number }>(
    connection,
    `WITH spans AS (SELECT document_id, count(*) AS n ${SPANS} GROUP BY document_id),
       positions AS (SELECT document_id, count(*) AS n ${STANCES} GROUP BY document_id)
     SELECT document.id AS documentId, ifnull(json_extract(document.metadata, '$.title'), document.name) AS name,
       ifnull(spans.n, 0) AS annotations, ifnull(positions.n, 0) AS stances
     FROM document
     LEFT JOIN spans ON spans.document_id = document.id
     LEFT JOIN positions ON positions.document_id = document.id
     WHERE @documentId IS NULL OR document.id = @documentId
     ORDER BY document.position, document.id`,
    { ...scope },
  );

export const annotatorCounts = (connection: Connection, scope: Scope) =>
  all<{ annotatorId: string | null; name: string | null; annotations: number; stances: number }>(
    connection,
    `WITH spans AS (SELECT layer_id, count(*) AS n ${SPANS} GROUP BY layer_id),
       positions AS (SELECT layer_id, count(*) AS n ${STANCES} GROUP BY layer_id)
     SELECT layer.annotator_id AS annotatorId, annotator.name AS name,
       sum(ifnull(spans.n, 0)) AS annotations, sum(ifnull(positions.n, 0)) AS stances
     FROM layer
     LEFT JOIN annotator ON annotator.id = layer.annotator_id
     LEFT JOIN spans ON spans.layer_id = layer.id
     LEFT JOIN positions ON positions.layer_id = layer.id
     WHERE (@documentId IS NULL OR layer.document_id = @documentId)
       AND (@annotatorId IS NULL OR layer.annotator_id = @annotatorId)
     GROUP BY layer.annotator_id ORDER BY annotations DESC, annotator.name`,
    { ...scope },
  );

/** Acts by day in local time; undoing and redoing are no acts of their own. */
export const dayCounts = (connection: Connection, scope: Scope) =>
  all<{ day: string; annotatorId: string; name: string; acts: number }>(
    connection,
    `SELECT date(CAST(substr(journal.hlc, 1, 13) AS INTEGER) / 1000, 'unixepoch', 'localtime') AS day,
       journal.annotator_id AS annotatorId, ifnull(annotator.name, journal.annotator_id) AS name,
       count(*) AS acts
     FROM journal LEFT JOIN annotator ON annotator.id = journal.annotator_id
     WHERE journal.kind = 'do' AND journal.name NOT IN ('project.create', 'annotator.join')
       AND (@annotatorId IS NULL OR journal.annotator_id = @annotatorId)
       AND (@documentId IS NULL
            OR journal.seq IN (SELECT seq FROM journal_document WHERE document_id = @documentId))
     GROUP BY day, journal.annotator_id ORDER BY day, name`,
    { ...scope },
  );

export const lengthCounts = (connection: Connection, scope: Scope) =>
  all<{ length: number; annotations: number }>(
    connection,
    `SELECT span_end - span_start AS length, count(*) AS annotations ${SPANS} GROUP BY length ORDER BY length`,
    { ...scope },
  );

export const topEntities = (connection: Connection, scope: Scope, top: number) =>
  all<{ entityId: string; name: string; typeId: string | null; mentions: number; documents: number }>(
    connection,
    `SELECT entity.id AS entityId, entity.name, entity.type_id AS typeId, mentions, documents
     FROM (SELECT entity_id, count(*) AS mentions, count(DISTINCT document_id) AS documents ${SPANS}
             AND entity_id IS NOT NULL
           GROUP BY entity_id ORDER BY mentions DESC, entity_id LIMIT @top)
     JOIN entity ON entity.id = entity_id
     ORDER BY mentions DESC, entity.name`,
    { ...scope, top },
  );
