import type { Change } from '@core/journal/change';
import type { RecordKind, Records } from '@core/journal/records';
import type { Event } from '@core/model/event';
import type { Stance } from '@core/model/stance';
import type Database from 'better-sqlite3';
import type { Connection } from './sqlite';
import { columnsOf, fromRow, type Row, toValues } from './tables';

/** Reads and writes single records of every kind on one connection. */
export class RecordStore {
  readonly #connection: Connection;
  readonly #statements = new Map<string, Database.Statement<unknown[], Row>>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get<Kind extends RecordKind>(kind: Kind, id: string): Records[Kind] | null {
    const row = this.#prepare(`SELECT * FROM ${kind} WHERE id = ?`).get(id);
    return row ? fromRow(kind, row) : null;
  }

  /** All records for which the condition on columns holds, in the given order. `condition` is program text, never input. */
  where<Kind extends RecordKind>(
    kind: Kind,
    condition: string,
    values: unknown[] = [],
    order = 'id',
  ): Records[Kind][] {
    const rows = this.#prepare(`SELECT * FROM ${kind} WHERE ${condition} ORDER BY ${order}`).all(...values);
    return rows.map((row) => fromRow(kind, row));
  }

  /** Writes the state after each change; references are checked when the transaction commits. */
  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.after === null) this.#prepare(`DELETE FROM ${change.kind} WHERE id = ?`).run(change.id);
      else this.#put(change.kind, change.after);
    }
  }

  #put<Kind extends RecordKind>(kind: Kind, record: Records[Kind]): void {
    const columns = columnsOf(kind);
    const updates = columns
      .filter((column) => column !== 'id')
      .map((column) => `${column} = excluded.${column}`);
    this.#prepare(
      `INSERT INTO ${kind} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
    ).run(...toValues(kind, record));
    if (kind === 'stance') this.#putParties(record as Stance);
    if (kind === 'event') this.#putFillers(record as Event);
  }

  #putParties(stance: Stance): void {
    this.#prepare('DELETE FROM stance_party WHERE stance_id = ?').run(stance.id);
    const insert = this.#prepare('INSERT INTO stance_party VALUES (?, ?, ?, ?, ?, ?)');
    const parties = [
      { role: 'holder', place: 0, party: stance.holder },
      { role: 'target', place: 0, party: stance.target },
      ...stance.sources.map((party, place) => ({ role: 'source', place, party })),
    ];
    for (const { role, place, party } of parties) {
      if (party === null) continue;
      insert.run(
        stance.id,
        role,
        place,
        party.kind === 'entity' ? party.id : null,
        party.kind === 'mention' ? party.id : null,
        party.kind === 'proposition' ? party.id : null,
      );
    }
  }

  #putFillers({ id, roles }: Event): void {
    this.#prepare('DELETE FROM event_filler WHERE event_id = ?').run(id);
    const insert = this.#prepare('INSERT INTO event_filler VALUES (?, ?, ?, ?)');
    for (const [place, { filler }] of roles.entries()) {
      insert.run(
        id,
        place,
        filler.kind === 'entity' ? filler.id : null,
        filler.kind === 'mention' ? filler.id : null,
      );
    }
  }

  #prepare(sql: string): Database.Statement<unknown[], Row> {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#connection.prepare<unknown[], Row>(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
