import type { Change } from '@core/journal/change';
import type { EntryKind, JournalEntry, JournalSummary } from '@core/journal/entry';
import type { RecordKind } from '@core/journal/records';
import type { StampedChange } from '@core/merge/fold';
import type { Connection, Statement } from './sqlite';

interface JournalRow {
  seq: number;
  id: string;
  kind: EntryKind;
  reverts: string | null;
  annotator_id: string;
  device_id: string;
  hlc: string;
  name: string;
}

const SUMMARY = 'seq, id, kind, reverts, annotator_id, device_id, hlc, name';

function summary(row: JournalRow): JournalSummary {
  return {
    id: row.id,
    seq: row.seq,
    kind: row.kind,
    reverts: row.reverts,
    annotatorId: row.annotator_id,
    deviceId: row.device_id,
    hlc: row.hlc,
    name: row.name,
  };
}

/** Which acts are asked for; those left out may be any. */
export interface HistoryFilter {
  /** Only before this hybrid logical time. */
  before?: string | undefined;
  limit: number;
  documentId?: string | undefined;
  annotatorId?: string | undefined;
  name?: string | undefined;
}

/** After every hybrid logical time. */
export const END_OF_TIME = '~';

/** The documents that a list of changes touches. */
export function documentsTouched(changes: readonly Change[]): string[] {
  const ids = new Set<string>();
  for (const change of changes) {
    if (change.kind === 'document') ids.add(change.id);
    const image = change.after ?? change.before;
    if (image && 'documentId' in image) ids.add(image.documentId);
  }
  return [...ids];
}

/** The command whose entries hold what follows from colleagues' changes; those changes are kept in `received`. */
export const TAKE_IN = 'exchange.takeIn';

