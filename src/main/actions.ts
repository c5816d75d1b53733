import { actionOf } from '@actions/table';
import { app, dialog } from 'electron';
import { askForNewProject, askForProject } from './dialogs';
import type { ProjectWindow } from './project-window';
import { createProjectFile, openProjectFile } from './windows';

type MainAction = (window: ProjectWindow | null) => void | Promise<void>;

/** The actions that the main process carries out itself. */
const mainActions: Record<string, MainAction> = {
  'file.new': async (window) => {
    const path = await askForNewProject(window?.window ?? null);
    if (path) createProjectFile(path, []);
  },
  'file.open': async (window) => {
    const path = await askForProject(window?.window ?? null);
    if (path) openProjectFile(path);
  },
  'file.close': (window) => window?.window.close(),
  'file.quit': () => app.quit(),
  'view.zoomIn': (window) => zoom(window, 0.5),
  'view.zoomOut': (window) => zoom(window, -0.5),
  'view.zoomReset': (window) => window?.window.webContents.setZoomLevel(0),
  'view.fullScreen': (window) => window?.window.setFullScreen(!window.window.isFullScreen()),
  'help.about': async (window) => {
    const options: Electron.MessageBoxOptions = {
      type: 'info',
      title: 'About Parley',
      message: `Parley ${app.getVersion()}`,
      detail: `A workbench for annotating text.\nElectron ${process.versions.electron}, Chromium ${process.versions.chrome}, Node ${process.versions.node}`,
    };
    await (window ? dialog.showMessageBox(window.window, options) : dialog.showMessageBox(options));
  },
};

function zoom(window: ProjectWindow | null, by: number): void {
  const contents = window?.window.webContents;
  if (contents) contents.setZoomLevel(Math.max(-3, Math.min(5, contents.getZoomLevel() + by)));
}

/**
 * Carries out an action for a window: here, or by telling the window's page to.
 * @throws RangeError for an unknown id
 */
export async function runAction(id: string, window: ProjectWindow | null): Promise<void> {
  if (actionOf(id).runsIn === 'window') window?.send({ type: 'action', id });
  else await mainActions[id]!(window);
}

export const mainActionIds = Object.keys(mainActions);
