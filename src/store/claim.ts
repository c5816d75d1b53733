import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { withParleyErrors } from './errors';

/**
 * Makes an empty file under a new project's name, or fails when there is one: two programs that
 * make the same project at once cannot both succeed. The file is closed before SQLite first
 * opens it, since closing it later would drop SQLite's locks (sqlite.org/howtocorrupt.html, 2.2).
 * @throws ParleyError 'exists', 'io'
 */
export function claim(path: string): void {
  withParleyErrors(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    closeSync(openSync(path, 'wx'));
  });
}
