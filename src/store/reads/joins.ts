import type { Connection } from '../sqlite';

/** Ids of the relations that begin or end at any of some span annotations. */
export function relationsNaming(connection: Connection, annotationIds: readonly string[]): string[] {
  const statement = connection
    .prepare('SELECT id FROM relation WHERE from_id = @id UNION SELECT id FROM relation WHERE to_id = @id')
    .pluck();
  return [...new Set(annotationIds.flatMap((id) => statement.all({ id }) as string[]))];
}

/** Ids of the events in which any of some span annotations or entities fills a role. */
export function eventsNaming(
  connection: Connection,
  what: 'entity' | 'annotation',
  ids: readonly string[],
): string[] {
  const statement = connection
    .prepare(`SELECT DISTINCT event_id FROM event_filler WHERE ${what}_id = ? ORDER BY event_id`)
    .pluck();
  return [...new Set(ids.flatMap((id) => statement.all(id) as string[]))];
}
