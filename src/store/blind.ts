import type { Connection } from './sqlite';

const LAYERED = ['annotation', 'stance', 'relation', 'event', 'appraisal'] as const;

/**
 * Hides colleagues' layers, gold, decisions, and comments on places of documents that an annotator is
 * not done with, on one connection; replies in one's own threads are seen. How: views of the connection's own stand before the tables, so that no reading can pass
 * them by mistake. What a connection wants to change it must not change through these.
 */
export function blindfold(connection: Connection, annotatorId: string): void {
  const me = `'${annotatorId.replaceAll("'", "''")}'`;
  const isDone = (document: string) =>
    `EXISTS (SELECT 1 FROM main.progress AS mine WHERE mine.document_id = ${document}
             AND mine.annotator_id = ${me} AND mine.status = 'done')`;
  const isSeen = (layer: string) =>
    `EXISTS (SELECT 1 FROM main.layer AS seen WHERE seen.id = ${layer}
             AND (seen.annotator_id = ${me} OR ${isDone('seen.document_id')}))`;
  const views = {
    layer: `annotator_id = ${me} OR ${isDone('layer.document_id')}`,
    ...Object.fromEntries(LAYERED.map((table) => [table, isSeen(`${table}.layer_id`)])),
    stance_party: 'EXISTS (SELECT 1 FROM temp.stance AS seen WHERE seen.id = stance_party.stance_id)',
    event_filler: 'EXISTS (SELECT 1 FROM temp.event AS seen WHERE seen.id = event_filler.event_id)',
    decision: isDone('decision.document_id'),
    comment: `annotator_id = ${me} OR json_extract(target, '$.kind') = 'document' OR ${isDone('comment.document_id')}
      OR EXISTS (SELECT 1 FROM main.comment AS root WHERE root.id = comment.thread_id AND root.annotator_id = ${me})`,
  };
  for (const [table, condition] of Object.entries(views))
    connection.exec(
      `CREATE TEMP VIEW ${table} AS SELECT * FROM main.${table} AS ${table} WHERE ${condition}`,
    );
}
