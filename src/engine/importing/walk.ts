import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Work } from '../context';

const TEXT_FILE = /\.(txt|text|md|markdown)$/i;

export interface Found {
  files: { path: string; size: number }[];
  refused: { file: string; message: string }[];
  /** Files in folders that are of no kind that can be imported. */
  passedOver: number;
}

/**
 * The files behind a list of files and folders, each once, folders in order of name. In a folder
 * only plain text files count; hidden files are passed by. Links are followed, circles end.
 */
export async function filesIn(paths: readonly string[], work: Work): Promise<Found> {
  const found: Found = { files: [], refused: [], passedOver: 0 };
  const seen = new Set<string>();

  const visit = async (path: string, inFolder: boolean): Promise<void> => {
    await work.breathe();
    let real: string;
    let info: Stats;
    try {
      real = await realpath(path);
      info = await stat(real);
    } catch (thrown) {
      found.refused.push({ file: path, message: unreadable(thrown) });
      return;
    }
    if (seen.has(real)) return;
    seen.add(real);
    if (info.isDirectory()) {
      const names = (await readdir(real)).filter((name) => !name.startsWith('.')).sort(byName);
      for (const name of names) await visit(join(real, name), true);
    } else if (!info.isFile()) {
      found.refused.push({ file: path, message: 'This is no regular file.' });
    } else if (inFolder && !TEXT_FILE.test(path)) {
      found.passedOver++;
    } else {
      found.files.push({ path, size: info.size });
    }
    work.progress({ done: found.files.length, total: null, what: 'Looking for files' });
  };

  for (const path of paths) await visit(path, false);
  return found;
}

const collator = new Intl.Collator('en', { numeric: true });
function byName(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : 1);
}

/** Why a file cannot be read, in words that follow its name. */
export function unreadable(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (code === 'ENOENT') return 'There is no such file.';
  if (code === 'EACCES' || code === 'EPERM') return 'You may not read this file.';
  if (code === 'ELOOP') return 'This link leads back to itself.';
  return `It could not be read (${thrown instanceof Error ? thrown.message : String(thrown)}).`;
}
