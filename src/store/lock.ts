import { rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { ParleyError } from '@core/errors';
import { type Connection, openConnection } from './sqlite';

/** Who writes a project at the moment, as the lock file tells. */
export interface LockHolder {
  pid: number;
  host: string;
  annotator: string;
  /** ISO 8601. */
  since: string;
}

/**
 * The right to write one project. It is a tiny SQLite database beside the project in which a
 * write transaction is kept open: the operating system drops that lock when the process ends,
 * however it ends, so a lock is never stale; and others can still read in it who holds it.
 */
export class WriterLock {
  readonly #connection: Connection;
  readonly #file: string;

  private constructor(connection: Connection, file: string) {
    this.#connection = connection;
    this.#file = file;
  }

  /**
   * @param projectFile canonical path of the project
   * @param token anything unique, to tell this lock file from one put in its place
   * @throws ParleyError 'locked', naming the holder
   */
  static acquire(projectFile: string, holder: Omit<LockHolder, 'pid' | 'host'>, token: string): WriterLock {
    const file = `${projectFile}-lock`;
    for (let attempt = 0; attempt < 10; attempt++) {
      const connection = openConnection(file, { timeout: 0 });
      try {
        connection.pragma('journal_mode = MEMORY');
        connection.exec('BEGIN IMMEDIATE');
        connection.exec(
          'CREATE TABLE IF NOT EXISTS holder (token TEXT, pid INTEGER, host TEXT, annotator TEXT, since TEXT)',
        );
        connection.prepare('DELETE FROM holder').run();
        connection
          .prepare('INSERT INTO holder VALUES (?, ?, ?, ?, ?)')
          .run(token, process.pid, hostname(), holder.annotator, holder.since);
        connection.exec('COMMIT');
        connection.exec('BEGIN IMMEDIATE');
      } catch (thrown) {
        connection.close();
        if (isBusy(thrown)) throw lockedError(projectFile, readHolder(file));
        throw thrown;
      }
      if (tokenIn(file) === token) return new WriterLock(connection, file);
      connection.close();
    }
    throw lockedError(projectFile, readHolder(file));
  }

  release(): void {
    if (process.platform !== 'win32') rmSync(this.#file, { force: true });
    this.#connection.close();
    if (process.platform === 'win32') rmSync(this.#file, { force: true });
  }
}

function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('SQLITE_BUSY');
}

/** The token in the file that stands at this path now; a lock file removed by its last holder has none. */
function tokenIn(file: string): string | null {
  return readFrom(file, 'SELECT token FROM holder', (value) => value as string);
}

/** Who holds the lock of the project at this path; null when nobody does or it cannot be told. */
function readHolder(file: string): LockHolder | null {
  return readFrom(
    file,
    "SELECT json_object('pid', pid, 'host', host, 'annotator', annotator, 'since', since) FROM holder",
    (value) => JSON.parse(value as string) as LockHolder,
  );
}

function readFrom<Value>(file: string, sql: string, read: (value: unknown) => Value): Value | null {
  let connection: Connection | null = null;
  try {
    connection = openConnection(file, { readonly: true, fileMustExist: true, timeout: 1000 });
    const value = connection.prepare(sql).pluck().get();
    return value === undefined ? null : read(value);
  } catch {
    return null;
  } finally {
    connection?.close();
  }
}

function lockedError(projectFile: string, holder: LockHolder | null): ParleyError {
  const who = holder
    ? `by ${holder.annotator} on ${holder.host} (process ${holder.pid}, since ${holder.since})`
    : 'by another program';
  return new ParleyError('locked', {
    file: projectFile,
    cause: `The project is open for writing ${who}`,
    remedy: 'Close it there, or open it here for reading only.',
  });
}
