import type { Connection } from '../sqlite';

/** Who made a version of the schema, when and why, from the journal. */
export interface SchemaEntry {
  schemaId: string;
  annotatorId: string;
  hlc: string;
  reason: string;
}

/** The journal's entries that made a version of the schema. */
export function schemaEntries(connection: Connection): SchemaEntry[] {
  return connection
    .prepare(
      `SELECT annotator_id AS annotatorId, hlc, ifnull(json_extract(input, '$.reason'), '') AS reason,
         (SELECT json_extract(value, '$.id') FROM json_each(changes)
          WHERE json_extract(value, '$.kind') = 'schema' LIMIT 1) AS schemaId
       FROM journal WHERE kind = 'do' AND name IN ('project.create', 'schema.change') ORDER BY seq`,
    )
    .all() as SchemaEntry[];
}
