import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { ParleyError } from '@core/errors';
import type { SchemaDefinition } from '@core/model/schema';
import { readyMadeSchemas } from '@core/schemas/index';
import { readSchemaFile } from '../engine/schema-files';
import { type SessionOptions, withProject } from './session';

/**
 * A schema by the name of a ready-made one, or from a file: a project (the version in force), YAML
 * or JSON. A file goes before a name.
 * @throws ParleyError 'not-found', 'bad-input'
 */
export async function schemaFrom(source: string, session: SessionOptions): Promise<SchemaDefinition> {
  const path = resolve(source);
  if (existsSync(path)) return isProject(path) ? schemaOfProject(path, session) : readSchemaFile(path);
  const found = readyMadeSchemas.find(({ id }) => id === source);
  if (found) return found;
  throw new ParleyError('not-found', {
    file: source,
    cause: 'There is neither such a file nor a ready-made schema of that name',
    remedy: `Ready-made are: ${readyMadeSchemas.map(({ id }) => id).join(', ')}.`,
  });
}

export async function schemaOfProject(
  path: string,
  session: SessionOptions,
  version?: number,
): Promise<SchemaDefinition> {
  const { definition } = await withProject(path, { ...session, readOnly: true }, (client) =>
    client.call('schema.get', { version }),
  );
  return definition;
}

/** Whether a file is a database, as projects are. */
export function isProject(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(16);
    readSync(file, head, 0, 16, 0);
    return head.toString('latin1') === 'SQLite format 3\0';
  } finally {
    closeSync(file);
  }
}
