import { basename, dirname, join } from 'node:path';
import { publish } from './claim';
import { withParleyErrors } from './errors';
import { ProjectFile } from './project-file';

/**
 * Copies a project file as it stands, also while somebody writes it; the copy gets its name only
 * when it is whole.
 * @param token something that no other copy has at the moment
 * @throws ParleyError 'exists', 'io', and what opening a project throws
 */
export function copyProject(path: string, to: string, token: string): void {
  const file = ProjectFile.open(path, { annotator: '', token, since: '' }, { readOnly: true });
  const part = join(dirname(to), `.${basename(to)}.${token}.part`);
  try {
    // SQLite's own copy, which sees through a log that waits beside the file.
    file.connection.pragma('query_only = 0');
    withParleyErrors(to, () => file.connection.prepare('VACUUM INTO ?').run(part));
  } finally {
    file.close();
  }
  publish(part, to);
}
