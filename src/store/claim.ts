import { closeSync, existsSync, linkSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { ParleyError } from '@core/errors';
import { withParleyErrors } from './errors';

/**
 * Makes an empty file under a name that nobody has, and its folder where that is missing. The file
 * is closed before SQLite first opens it, since closing it later would drop SQLite's locks
 * (sqlite.org/howtocorrupt.html, 2.2).
 * @throws ParleyError 'exists', 'io'
 */
export function claim(path: string): void {
  makeFolder(dirname(path));
  withParleyErrors(path, () => closeSync(openSync(path, 'wx')));
}

/**
 * Gives a finished, closed file its name, if nobody has that name; two programs that make the same
 * project at once cannot both succeed.
 * @throws ParleyError 'exists', 'io'; the unfinished name is gone either way
 */
export function publish(part: string, path: string): void {
  try {
    withParleyErrors(path, () => link(part, path));
  } finally {
    rmSync(part, { force: true });
  }
}

function link(part: string, path: string): void {
  try {
    linkSync(part, path);
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : '';
    if (code === 'EEXIST') throw thrown;
    // Some file systems have no second names for a file.
    if (existsSync(path)) throw new ParleyError('exists', { file: path });
    renameSync(part, path);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (thrown) {
    throw new ParleyError('io', {
      file: folder,
      cause: `The folder cannot be made (${thrown instanceof Error ? thrown.message : String(thrown)})`,
      remedy: 'Choose another place for the project.',
    });
  }
}
