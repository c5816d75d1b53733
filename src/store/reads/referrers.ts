import { type RecordKind, recordKinds } from '@core/journal/records';
import type { RecordRef } from '@core/merge/references';
import type { Connection } from '../sqlite';

/** Tables that index the parties of a record, with the record's kind and the column of its id. */
const INDEXES: Record<string, { kind: RecordKind; column: string }> = {
  stance_party: { kind: 'stance', column: 'stance_id' },
  event_filler: { kind: 'event', column: 'event_id' },
};

/** A function that tells which records name a record, by the foreign keys of the file. */
export function referrersIn(connection: Connection): (to: RecordRef) => RecordRef[] {
  const statements = new Map<RecordKind, { kind: RecordKind; sql: string }[]>();
  const tables = [
    ...recordKinds.map((kind) => ({ table: kind as string, kind, column: 'id' })),
    ...Object.entries(INDEXES).map(([table, index]) => ({ table, ...index })),
  ];
  for (const { table, kind, column } of tables) {
    const keys = connection.pragma(`foreign_key_list(${table})`) as { table: RecordKind; from: string }[];
    for (const { table: to, from } of keys) {
      if (column !== 'id' && from === column) continue;
      const sql = `SELECT DISTINCT ${column} FROM ${table} WHERE ${from} = ?`;
      statements.set(to, [...(statements.get(to) ?? []), { kind, sql }]);
    }
  }
  return ({ kind, id }) =>
    (statements.get(kind) ?? []).flatMap((query) =>
      (connection.prepare(query.sql).pluck().all(id) as string[]).map((found) => ({
        kind: query.kind,
        id: found,
      })),
    );
}
