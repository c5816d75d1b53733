import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ParleyError } from '@core/errors';
import type { SchemaDefinition } from '@core/model/schema';
import { readSchemaText } from '../formats/schema-file/reader';
import { type SchemaFormat, writeSchemaText } from '../formats/schema-file/writer';
import { withParleyErrors } from '../store/errors';

const MOST_BYTES = 20_000_000;

export type { SchemaFormat } from '../formats/schema-file/writer';
export { writeSchemaText } from '../formats/schema-file/writer';

/**
 * A schema from a YAML or JSON file.
 * @throws ParleyError 'not-found', 'io'; 'bad-input' with the line of what is wrong
 */
export function readSchemaFile(path: string): SchemaDefinition {
  const bytes = withParleyErrors(path, () => {
    if (statSync(path).size > MOST_BYTES) {
      throw new ParleyError('bad-input', { file: path, cause: 'The file is too large for a schema' });
    }
    return readFileSync(path);
  });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ParleyError('bad-input', {
      file: path,
      cause: 'The file is not in UTF-8',
      remedy: 'Save it as UTF-8 and read it again.',
    });
  }
  return readSchemaText(text, path);
}

/**
 * Writes a schema to a file, which appears whole or not at all.
 * @throws ParleyError 'exists', 'not-found', 'io', 'disk-full'
 */
export function writeSchemaFile(
  path: string,
  definition: SchemaDefinition,
  { format, overwrite }: { format: SchemaFormat; overwrite: boolean },
): void {
  if (existsSync(path) && !overwrite) {
    throw new ParleyError('exists', {
      file: path,
      remedy: 'Choose another name, or say that it may be replaced.',
    });
  }
  const part = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  withParleyErrors(path, () => {
    try {
      writeFileSync(part, writeSchemaText(definition, format), { flag: 'wx' });
      renameSync(part, path);
    } finally {
      rmSync(part, { force: true });
    }
  });
}
