import { accessSync, constants, existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { ParleyError } from '@core/errors';
import type { JournalEntry } from '@core/journal/entry';
import type { StampedChange } from '@core/merge/fold';
import { blindfold } from './blind';
import { claim } from './claim';
import { asParleyError, withParleyErrors } from './errors';
import { Journal } from './journal';
import { WriterLock } from './lock';
import { CURRENT_VERSION, migrate } from './migrations';
import { canonicalPath, compareSchema, configure, inspect } from './open';
import { ReceivedStore } from './received';
import { RecordStore } from './records';
import { type Connection, openConnection } from './sqlite';
import { TextStore } from './texts';

/** What the lock file tells others about this session. */
export interface Session {
  annotator: string;
  /** Unique to this opening. */
  token: string;
  /** ISO 8601. */
  since: string;
}

/**
 * One open project file. All writing goes through {@link commit}, in one transaction each.
 * While it is open for writing it holds the project's lock.
 */
export class ProjectFile {
  readonly path: string;
  readonly readOnly: boolean;
  readonly connection: Connection;
  readonly records: RecordStore;
  readonly journal: Journal;
  readonly texts: TextStore;
  /** Changes made in other files. */
  readonly received: ReceivedStore;
  readonly #lock: WriterLock | null;
  /** From whom colleagues' work is hidden on this connection. */
  readonly #blindFor: string | null;

  private constructor(
    path: string,
    connection: Connection,
    lock: WriterLock | null,
    blindFor: string | null = null,
  ) {
    this.path = path;
    this.readOnly = lock === null;
    this.connection = connection;
    this.#lock = lock;
    this.#blindFor = blindFor;
    this.records = new RecordStore(connection);
    this.journal = new Journal(connection);
    this.texts = new TextStore(connection);
    this.received = new ReceivedStore(connection);
  }

  /**
   * Makes a new, empty project file.
   * @throws ParleyError 'exists', 'locked', 'io', 'disk-full'; nothing is left behind then
   */
  static create(path: string, session: Session): ProjectFile {
    claim(path);
    let lock: WriterLock | null = null;
    let connection: Connection | null = null;
    try {
      const real = canonicalPath(path);
      lock = WriterLock.acquire(real, session, session.token);
      connection = openConnection(real, {});
      configure(connection, false);
      const made = connection;
      made.transaction(() => migrate(made, 0)).immediate();
      return new ProjectFile(real, made, lock);
    } catch (thrown) {
      connection?.close();
      lock?.release();
      removeProjectFiles(path);
      throw asParleyError(thrown, path);
    }
  }

  /**
   * Opens a project file: looks at it first without changing anything, then takes the lock, and
   * brings an older file to the current version. With `readOnly`, and where the file or its folder
   * cannot be written, it is opened for reading, without the lock.
   * @throws ParleyError 'not-found', 'not-a-project', 'newer-file', 'damaged', 'locked', 'io'
   */
  static open(path: string, session: Session, { readOnly = false } = {}): ProjectFile {
    return withParleyErrors(path, () => {
      const real = canonicalPath(path);
      if (readOnly || !isWritable(real)) return ProjectFile.#openReadOnly(real);
      const version = look(real);
      const lock = WriterLock.acquire(real, session, session.token);
      let connection: Connection | null = null;
      try {
        connection = openConnection(real, { fileMustExist: true });
        configure(connection, false);
        const opened = connection;
        if (version < CURRENT_VERSION) opened.transaction(() => migrate(opened, version)).immediate();
        compareSchema(opened, real);
        return new ProjectFile(real, opened, lock);
      } catch (thrown) {
        connection?.close();
        lock.release();
        throw thrown;
      }
    });
  }

  static #openReadOnly(real: string): ProjectFile {
    const version = look(real);
    const connection = openForReading(real);
    try {
      configure(connection, true);
      if (version < CURRENT_VERSION) {
        throw new ParleyError('read-only', {
          file: real,
          cause: 'A project of an older version can only be read after it was brought up to date',
          remedy: 'Open it for writing once.',
        });
      }
      compareSchema(connection, real);
      return new ProjectFile(real, connection, null);
    } catch (thrown) {
      connection.close();
      throw thrown;
    }
  }

  /**
   * Writes an entry's changes and the entry itself, and returns after they are on disk
   * (synchronous=FULL). `texts` are texts that the changes' documents need, `received` changes of
   * other files that these follow from.
   * @throws ParleyError 'read-only', 'conflict', 'disk-full', 'io'; the file is then as before
   */
  commit(
    entry: Omit<JournalEntry, 'seq'>,
    texts: ReadonlyMap<string, string> = new Map(),
    received: readonly StampedChange[] = [],
  ): JournalEntry {
    if (this.readOnly) throw new ParleyError('read-only', { file: this.path });
    return withParleyErrors(this.path, () =>
      this.connection
        .transaction(() => {
          for (const [sha256, content] of texts) this.texts.put(sha256, content);
          this.received.put(received);
          this.records.apply(entry.changes);
          return this.journal.append(entry);
        })
        .immediate(),
    );
  }

  /** A second, reading connection whose view of the project stands still until it is closed. */
  snapshot(): ProjectFile {
    return withParleyErrors(this.path, () => {
      const view = this.#reader(this.#blindFor);
      view.connection.exec('BEGIN');
      view.connection.prepare('SELECT count(*) FROM project').get();
      return view;
    });
  }

  /** A second, reading connection that does not show an annotator what is hidden from them, see blind.ts. */
  blindReader(annotatorId: string): ProjectFile {
    return withParleyErrors(this.path, () => this.#reader(annotatorId));
  }

  #reader(blindFor: string | null): ProjectFile {
    const connection = openForReading(this.path);
    configure(connection, true);
    if (blindFor !== null) {
      connection.pragma('query_only = 0');
      blindfold(connection, blindFor);
      connection.pragma('query_only = 1');
    }
    return new ProjectFile(this.path, connection, null, blindFor);
  }

  close(): void {
    this.connection.close();
    this.#lock?.release();
  }
}

/**
 * Inspects a file and leaves no trace: a log that waits beside it, from a crash, is read through
 * but not merged.
 */
function look(real: string): number {
  const connection = existsSync(`${real}-wal`) ? openReadOnly(real) : openForReading(real);
  try {
    return inspect(connection, real);
  } finally {
    connection.close();
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A connection that only reads. Where the folder can be written, SQLite may make and tidy away
 * its own files beside the project.
 */
function openForReading(real: string): Connection {
  if (!isWritable(real)) return openReadOnly(real);
  const connection = openConnection(real, { fileMustExist: true });
  connection.pragma('query_only = 1');
  return connection;
}

/** @throws ParleyError 'io' in a folder that cannot be written, where SQLite cannot make the shared memory that a log needs */
function openReadOnly(real: string): Connection {
  const connection = openConnection(real, { readonly: true, fileMustExist: true });
  try {
    connection.pragma('schema_version');
    return connection;
  } catch (thrown) {
    connection.close();
    if (
      isWritable(real) ||
      !(thrown instanceof Error && 'code' in thrown && thrown.code === 'SQLITE_CANTOPEN')
    ) {
      throw thrown;
    }
    throw new ParleyError('io', {
      file: real,
      cause:
        'The project lies in a folder that cannot be written, and SQLite needs to write beside it even to read it',
      remedy: 'Copy the file to a folder of your own and open it there.',
    });
  }
}

function removeProjectFiles(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}
