import { defaultKeymap, resolveKeymap } from '@actions/keymap';
import { actions } from '@actions/table';
import { readyMadeSchemas } from '@core/schemas/index';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { type MenuSituation, menuTemplate } from '../../../src/main/menu-template';

/** What the roles of the platform bring along by themselves, of those that we use. */
const keysOfRoles: Record<string, string> = {
  cut: 'CommandOrControl+X',
  copy: 'CommandOrControl+C',
  paste: 'CommandOrControl+V',
  selectAll: 'CommandOrControl+A',
  reload: 'CommandOrControl+R',
  hide: 'CommandOrControl+H',
  hideOthers: 'CommandOrControl+Alt+H',
  windowMenu: 'CommandOrControl+M',
};

const run: string[] = [];
const situation: MenuSituation = {
  platform: 'linux',
  recent: [],
  keymap: defaultKeymap,
  development: true,
  run: (id) => run.push(id),
  newWith: () => {},
  openRecent: () => {},
  clearRecent: () => {},
};

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? flat(item.submenu as MenuItemConstructorOptions[]) : []),
  ]);
}

const itemsFor = (patch: Partial<MenuSituation> = {}) => flat(menuTemplate({ ...situation, ...patch }));

describe.each(['linux', 'win32', 'darwin'] as const)('the menu bar on %s', (platform) => {
  const items = itemsFor({ platform });

  test('holds every action of the table once', () => {
    const ids = items
      .map(({ id }) => id)
      .filter((id) => id !== undefined && id !== 'file.recent' && !id.startsWith('file.newWith'));
    expect(ids.toSorted()).toEqual(actions.map(({ id }) => id).toSorted());
  });

  test('gives no key two meanings', () => {
    const keys = items.map(({ accelerator, role }) => accelerator ?? (role && keysOfRoles[role]));
    const given = keys.filter((key) => key !== undefined);
    expect(given.filter((key, index) => given.indexOf(key) !== index)).toEqual([]);
  });

  test('spells keys as Electron reads them', () => {
    const spelling =
      /^((CommandOrControl|Shift|Alt)\+)*([A-Z0-9]|F\d\d?|[=\-/.,'[\]]|Enter|Delete|Esc|Up|Down|Page(Up|Down))$/;
    for (const { accelerator } of items) if (accelerator) expect(accelerator).toMatch(spelling);
  });

  test('lets the page take the keys of its own actions by their place on the keyboard', () => {
    for (const { id, registerAccelerator } of items) {
      const action = actions.find((entry) => entry.id === id);
      if (action) expect(registerAccelerator, action.id).toBe(action.runsIn === 'main');
    }
  });

  test('sets groups apart by one line, and none stands at an end', () => {
    for (const { submenu } of items) {
      if (!Array.isArray(submenu)) continue;
      const lines = submenu.map(({ type }) => type === 'separator');
      expect([lines[0], lines.at(-1)]).toEqual([false, false]);
      expect(lines.some((line, index) => line && lines[index + 1])).toBe(false);
    }
  });
});

describe('the menu bar', () => {
  test('offers a new project with each ready-made schema', () => {
    const chosen: string[] = [];
    const items = itemsFor({ newWith: (id) => chosen.push(id) });
    for (const { id, click } of items) if (id?.startsWith('file.newWith.')) (click as () => void)();
    expect(chosen).toEqual(readyMadeSchemas.map(({ id }) => id));
  });

  test('on a Mac shows no bare letter as a key, since that could not be typed any more', () => {
    const bare = itemsFor({ platform: 'darwin' }).filter(
      ({ accelerator }) => accelerator && !/CommandOrControl|F\d/.test(accelerator),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  test('shows the keys that are in force', () => {
    const keymap = resolveKeymap({ 'edit.undo': ['Mod+F9'], 'file.new': ['Mod+F2'] });
    const shown = new Map(itemsFor({ keymap }).map(({ id, accelerator }) => [id, accelerator]));
    expect(shown.get('edit.undo')).toBe('CommandOrControl+F9');
    expect(shown.get('file.new')).toBe('CommandOrControl+F2');
    expect(shown.get('edit.redo')).toBe('CommandOrControl+Shift+Z');
  });

  test('runs an action by its id', () => {
    const item = itemsFor().find(({ id }) => id === 'edit.undo');
    run.length = 0;
    (item!.click as () => void)();
    expect(run).toEqual(['edit.undo']);
  });

  test('shows switches as such', () => {
    const switches = itemsFor().filter(({ type }) => type === 'checkbox');
    expect(switches.map(({ id }) => id)).toEqual(
      actions.filter((action) => 'toggle' in action && action.toggle).map(({ id }) => id),
    );
  });

  test('offers the developer tools to developers alone', () => {
    const roles = (development: boolean) => itemsFor({ development }).map(({ role }) => role);
    expect(roles(true)).toContain('toggleDevTools');
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(false)).not.toContain('reload');
  });

  test('lists recent projects, by path where two have the same name, with no letter underlined', () => {
    const recent = [
      { path: '/a/Talks & terms.parley', name: 'Talks & terms' },
      { path: '/a/News.parley', name: 'News' },
      { path: '/b/News.parley', name: 'News' },
    ];
    const menu = itemsFor({ recent }).find(({ id }) => id === 'file.recent');
    const labels = (menu!.submenu as MenuItemConstructorOptions[]).map(({ label }) => label);
    expect(labels).toEqual([
      'Talks && terms',
      '/a/News.parley',
      '/b/News.parley',
      undefined,
      'Clear this list',
    ]);
  });
});
