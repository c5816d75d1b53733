import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ParleyError } from '@core/errors';
import Database from 'better-sqlite3';

/** Below this SQLite can damage a WAL file that two connections write at once (fixed in 3.51.3). */
const OLDEST_SAFE_SQLITE = [3, 51, 3] as const;
/** better-sqlite3's shipped binary needs this Node-API version; on an older one it ends the process. */
const PREBUILT_NAPI = 10;

export type Connection = Database.Database;
export type Statement = Database.Statement<unknown[]>;

let checked = false;

/**
 * Opens a SQLite connection after making sure, once, that the addon can be loaded in this
 * runtime and that its SQLite is free of the WAL-reset bug.
 * @throws ParleyError 'internal' with the remedy where not.
 */
export function openConnection(file: string, options: Database.Options): Connection {
  if (!checked) refuseCrashingAddon();
  const connection = new Database(file, options);
  if (!checked) {
    refuseUnsafeSqlite(connection);
    checked = true;
  }
  return connection;
}

function refuseCrashingAddon(): void {
  if (Number(process.versions.napi) >= PREBUILT_NAPI) return;
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('better-sqlite3/package.json'));
  if (existsSync(join(folder, 'build', 'Release', 'better_sqlite3.node'))) return;
  throw new ParleyError('internal', {
    cause: `better-sqlite3's shipped binary cannot run here (Node-API ${process.versions.napi})`,
    remedy: 'Run "npm run setup", which builds one that can.',
  });
}

function refuseUnsafeSqlite(connection: Connection): void {
  const version = connection.prepare('SELECT sqlite_version()').pluck().get() as string;
  const parts = version.split('.').map(Number);
  const order = OLDEST_SAFE_SQLITE.map((part, index) => (parts[index] ?? 0) - part).find((d) => d !== 0) ?? 0;
  if (order >= 0) return;
  connection.close();
  throw new ParleyError('internal', {
    cause: `SQLite ${version} can damage project files; ${OLDEST_SAFE_SQLITE.join('.')} is the oldest that is safe`,
    remedy: 'Reinstall the program with its own SQLite.',
  });
}
