import type { Change } from '@core/journal/change';
import type { RecordKind } from '@core/journal/records';
import type { StampedChange } from '@core/merge/fold';
import type { Connection, Statement } from './sqlite';

interface ReceivedRow {
  entry_id: string;
  nth: number;
  hlc: string;
  annotator_id: string;
  device_id: string;
  name: string;
  change: string;
}

/** The document that a change is of, if any. */
export function documentOf(change: Change): string | null {
  if (change.kind === 'document') return change.id;
  const image = change.after ?? change.before;
  return image && 'documentId' in image ? image.documentId : null;
}

/** Changes that were made in other files and taken in: a set that only grows, each change once. */
export class ReceivedStore {
  readonly #connection: Connection;
  #insert: Statement | null = null;
  #ofRecord: Statement | null = null;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Adds changes in the caller's transaction; those that are there stay as they are. */
  put(changes: readonly StampedChange[]): void {
    this.#insert ??= this.#connection.prepare(
      'INSERT INTO received VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    for (const { entryId, hlc, annotatorId, deviceId, name, nth, change } of changes)
      this.#insert.run(
        entryId,
        change.kind,
        change.id,
        nth,
        hlc,
        annotatorId,
        deviceId,
        name,
        documentOf(change),
        JSON.stringify(change),
      );
  }

  of(kind: RecordKind, id: string): StampedChange[] {
    this.#ofRecord ??= this.#connection.prepare('SELECT * FROM received WHERE kind = ? AND record_id = ?');
    return this.#ofRecord.all(kind, id).map((row) => stamped(row as ReceivedRow));
  }

  *all(): Generator<StampedChange> {
    const rows = this.#connection.prepare('SELECT * FROM received ORDER BY hlc, entry_id').iterate();
    for (const row of rows) yield stamped(row as ReceivedRow);
  }

  /** The latest hybrid logical time among them; null where there is none. */
  lastHlc(): string | null {
    return this.#connection.prepare('SELECT max(hlc) FROM received').pluck().get() as string | null;
  }
}

function stamped(row: ReceivedRow): StampedChange {
  return {
    entryId: row.entry_id,
    hlc: row.hlc,
    annotatorId: row.annotator_id,
    deviceId: row.device_id,
    name: row.name,
    nth: row.nth,
    change: JSON.parse(row.change),
  };
}
