import { basename, dirname, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { settings, updateSettings } from './settings';

function startFolder(): string {
  return settings().lastFolder ?? app.getPath('documents');
}

function remember(path: string): void {
  updateSettings({ lastFolder: dirname(path) });
}

const projectFilter = [{ name: 'Parley project', extensions: ['parley'] }];

async function askForFiles(
  parent: BrowserWindow | null,
  options: Electron.OpenDialogOptions,
): Promise<string[]> {
  const all = { defaultPath: startFolder(), ...options };
  const { canceled, filePaths } = parent
    ? await dialog.showOpenDialog(parent, all)
    : await dialog.showOpenDialog(all);
  if (canceled || !filePaths[0]) return [];
  remember(filePaths[0]);
  return filePaths;
}

async function askWhereToSave(
  parent: BrowserWindow | null,
  options: Electron.SaveDialogOptions,
): Promise<string | null> {
  const { canceled, filePath } = parent
    ? await dialog.showSaveDialog(parent, options)
    : await dialog.showSaveDialog(options);
  if (canceled || !filePath) return null;
  remember(filePath);
  return filePath;
}

export async function askForProject(parent: BrowserWindow | null): Promise<string | null> {
  const [path] = await askForFiles(parent, {
    title: 'Open project',
    filters: projectFilter,
    properties: ['openFile'],
  });
  return path ?? null;
}

export async function askForNewProject(parent: BrowserWindow | null): Promise<string | null> {
  const path = await askWhereToSave(parent, {
    title: 'New project',
    defaultPath: join(startFolder(), 'New project.parley'),
    filters: projectFilter,
  });
  return path && extname(path) === '' ? `${path}.parley` : path;
}

export function askForImport(parent: BrowserWindow | null, what: 'files' | 'folder'): Promise<string[]> {
  return what === 'folder'
    ? askForFiles(parent, { title: 'Import a folder', properties: ['openDirectory'] })
    : askForFiles(parent, {
        title: 'Import documents',
        filters: [
          { name: 'Plain text', extensions: ['txt', 'text', 'md', 'markdown'] },
          { name: 'All files', extensions: ['*'] },
        ],
        properties: ['openFile', 'multiSelections'],
      });
}

export function askForExport(
  parent: BrowserWindow | null,
  suggestedName: string,
  extension: string,
): Promise<string | null> {
  return askWhereToSave(parent, {
    title: 'Export dataset',
    defaultPath: join(startFolder(), basename(suggestedName)),
    filters: [{ name: `${extension.toUpperCase()} file`, extensions: [extension] }],
  });
}
