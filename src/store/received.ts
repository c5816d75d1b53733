import type { Change } from '@core/journal/change';
import type { RecordKind } from '@core/journal/records';
import type { StampedChange } from '@core/merge/fold';
import { END_OF_TIME, type HistoryFilter } from './journal';
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

/** An act that was done in another file, without its changes. */
export type ReceivedEntry = Pick<StampedChange, 'entryId' | 'hlc' | 'annotatorId' | 'deviceId' | 'name'>;

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

  /** Those of some ids that a record of a kind had in any change. */
  known(kind: RecordKind, ids: readonly string[]): string[] {
    return this.#connection
      .prepare(
        `SELECT DISTINCT record_id FROM received
         WHERE kind = ? AND record_id IN (SELECT value FROM json_each(?))`,
      )
      .pluck()
      .all(kind, JSON.stringify(ids)) as string[];
  }

  ofDocument(documentId: string): StampedChange[] {
    return this.#connection
      .prepare('SELECT * FROM received WHERE document_id = ?')
      .all(documentId)
      .map((row) => stamped(row as ReceivedRow));
  }

  *all(): Generator<StampedChange> {
    const rows = this.#connection.prepare('SELECT * FROM received ORDER BY hlc, entry_id').iterate();
    for (const row of rows) yield stamped(row as ReceivedRow);
  }

  /** Acts of other files, the newest first. */
  list({ before, limit, documentId, annotatorId, name }: HistoryFilter): ReceivedEntry[] {
    return this.#connection
      .prepare(
        `SELECT entry_id AS entryId, hlc, annotator_id AS annotatorId, device_id AS deviceId, name
         FROM received
         WHERE hlc < @before
           AND (@documentId IS NULL OR document_id = @documentId)
           AND (@annotatorId IS NULL OR annotator_id = @annotatorId)
           AND (@name IS NULL OR name = @name)
         GROUP BY hlc, entry_id ORDER BY hlc DESC, entry_id DESC LIMIT @limit`,
      )
      .all({
        before: before ?? END_OF_TIME,
        documentId: documentId ?? null,
        annotatorId: annotatorId ?? null,
        name: name ?? null,
        limit,
      }) as ReceivedEntry[];
  }

  documentsOf(entryId: string): string[] {
    return this.#connection
      .prepare('SELECT DISTINCT document_id FROM received WHERE entry_id = ? AND document_id IS NOT NULL')
      .pluck()
      .all(entryId) as string[];
  }

  /** The first change of each kind of record in an act, with the number of that kind. */
  firstOfEachKind(entryId: string): { change: Change; count: number }[] {
    const rows = this.#connection
      .prepare(
        `SELECT min(record_id), change, count(*) AS count FROM received
         WHERE entry_id = ? GROUP BY kind`,
      )
      .all(entryId) as { change: string; count: number }[];
    return rows.map(({ change, count }) => ({ change: JSON.parse(change), count }));
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
