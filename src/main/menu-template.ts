import type { Keymap } from '@actions/keymap';
import { accelerator, type KeyPress } from '@actions/keys';
import { type Action, actions, type MenuName } from '@actions/table';
import { readyMadeSchemas } from '@core/schemas/index';
import type { MenuItemConstructorOptions } from 'electron';
import type { RecentProject } from './recent-list';

const order: readonly MenuName[] = ['File', 'Edit', 'Annotate', 'Go', 'Review', 'View', 'Help'];

/** What the menu bar is made from, beside the table of actions. */
export interface MenuSituation {
  platform: NodeJS.Platform;
  recent: readonly RecentProject[];
  keymap: Keymap;
  /** Adds what only those who work on Parley need. */
  development: boolean;
  run(actionId: string): void;
  /** Makes a project with one of the ready-made schemas. */
  newWith(schemaId: string): void;
  openRecent(path: string): void;
  clearRecent(): void;
}

/**
 * The menu bar, from the table of actions. Keys of actions that the page carries out are shown
 * but not registered: the page takes them by their place on the keyboard.
 */
export function menuTemplate(situation: MenuSituation): MenuItemConstructorOptions[] {
  const mac = situation.platform === 'darwin';
  const bar = order.map((name) => ({ label: name, submenu: menuOf(name, situation) }));
  return mac
    ? [appMenu(situation), ...bar.slice(0, -1), { role: 'windowMenu' }, { ...bar.at(-1)!, role: 'help' }]
    : bar;
}

/** On a Mac these stand in the menu that bears the app's name. */
const inAppMenu = new Set(['file.quit', 'help.about']);

function menuOf(name: MenuName, situation: MenuSituation): MenuItemConstructorOptions[] {
  const own = actions.filter(
    (action) => action.menu === name && !(situation.platform === 'darwin' && inAppMenu.has(action.id)),
  );
  const groups = [...new Set(own.map(({ group }) => group))].map((group) =>
    own
      .filter((action) => action.group === group)
      .flatMap((action) =>
        action.id === 'file.open'
          ? [itemOf(action, situation), recentMenu(situation)]
          : action.id === 'file.new'
            ? [itemOf(action, situation), newWithMenu(situation)]
            : [itemOf(action, situation)],
      ),
  );
  return withLines([...groups, ...extras(name, situation)]);
}

/** What the platform knows how to do by itself. */
function extras(name: MenuName, { development }: MenuSituation): MenuItemConstructorOptions[][] {
  if (name === 'Edit') {
    return [
      [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll', label: 'Select all' }],
    ];
  }
  if (name === 'View' && development) {
    return [[{ role: 'reload' }, { role: 'toggleDevTools', label: 'Developer tools', accelerator: 'F12' }]];
  }
  return [];
}

function appMenu(situation: MenuSituation): MenuItemConstructorOptions {
  const item = (id: string) => itemOf(actions.find((action) => action.id === id)!, situation);
  return {
    role: 'appMenu',
    submenu: withLines([
      [item('help.about')],
      [{ role: 'services' }],
      [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }],
      [item('file.quit')],
    ]),
  };
}

function itemOf(action: Action, { platform, keymap, run }: MenuSituation): MenuItemConstructorOptions {
  const [key] = keymap.keysOf(action.id);
  const shown = key && showable(key, action, platform) ? { accelerator: accelerator(key) } : {};
  return {
    id: action.id,
    label: plain(action.title),
    type: action.toggle ? 'checkbox' : 'normal',
    ...shown,
    registerAccelerator: action.runsIn === 'main',
    click: () => run(action.id),
  };
}

/**
 * A Mac registers every accelerator that its menu shows: a bare letter there could not be typed any more.
 * The letters of the review mean something else in the text; the buttons there show them.
 */
function showable(key: KeyPress, { context }: Action, platform: NodeJS.Platform): boolean {
  if (context === 'review') return false;
  return platform !== 'darwin' || key.startsWith('Mod+') || /^(Shift\+)?F\d+$/.test(key);
}

function newWithMenu({ newWith }: MenuSituation): MenuItemConstructorOptions {
  return {
    id: 'file.newWith',
    label: 'New project with schema',
    submenu: readyMadeSchemas.map(({ id, name }) => ({
      id: `file.newWith.${id}`,
      label: plain(`${name}…`),
      click: () => newWith(id),
    })),
  };
}

function recentMenu({ recent, openRecent, clearRecent }: MenuSituation): MenuItemConstructorOptions {
  const isAlone = (name: string) => recent.filter((project) => project.name === name).length === 1;
  const projects = recent.map(
    ({ path, name }): MenuItemConstructorOptions => ({
      label: plain(isAlone(name) ? name : path),
      click: () => openRecent(path),
    }),
  );
  const clear: MenuItemConstructorOptions[] = [{ label: 'Clear this list', click: clearRecent }];
  return {
    id: 'file.recent',
    label: 'Open recent',
    submenu:
      projects.length > 0 ? withLines([projects, clear]) : [{ label: 'No recent projects', enabled: false }],
  };
}

/** An ampersand in a label would underline the letter behind it. */
function plain(label: string): string {
  return label.replaceAll('&', '&&');
}

function withLines(groups: MenuItemConstructorOptions[][]): MenuItemConstructorOptions[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ type: 'separator' as const }, ...group]));
}
