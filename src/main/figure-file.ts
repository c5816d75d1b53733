import { rename, rm, writeFile } from 'node:fs/promises';
import { ParleyError } from '@core/errors';

/**
 * Writes a file whole or not at all.
 * @throws ParleyError 'io' where it cannot be written
 */
export async function saveFigure(path: string, content: Uint8Array): Promise<void> {
  const part = `${path}.part`;
  try {
    await writeFile(part, content, { flush: true });
    await rename(part, path);
  } catch (thrown) {
    await rm(part, { force: true });
    throw new ParleyError('io', {
      file: path,
      cause: thrown instanceof Error ? thrown.message : String(thrown),
      remedy: 'Choose another folder.',
    });
  }
}
