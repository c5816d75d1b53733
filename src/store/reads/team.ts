import type { DocumentStatus } from '@core/model/document';
import type { Connection } from '../sqlite';

interface Counted {
  documentId: string;
  annotatorId: string;
  count: number;
}

/** Status, assignments and counts of layers by document and annotator. */
export function teamRows(connection: Connection): {
  progress: { documentId: string; annotatorId: string; status: DocumentStatus }[];
  assignments: { documentId: string; annotatorId: string }[];
  annotations: Counted[];
  stances: Counted[];
} {
  const all = <Row>(sql: string) => connection.prepare(sql).all() as Row[];
  const counted = (kind: 'annotation' | 'stance') =>
    all<Counted>(
      `SELECT layer.document_id AS documentId, layer.annotator_id AS annotatorId, each.count
       FROM (SELECT layer_id, count(*) AS count FROM ${kind} GROUP BY layer_id) AS each
       JOIN layer ON layer.id = each.layer_id WHERE layer.annotator_id IS NOT NULL`,
    );
  return {
    progress: all('SELECT document_id AS documentId, annotator_id AS annotatorId, status FROM progress'),
    assignments: all('SELECT document_id AS documentId, annotator_id AS annotatorId FROM assignment'),
    annotations: counted('annotation'),
    stances: counted('stance'),
  };
}
