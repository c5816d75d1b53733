import { ParleyError } from '@core/errors';

interface SqliteLike {
  code: string;
  message: string;
}

function isSqliteError(thrown: unknown): thrown is SqliteLike {
  return thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('SQLITE_');
}

/** A thrown value of SQLite or the file system in Parley's own kinds; ParleyErrors pass unchanged. */
export function asParleyError(thrown: unknown, file: string): unknown {
  if (isSqliteError(thrown)) return fromSqlite(thrown, file);
  if (thrown instanceof Error && 'code' in thrown) {
    if (thrown.code === 'ENOENT')
      return new ParleyError('not-found', { file, cause: 'There is no such file' });
    if (thrown.code === 'ENOSPC') return new ParleyError('disk-full', { file });
    if (thrown.code === 'EEXIST') return new ParleyError('exists', { file });
    if (typeof thrown.code === 'string' && /^E[A-Z]+$/.test(thrown.code)) {
      return new ParleyError('io', { file, cause: thrown.message });
    }
  }
  return thrown;
}

function fromSqlite(error: SqliteLike, file: string): ParleyError {
  const code = error.code.replace(/^(SQLITE_[A-Z]+)_.*$/, '$1');
  switch (code) {
    case 'SQLITE_NOTADB':
      return new ParleyError('not-a-project', {
        file,
        cause: 'This is not a Parley project: the file is no SQLite database',
        remedy: 'Choose a file that ends in .parley, or import it as a document. The file was not changed.',
      });
    case 'SQLITE_CORRUPT':
      return damaged(file, error.message);
    case 'SQLITE_FULL':
      return new ParleyError('disk-full', { file, remedy: 'Free some space and do it again.' });
    case 'SQLITE_READONLY':
      return new ParleyError('read-only', { file });
    case 'SQLITE_BUSY':
      return new ParleyError('locked', { file, remedy: 'Close it there, or open it here for reading only.' });
    case 'SQLITE_CONSTRAINT':
      return new ParleyError('conflict', {
        cause: `Something that this refers to is not there, or is still in use (${error.message})`,
      });
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_IOERR':
    case 'SQLITE_PERM':
      return new ParleyError('io', {
        file,
        cause: `The file could not be read or written (${error.message})`,
      });
    default:
      return new ParleyError('internal', { file, cause: `${error.code}: ${error.message}` });
  }
}

export function damaged(file: string, detail: string): ParleyError {
  return new ParleyError('damaged', {
    file,
    cause: `The project file is damaged (${detail})`,
    remedy: 'The file was not changed. Restore it from a backup copy.',
  });
}

/** Runs `work`, turning what it throws into Parley's own kinds. */
export function withParleyErrors<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (thrown) {
    throw asParleyError(thrown, file);
  }
}
