import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { HostMessage } from '@contract/host';
import { toWireError } from '@core/errors';
import { app, BrowserWindow, type WebContents } from 'electron';
import { liveEngines } from './engine-host';
import type { Goal } from './engine-messages';
import { planLaunch } from './launch';
import { identity } from './profile';
import { ProjectWindow } from './project-window';
import { lastProject } from './recent';
import { projectName } from './recent-list';

/** The windows, the one that had the focus last at the end. */
const windows = new Set<ProjectWindow>();

/** The window that a page belongs to; null for a page of no window of ours. */
export function windowOf(contents: WebContents): ProjectWindow | null {
  return [...windows].find(({ window }) => window.webContents === contents) ?? null;
}

/** The window that has the focus, or had it last; null when there is none. */
export function currentWindow(): ProjectWindow | null {
  const focused = BrowserWindow.getFocusedWindow();
  return [...windows].find(({ window }) => window === focused) ?? [...windows].at(-1) ?? null;
}

/** Brings a window to the front; with none left, one with the last project. */
export function showAnyWindow(): void {
  const window = currentWindow();
  if (window) window.focus();
  else showUsual();
}

/**
 * Opens a project: in the window that has it, else in `into` where that has none, else in any
 * window that has none, else in a new one.
 */
export function openProjectFile(
  path: string,
  { readOnly = false, into }: { readOnly?: boolean; into?: ProjectWindow | null } = {},
): void {
  const real = realPath(path);
  const holder = [...windows].find((window) => window.path !== null && realPath(window.path) === real);
  if (holder) holder.focus();
  else place(real, (who) => ({ type: 'open', path: real, readOnly, identity: who, importPaths: [] }), into);
}

/** Makes a project, with files to import into it and, where told, a ready-made schema, and shows it as {@link openProjectFile} does. */
export function createProjectFile(
  path: string,
  {
    importPaths = [],
    into,
    schemaId,
  }: { importPaths?: string[]; into?: ProjectWindow | null; schemaId?: string | undefined } = {},
): void {
  const name = projectName(path);
  place(path, (who) => ({ type: 'create', path, name, schemaId, identity: who, importPaths }), into);
}

/** Shows the last project, or the first time a new one with the app's own documents; see {@link planLaunch}. */
function showUsual(): void {
  const first = join(app.getPath('documents'), 'Parley', 'First project.parley');
  const plan = planLaunch(lastProject(), first, existsSync(first));
  if ('create' in plan) createProjectFile(plan.create, { importPaths: seeds() });
  else openProjectFile(plan.open);
}

/** Closes every open project and opens it again in its window, for who works here now. */
export function reopenAll(): void {
  for (const window of windows) window.reopen(identity());
}

/** Tells every window's page. */
export function tellAll(message: HostMessage): void {
  for (const window of windows) window.send(message);
}

/** Resolves when no project file is open any more; each engine has its time to close and no more. */
export async function closeEngines(): Promise<void> {
  await Promise.all([...liveEngines].map((engine) => engine.close()));
}

function place(path: string, goalFor: (who: Goal['identity']) => Goal, into?: ProjectWindow | null): void {
  const window = into?.path === null ? into : ([...windows].find((one) => one.path === null) ?? newWindow());
  try {
    window.open(goalFor(identity()), closed(path));
  } catch (error) {
    window.fail({ state: 'failed', path, error: toWireError(error) });
  }
  window.focus();
}

/** Resolves when no engine is still closing this file for a window that has gone. */
async function closed(path: string): Promise<void> {
  const closing = [...liveEngines].filter((engine) => realPath(engine.path) === realPath(path));
  await Promise.all(closing.map((engine) => engine.close()));
}

function newWindow(): ProjectWindow {
  const window = new ProjectWindow();
  windows.add(window);
  window.window.on('focus', () => {
    windows.delete(window);
    windows.add(window);
  });
  window.window.on('closed', () => windows.delete(window));
  return window;
}

/** One path for one file, links resolved; also for a file that is not there yet. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    try {
      return join(realpathSync.native(dirname(path)), basename(path));
    } catch {
      return resolve(path);
    }
  }
}

/** The documents that the first project opens with, where the app has any. */
function seeds(): string[] {
  const folder = join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'seeds');
  return existsSync(folder) ? [folder] : [];
}
