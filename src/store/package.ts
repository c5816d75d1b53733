import type { Connection } from './sqlite';

/** What a handed-over file says of itself, as it was written; null in a project that nobody handed over. */
export function readManifest(connection: Connection): unknown {
  const text = connection.prepare('SELECT manifest FROM package WHERE id = 1').pluck().get();
  return typeof text === 'string' ? JSON.parse(text) : null;
}

export function writeManifest(connection: Connection, manifest: unknown): void {
  connection.prepare('INSERT OR REPLACE INTO package VALUES (1, ?)').run(JSON.stringify(manifest));
}
