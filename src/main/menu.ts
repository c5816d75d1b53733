import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { runAction } from './actions';
import { menuTemplate } from './menu-template';
import { forgetRecentProjects, onRecentChanged, recentProjects } from './recent';
import { focusedWindow, openProjectFile } from './windows';

let checked: ReadonlySet<string> = new Set();

function build(): void {
  const items = menuTemplate({
    run: (id) => void runAction(id, focusedWindow()),
    checked,
    recent: recentProjects(),
    openRecent: (path) => openProjectFile(path),
    clearRecent: forgetRecentProjects,
    development: !app.isPackaged,
  }) as MenuItemConstructorOptions[];
  const application: MenuItemConstructorOptions[] =
    process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...application, ...items]));
}

export function installMenu(): void {
  onRecentChanged(build);
  build();
}

/** The switches that are on, as the focused window has them. */
export function setChecked(ids: readonly string[]): void {
  const next = new Set(ids);
  if (next.size === checked.size && ids.every((id) => checked.has(id))) return;
  checked = next;
  build();
}
