import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A path inside the project. */
export const inProject = (...parts) => join(root, ...parts);

/** What takes long to fetch or build is kept here between clones, keyed by version. */
export const cacheFolder =
  process.env.PARLEY_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'parley');

/** The Node that the lock file brings, whatever the machine's own; the machine's own until it is there. */
export function nodeExecutable() {
  const own = inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(own) ? own : process.execPath;
}

/** Environment in which the project's Node and tools come first. */
export function toolEnvironment(extra = {}) {
  const delimiter = process.platform === 'win32' ? ';' : ':';
  const folders = [inProject('node_modules', 'node', 'bin'), inProject('node_modules', '.bin')];
  const { npm_config_nodedir: _, ...inherited } = process.env;
  return { ...inherited, PATH: [...folders, process.env.PATH].join(delimiter), ...extra };
}
