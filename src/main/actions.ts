import { actionOf, type actions } from '@actions/table';
import { app, dialog } from 'electron';
import { askForNewProject, askForProject } from './dialogs';
import type { ProjectWindow } from './project-window';
import { createProjectFile, openProjectFile } from './windows';
import { zoomBy } from './zoom';

type MainAction = (window: ProjectWindow | null) => void | Promise<void>;
type MainActionId = Extract<(typeof actions)[number], { runsIn: 'main' }>['id'];

/** The actions that the main process carries out itself. */
const mainActions: Record<MainActionId, MainAction> = {
  'file.new': (window) => newProject(window),
  'file.open': async (window) => {
    const path = await askForProject(window?.window ?? null);
    if (path) openProjectFile(path, { into: window });
  },
  'file.close': (window) => window?.window.close(),
  'file.quit': () => app.quit(),
  'view.zoomIn': (window) => zoom(window, 1),
  'view.zoomOut': (window) => zoom(window, -1),
  'view.zoomReset': (window) => window?.window.webContents.setZoomLevel(0),
  'view.fullScreen': (window) => window?.window.setFullScreen(!window.window.isFullScreen()),
  'help.about': async (window) => {
    const { electron, chrome, node } = process.versions;
    const options: Electron.MessageBoxOptions = {
      type: 'info',
      title: 'About Parley',
      message: `Parley ${app.getVersion()}`,
      detail: `A workbench for annotating text: spans, entities and stance.\n\nElectron ${electron}, Chromium ${chrome}, Node ${node}`,
    };
    await (window ? dialog.showMessageBox(window.window, options) : dialog.showMessageBox(options));
  },
};

/** Asks where to make a project, and makes it, with a ready-made schema other than the first where told. */
export async function newProject(window: ProjectWindow | null, schemaId?: string): Promise<void> {
  const path = await askForNewProject(window?.window ?? null);
  if (path) createProjectFile(path, { into: window, schemaId });
}

function zoom(window: ProjectWindow | null, steps: number): void {
  if (window) zoomBy(window.window.webContents, steps);
}

/**
 * Carries out an action for a window: here, or by telling the window's page to.
 * @throws RangeError for an unknown id
 */
export async function runAction(id: string, window: ProjectWindow | null): Promise<void> {
  if (actionOf(id).runsIn === 'main') await mainActions[id as MainActionId](window);
  else window?.send({ type: 'action', id });
}
