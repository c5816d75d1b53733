import { existsSync, realpathSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { app, BrowserWindow, type WebContents } from 'electron';
import type { Identity } from '../engine/index';
import { loadProfile } from '../engine/profile';
import type { Goal } from './engine-host';
import { ProjectWindow } from './project-window';
import { recentProjects } from './recent';

const windows = new Set<ProjectWindow>();
let identity: Identity | null = null;

function me(): Identity {
  identity ??= loadProfile(app.getPath('userData'), userInfo().username);
  return identity;
}

function newWindow(): ProjectWindow {
  const window = new ProjectWindow();
  windows.add(window);
  window.window.on('closed', () => windows.delete(window));
  return window;
}

/** The window that a page belongs to; null for a page of no window of ours. */
export function windowOf(contents: WebContents): ProjectWindow | null {
  return [...windows].find(({ window }) => window.webContents === contents) ?? null;
}

export function focusedWindow(): ProjectWindow | null {
  const focused = BrowserWindow.getFocusedWindow();
  return [...windows].find(({ window }) => window === focused) ?? [...windows].at(-1) ?? null;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/**
 * Opens a project: in the window that has it, else in `into`, else in a window without a
 * project, else in a new one.
 */
export function openProjectFile(
  path: string,
  { readOnly = false, into }: { readOnly?: boolean; into?: ProjectWindow } = {},
): void {
  const real = realPath(path);
  const already = [...windows].find((window) => window.path !== null && realPath(window.path) === real);
  if (already) already.focus();
  else place({ type: 'open', path: real, readOnly, identity: me() }, into);
}

/** Makes a project, with files to import into it, and shows it like {@link openProjectFile}. */
export function createProjectFile(path: string, importPaths: string[], into?: ProjectWindow): void {
  place({ type: 'create', path, name: basename(path, '.parley'), identity: me(), importPaths }, into);
}

function place(goal: Goal, into?: ProjectWindow): void {
  const window = into ?? [...windows].find(({ path }) => path === null) ?? newWindow();
  void window.open(goal);
  window.focus();
}

/** The project last open; the first time a new one with the seed documents. */
export function openLastProject(): void {
  const [last] = recentProjects();
  if (last) {
    openProjectFile(last.path);
    return;
  }
  const first = join(app.getPath('documents'), 'Parley', 'First project.parley');
  if (existsSync(first)) openProjectFile(first);
  else createProjectFile(first, [seedsFolder()]);
}

function seedsFolder(): string {
  return app.isPackaged ? join(process.resourcesPath, 'seeds') : join(app.getAppPath(), 'seeds');
}

export async function closeAllEngines(): Promise<void> {
  await Promise.all([...windows].map((window) => window.closeEngine()));
}

export function hasWindows(): boolean {
  return windows.size > 0;
}
