import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The files that a command line asks to open, as absolute paths.
 * @param words the command line, from the program's own name on
 * @param cwd the folder that relative names count from
 * @param appFolder where Electron is started with an app's folder as a word (`electron . FILE`),
 *   that folder: it and what stands before it are no files to open; null in a packaged app
 */
export function filesToOpen(words: readonly string[], cwd: string, appFolder: string | null): string[] {
  return ownWords(words.slice(1), cwd, appFolder)
    .filter((word) => word !== '' && !word.startsWith('-'))
    .map((word) => (word.startsWith('file:') ? pathOfUrl(word) : resolve(cwd, word)))
    .filter((path) => path !== null);
}

function ownWords(words: string[], cwd: string, appFolder: string | null): string[] {
  if (appFolder === null) return words;
  const isSwitch = (word: string) => word.startsWith('-');
  const app = words.findIndex((word) => !isSwitch(word) && resolve(cwd, word) === appFolder);
  return words.slice((app >= 0 ? app : words.findIndex((word) => !isSwitch(word))) + 1);
}

function pathOfUrl(url: string): string | null {
  try {
    return fileURLToPath(url);
  } catch {
    return null;
  }
}

/** What to show where no file is asked for: a project that is there, or one to make. */
export type LaunchPlan = { open: string } | { create: string };

/**
 * What to show where no file is asked for: the project that was open last (also when it has gone
 * since: the window then says so), else the first project, made where it is not there.
 */
export function planLaunch(last: string | null, first: string, firstExists: boolean): LaunchPlan {
  if (last !== null) return { open: last };
  return firstExists ? { open: first } : { create: first };
}
