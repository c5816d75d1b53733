import { type Action, actions } from '@actions/table';
import { app, Menu } from 'electron';
import { newProject, runAction } from './actions';
import { keymap, onKeysChanged } from './keys';
import { menuTemplate } from './menu-template';
import type { ProjectWindow } from './project-window';
import { forgetRecentProjects, onRecentChanged, recentProjects } from './recent';
import { currentWindow, openProjectFile } from './windows';

/** Puts the menu bar up, and keeps it right as recent projects come, keys change and windows take the focus. */
export function installMenu(): void {
  onRecentChanged(build);
  onKeysChanged(build);
  app.on('browser-window-focus', showChecks);
  build();
}

/** Remembers which switches of a window are on, and shows them while it is the current one. */
export function setChecked(window: ProjectWindow, ids: readonly string[]): void {
  window.checked = new Set(ids);
  showChecks();
}

function build(): void {
  const template = menuTemplate({
    platform: process.platform,
    recent: recentProjects(),
    keymap: keymap(),
    development: !app.isPackaged,
    run(id) {
      void runAction(id, currentWindow());
      // Choosing a switch has flipped its mark; whether it is on is for the page to say.
      showChecks();
    },
    newWith: (schemaId) => void newProject(currentWindow(), schemaId),
    openRecent: (path) => openProjectFile(path, { into: currentWindow() }),
    clearRecent: forgetRecentProjects,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  showChecks();
}

function showChecks(): void {
  const menu = Menu.getApplicationMenu();
  const checked = currentWindow()?.checked;
  for (const action of actions.filter((entry: Action) => entry.toggle)) {
    const item = menu?.getMenuItemById(action.id);
    if (item) item.checked = checked?.has(action.id) ?? false;
  }
}
