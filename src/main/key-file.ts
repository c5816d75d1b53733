import { readFile, writeFile } from 'node:fs/promises';
import { KeySet } from '@contract/keys';
import { ParleyError } from '@core/errors';

const MOST_BYTES = 1_000_000;

/** @throws ParleyError 'io' where the file cannot be written */
export async function writeKeySet(path: string, set: KeySet): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(set, null, 2)}\n`);
  } catch (error) {
    throw new ParleyError('io', { file: path, cause: messageOf(error) });
  }
}

/** @throws ParleyError 'io' where the file cannot be read, 'bad-input' where it is no key set */
export async function readKeySet(path: string): Promise<KeySet> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (error) {
    throw new ParleyError('io', { file: path, cause: messageOf(error) });
  }
  if (content.length > MOST_BYTES) throw notKeys(path, 'it is far too large');
  try {
    const checked = KeySet.safeParse(JSON.parse(content));
    if (checked.success) return checked.data;
    const [issue] = checked.error.issues;
    throw notKeys(path, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'it says something else'}`);
  } catch (error) {
    throw error instanceof ParleyError ? error : notKeys(path, 'it is no JSON');
  }
}

function notKeys(path: string, why: string): ParleyError {
  return new ParleyError('bad-input', { file: path, cause: `This is no file of keys of Parley (${why})` });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