/** The append-only record of every acknowledged act, on one connection. */
export class Journal {
  readonly #connection: Connection;
  readonly #insert: Statement;
  readonly #link: Statement;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#insert = connection.prepare(
      `INSERT INTO journal (id, kind, reverts, annotator_id, device_id, hlc, name, input, changes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#link = connection.prepare('INSERT INTO journal_document (seq, document_id) VALUES (?, ?)');
  }

  /** Writes one entry in the caller's transaction and returns it with its seq. */
  append(entry: Omit<JournalEntry, 'seq'>): JournalEntry {
    const { lastInsertRowid } = this.#insert.run(
      entry.id,
      entry.kind,
      entry.reverts,
      entry.annotatorId,
      entry.deviceId,
      entry.hlc,
      entry.name,
      JSON.stringify(entry.input ?? null),
      JSON.stringify(entry.changes),
    );
    const seq = Number(lastInsertRowid);
    for (const documentId of documentsTouched(entry.changes)) this.#link.run(seq, documentId);
    return { ...entry, seq };
  }

  /** The latest hybrid logical time in the file; null in an empty journal. */
  lastHlc(): string | null {
    return this.#connection.prepare('SELECT max(hlc) FROM journal').pluck().get() as string | null;
  }

  /** An entry without its changes, which can be large. */
  summary(id: string): JournalSummary | null {
    const row = this.#connection.prepare(`SELECT ${SUMMARY} FROM journal WHERE id = ?`).get(id);
    return row ? summary(row as JournalRow) : null;
  }

  get(id: string): JournalEntry | null {
    const row = this.#connection
      .prepare(`SELECT ${SUMMARY}, input, changes FROM journal WHERE id = ?`)
      .get(id) as (JournalRow & { input: string; changes: string }) | undefined;
    return row ? { ...summary(row), input: JSON.parse(row.input), changes: JSON.parse(row.changes) } : null;
  }

  /** The newest first. */
  list({ before, limit, documentId, annotatorId, name }: HistoryFilter): JournalSummary[] {
    const rows = this.#connection
      .prepare(
        `SELECT ${SUMMARY} FROM journal
         WHERE hlc < @before
           AND (@documentId IS NULL OR seq IN (SELECT seq FROM journal_document WHERE document_id = @documentId))
           AND (@annotatorId IS NULL OR annotator_id = @annotatorId)
           AND (@name IS NULL OR name = @name)
         ORDER BY seq DESC LIMIT @limit`,
      )
      .all({
        before: before ?? END_OF_TIME,
        documentId: documentId ?? null,
        annotatorId: annotatorId ?? null,
        name: name ?? null,
        limit,
      }) as JournalRow[];
    return rows.map(summary);
  }

  /** The changes of the entries after one that touch a document, the newest entry first. */
  *changesAfter(seq: number, documentId: string): Generator<Change[]> {
    const rows = this.#connection
      .prepare(
        `SELECT changes FROM journal
         WHERE seq IN (SELECT seq FROM journal_document WHERE document_id = ? AND seq > ?) ORDER BY seq DESC`,
      )
      .pluck()
      .iterate(documentId, seq);
    for (const changes of rows) yield JSON.parse(changes as string);
  }

  documentsOf(seq: number): string[] {
    return this.#connection
      .prepare('SELECT document_id FROM journal_document WHERE seq = ?')
      .pluck()
      .all(seq) as string[];
  }

  /**
   * Every change that was made in this file, in order of writing; not what follows from taking
   * colleagues' changes in, nor undoing and redoing of that.
   * @param documentIds only entries that touch one of these, or no document at all
   */
  *made(documentIds?: ReadonlySet<string>): Generator<StampedChange> {
    const rows = this.#connection
      .prepare(
        `WITH RECURSIVE derived (id) AS (
           SELECT id FROM journal WHERE name = @takeIn
           UNION SELECT later.id FROM journal AS later JOIN derived ON later.reverts = derived.id
         )
         SELECT ${SUMMARY}, changes FROM journal AS entry
         WHERE id NOT IN (SELECT id FROM derived)
           AND (@documents IS NULL
                OR EXISTS (SELECT 1 FROM journal_document AS link, json_each(@documents) AS wanted
                           WHERE link.document_id = wanted.value AND link.seq = entry.seq)
                OR NOT EXISTS (SELECT 1 FROM journal_document AS link WHERE link.seq = entry.seq))
         ORDER BY seq`,
      )
      .iterate({
        takeIn: TAKE_IN,
        documents: documentIds ? JSON.stringify([...documentIds]) : null,
      }) as IterableIterator<JournalRow & { changes: string }>;
    for (const row of rows) {
      const times = new Map<string, number>();
      for (const change of JSON.parse(row.changes) as Change[]) {
        const key = `${change.kind} ${change.id}`;
        const nth = times.get(key) ?? 0;
        times.set(key, nth + 1);
        yield {
          entryId: row.id,
          hlc: row.hlc,
          annotatorId: row.annotator_id,
          deviceId: row.device_id,
          name: row.name,
          nth,
          change,
        };
      }
    }
  }

  /** The changes made here of one record; reads the whole journal. */
  *madeOf(kind: RecordKind, id: string): Generator<StampedChange> {
    for (const stamped of this.made())
      if (stamped.change.kind === kind && stamped.change.id === id) yield stamped;
  }

  /**
   * Those of some ids that an annotator's record of a document had here at any time. What came from
   * elsewhere is not looked for, nor is what adjudicating made: entries of both can be very large.
   */
  madeHere(documentId: string, ids: readonly string[]): string[] {
    return this.#connection
      .prepare(
        `SELECT DISTINCT each.value ->> '$.id'
         FROM journal_document AS link JOIN journal USING (seq), json_each(journal.changes) AS each
         WHERE link.document_id = ? AND journal.name <> ? AND journal.name NOT LIKE 'review.%'
           AND each.value ->> '$.id' IN (SELECT value FROM json_each(?))`,
      )
      .pluck()
      .all(documentId, TAKE_IN, JSON.stringify(ids)) as string[];
  }

  /** The first change of each kind of record in an entry, with the number of that kind. */
  firstOfEachKind(seq: number): { change: Change; count: number }[] {
    const rows = this.#connection
      .prepare(
        `SELECT min(each.key), each.value AS change, count(*) AS count
         FROM journal, json_each(journal.changes) AS each
         WHERE journal.seq = ? GROUP BY each.value ->> '$.kind'`,
      )
      .all(seq) as { change: string; count: number }[];
    return rows.map(({ change, count }) => ({ change: JSON.parse(change), count }));
  }

  count(): number {
    return this.#connection.prepare('SELECT count(*) FROM journal').pluck().get() as number;
  }

  /** The annotator's newest command, done or done again, that nothing has taken back. */
  nextToUndo(annotatorId: string): JournalSummary | null {
    const row = this.#connection
      .prepare(
        `SELECT ${SUMMARY} FROM journal AS entry
         WHERE annotator_id = ? AND kind IN ('do', 'redo') AND name NOT IN ('project.create', 'annotator.join')
           AND NOT EXISTS (SELECT 1 FROM journal AS later WHERE later.reverts = entry.id)
         ORDER BY seq DESC LIMIT 1`,
      )
      .get(annotatorId) as JournalRow | undefined;
    return row ? summary(row) : null;
  }

  /** The annotator's newest undoing that nothing has taken back, unless something new was done since. */
  nextToRedo(annotatorId: string): JournalSummary | null {
    const row = this.#connection
      .prepare(
        `SELECT ${SUMMARY} FROM journal AS entry
         WHERE annotator_id = @annotator AND kind = 'undo'
           AND NOT EXISTS (SELECT 1 FROM journal AS later WHERE later.reverts = entry.id)
           AND NOT EXISTS (SELECT 1 FROM journal AS later
                           WHERE later.annotator_id = @annotator AND later.kind = 'do' AND later.seq > entry.seq)
         ORDER BY seq DESC LIMIT 1`,
      )
      .get({ annotator: annotatorId }) as JournalRow | undefined;
    return row ? summary(row) : null;
  }
}
