import type { Connection } from '../sqlite';

/** Documents with at least so many spans of a type, in all layers. */
export function documentsWithSpans(connection: Connection, typeId: string, atLeast: number): string[] {
  return connection
    .prepare('SELECT document_id FROM annotation WHERE type_id = ? GROUP BY document_id HAVING count(*) >= ?')
    .pluck()
    .all(typeId, atLeast) as string[];
}

/** Documents to which an annotator has given a document label, with one value or any (null). */
export function documentsWithLabel(
  connection: Connection,
  annotatorId: string,
  labelId: string,
  value: boolean | string | null,
): string[] {
  const rows = connection
    .prepare(
      `SELECT appraisal.document_id AS documentId, json_extract(labels, '$."' || ? || '"') AS given
       FROM appraisal JOIN layer ON layer.id = appraisal.layer_id
       WHERE layer.annotator_id = ?`,
    )
    .all(labelId, annotatorId) as { documentId: string; given: string | null }[];
  return rows
    .filter(({ given }) => given !== null && (value === null || JSON.parse(given).includes(value)))
    .map(({ documentId }) => documentId);
}
