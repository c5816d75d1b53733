import { basename } from 'node:path';

/** A project as lists of projects show it. */
export interface RecentProject {
  path: string;
  /** The file's name without its ending. */
  name: string;
}

const MOST = 12;

/** The list with this project at its head. */
export function withProject(paths: readonly string[], path: string): string[] {
  return [path, ...paths.filter((other) => other !== path)].slice(0, MOST);
}

export function projectName(path: string): string {
  return basename(path).replace(/\.parley$/i, '') || basename(path);
}
