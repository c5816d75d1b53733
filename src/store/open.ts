import { lstatSync, realpathSync } from 'node:fs';
import { ParleyError } from '@core/errors';
import { damaged } from './errors';
import { APPLICATION_ID, CURRENT_VERSION, migrate, schemaOf } from './migrations';
import { type Connection, openConnection } from './sqlite';

/** Settings of every connection, in order; each is read back, because SQLite ignores what it does not take. */
function settings(readOnly: boolean): [name: string, value: string | number][] {
  return [
    ['foreign_keys', 1],
    ...(readOnly ? [] : ([['journal_mode', 'wal']] as [string, string][])),
    ['synchronous', 2],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['mmap_size', 0],
    ['busy_timeout', 5000],
    ['temp_store', 2],
  ];
}

/** @throws ParleyError 'internal' when a setting does not hold. */
export function configure(connection: Connection, readOnly: boolean): void {
  for (const [name, value] of settings(readOnly)) {
    connection.pragma(`${name} = ${value}`);
    const [row] = connection.pragma(name) as Record<string, unknown>[];
    const is = row ? Object.values(row)[0] : undefined;
    // A build without memory mapping answers nothing where 0 was asked.
    if (name === 'mmap_size' && is === undefined) continue;
    if (String(is) !== String(value)) {
      throw new ParleyError('internal', { cause: `SQLite keeps ${name} at ${is}, ${value} is needed` });
    }
  }
}

/**
 * The one true path of a project file, links resolved.
 * @throws ParleyError 'not-found', 'bad-input' (no regular file, or one with a second name that
 *   another program could write through)
 */
export function canonicalPath(path: string): string {
  let real: string;
  try {
    real = realpathSync(path);
  } catch {
    throw new ParleyError('not-found', { file: path, cause: 'There is no such file' });
  }
  const stat = lstatSync(real);
  if (!stat.isFile()) {
    throw new ParleyError('bad-input', { file: path, cause: 'A project is one regular file; this is not' });
  }
  if (stat.nlink > 1) {
    throw new ParleyError('bad-input', {
      file: path,
      cause: `The file has ${stat.nlink} names (hard links), through which two programs could write it unawares`,
      remedy: 'Make a real copy and open that.',
    });
  }
  return real;
}

/**
 * Looks at a project file without changing it.
 * @returns the version of the file
 * @throws ParleyError 'not-a-project', 'newer-file', 'damaged'
 */
export function inspect(connection: Connection, path: string): number {
  const applicationId = connection.pragma('application_id', { simple: true }) as number;
  const version = connection.pragma('user_version', { simple: true }) as number;
  if (applicationId !== APPLICATION_ID) {
    throw new ParleyError('not-a-project', {
      file: path,
      cause: 'This is not a Parley project: it is a database of another program, or an empty file',
      remedy: 'Choose a file that ends in .parley. The file was not changed.',
    });
  }
  if (version > CURRENT_VERSION) {
    throw new ParleyError('newer-file', {
      file: path,
      cause: `The project was written by a newer version of Parley (file version ${version}, this program knows ${CURRENT_VERSION})`,
      remedy: 'Update Parley and open it again. The file was not changed.',
    });
  }
  if (version < 1) throw damaged(path, `file version ${version}`);
  const findings = connection.pragma('quick_check(5)') as { quick_check: string }[];
  const found = findings.map((row) => row.quick_check).filter((line) => line !== 'ok');
  if (found.length > 0) throw damaged(path, found.join('; ').replace(/\s+/g, ' ').slice(0, 300));
  return version;
}

/** @throws ParleyError 'damaged' when tables, triggers or views differ from what this version has. */
export function compareSchema(connection: Connection, path: string): void {
  const reference = openConnection(':memory:', {});
  try {
    migrate(reference, 0);
    const expected = schemaOf(reference);
    const actual = schemaOf(connection);
    for (const [what, sql] of actual) {
      if (expected.get(what) !== sql) throw damaged(path, `${what} is not as Parley made it`);
    }
    for (const what of expected.keys()) if (!actual.has(what)) throw damaged(path, `${what} is missing`);
  } finally {
    reference.close();
  }
}
