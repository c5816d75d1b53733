import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { type Settings, settings, updateSettings } from './settings';

/** What a dialog is for; each kind begins in the folder where it was left. */
type Purpose = keyof Settings['folders'];

function startFolder(purpose: Purpose): string {
  const { folders } = settings();
  const folder = folders[purpose] ?? folders.project;
  return folder && existsSync(folder) ? folder : app.getPath('documents');
}

function remember(purpose: Purpose, path: string): void {
  updateSettings({ folders: { ...settings().folders, [purpose]: dirname(path) } });
}

const projectFilter = [{ name: 'Parley project', extensions: ['parley'] }];

export async function askForProject(parent: BrowserWindow | null): Promise<string | null> {
  const [path] = await askForFiles(parent, 'project', {
    title: 'Open project',
    filters: [...projectFilter, { name: 'All files', extensions: ['*'] }],
    properties: ['openFile'],
  });
  return path ?? null;
}

/** Where to make a new project: a name that is still free, since no file is ever replaced by a project. */
export async function askForNewProject(parent: BrowserWindow | null): Promise<string | null> {
  for (;;) {
    const path = await askWhereToSave(parent, 'project', 'New project.parley', {
      title: 'New project',
      filters: projectFilter,
    });
    const named = path && withEnding(path, 'parley');
    if (!named || !existsSync(named)) return named;
    await show(parent, {
      type: 'warning',
      title: 'New project',
      message: `There is a file ${basename(named)} already.`,
      detail: 'Choose another name for the new project, or open the one that is there.',
    });
  }
}

export function askForImport(parent: BrowserWindow | null, what: 'files' | 'folder'): Promise<string[]> {
  return what === 'folder'
    ? askForFiles(parent, 'import', { title: 'Import a folder', properties: ['openDirectory'] })
    : askForFiles(parent, 'import', {
        title: 'Import documents',
        filters: [
          { name: 'Plain text', extensions: ['txt', 'text', 'md', 'markdown'] },
          { name: 'All files', extensions: ['*'] },
        ],
        properties: ['openFile', 'multiSelections'],
      });
}

/** Files of colleagues to be merged. */
export function askForPackages(parent: BrowserWindow | null): Promise<string[]> {
  return askForFiles(parent, 'import', {
    title: 'Take in from colleagues',
    filters: [{ name: 'Parley package or project', extensions: ['parley'] }],
    properties: ['openFile', 'multiSelections'],
  });
}

const keyFilter = [{ name: 'Keys', extensions: ['json'] }];

export async function askForKeys(parent: BrowserWindow): Promise<string | null> {
  const [path] = await askForFiles(parent, 'export', {
    title: 'Import keys',
    filters: keyFilter,
    properties: ['openFile'],
  });
  return path ?? null;
}

/** Where to write a set of keys; the system asks before a file is replaced. */
export function askWhereToKeepKeys(parent: BrowserWindow): Promise<string | null> {
  return askWhereToSave(parent, 'export', 'parley-keys.json', {
    title: 'Export keys',
    filters: keyFilter,
    properties: ['showOverwriteConfirmation'],
  });
}

export async function askForSchema(parent: BrowserWindow | null): Promise<string | null> {
  const [path] = await askForFiles(parent, 'import', {
    title: 'Import a schema',
    filters: [
      { name: 'Schema', extensions: ['yaml', 'yml', 'json'] },
      { name: 'All files', extensions: ['*'] },
    ],
    properties: ['openFile'],
  });
  return path ?? null;
}

/** Whether a page may be opened in the browser; the whole address is shown. */
export async function askToOpenLink(parent: BrowserWindow | null, url: string): Promise<boolean> {
  const { response } = await show(parent, {
    type: 'question',
    title: 'Open a page',
    message: 'Open this page in the browser?',
    detail: url,
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

/** Where to write a file; when one of that name is there, the person has agreed to replace it. */
export async function askForExport(
  parent: BrowserWindow | null,
  suggestedName: string,
  extension: string,
  title = 'Export dataset',
): Promise<string | null> {
  for (;;) {
    const path = await askWhereToSave(parent, 'export', basename(suggestedName), {
      title,
      filters: [{ name: `${extension.toUpperCase()} file`, extensions: [extension] }],
      properties: ['showOverwriteConfirmation'],
    });
    const named = path && withEnding(path, extension);
    // The system has asked about the name that was typed, not about the one with its ending.
    if (!named || named === path || !existsSync(named)) return named;
    const { response } = await show(parent, {
      type: 'warning',
      title,
      message: `There is a file ${basename(named)} already. Replace it?`,
      buttons: ['Replace', 'Choose another name'],
      defaultId: 1,
      cancelId: 1,
    });
    if (response === 0) return named;
  }
}

async function askForFiles(
  parent: BrowserWindow | null,
  purpose: Purpose,
  options: Electron.OpenDialogOptions,
): Promise<string[]> {
  const all = { defaultPath: startFolder(purpose), ...options };
  const { canceled, filePaths } = await (parent
    ? dialog.showOpenDialog(parent, all)
    : dialog.showOpenDialog(all));
  if (canceled || !filePaths[0]) return [];
  remember(purpose, filePaths[0]);
  return filePaths;
}

async function askWhereToSave(
  parent: BrowserWindow | null,
  purpose: Purpose,
  name: string,
  options: Electron.SaveDialogOptions,
): Promise<string | null> {
  const all = { defaultPath: join(startFolder(purpose), name), ...options };
  const { canceled, filePath } = await (parent
    ? dialog.showSaveDialog(parent, all)
    : dialog.showSaveDialog(all));
  if (canceled || !filePath) return null;
  remember(purpose, filePath);
  return filePath;
}

function show(
  parent: BrowserWindow | null,
  options: Electron.MessageBoxOptions,
): Promise<Electron.MessageBoxReturnValue> {
  return parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options);
}

function withEnding(path: string, extension: string): string {
  return path.toLowerCase().endsWith(`.${extension}`) ? path : `${path}.${extension}`;
}
