import { accelerator } from '@actions/keys';
import { type Action, actions, type MenuName } from '@actions/table';

/** A menu item as Electron's Menu.buildFromTemplate takes it, as far as the table gives it. */
export interface MenuItem {
  id?: string;
  label?: string;
  type?: 'separator' | 'checkbox' | 'normal';
  accelerator?: string;
  registerAccelerator?: boolean;
  checked?: boolean;
  role?: 'cut' | 'copy' | 'paste' | 'selectAll' | 'toggleDevTools';
  submenu?: MenuItem[];
  click?: () => void;
}

const order: MenuName[] = ['File', 'Edit', 'Annotate', 'Go', 'View', 'Help'];

/**
 * The menu bar, from the table of actions. Keys of actions that the page carries out are shown
 * but not registered: the page takes them by their place on the keyboard.
 */
export function menuTemplate(options: {
  run(id: string): void;
  checked: ReadonlySet<string>;
  recent: readonly { path: string; name: string }[];
  openRecent(path: string): void;
  clearRecent(): void;
  development: boolean;
}): MenuItem[] {
  return order.map((name) => ({ label: name, submenu: itemsOf(name) }));

  function itemsOf(name: MenuName): MenuItem[] {
    const items: MenuItem[] = [];
    let group = 0;
    for (const action of actions.filter((entry: Action) => entry.menu === name)) {
      if (group !== 0 && action.group !== group) items.push({ type: 'separator' });
      group = action.group;
      items.push(itemOf(action));
      if (action.id === 'file.open') items.push(recentItem());
    }
    if (name === 'Edit') {
      items.push(
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      );
    }
    if (name === 'View' && options.development) items.push({ type: 'separator' }, { role: 'toggleDevTools' });
    return items;
  }

  function itemOf(action: Action): MenuItem {
    return {
      id: action.id,
      label: action.title,
      type: action.toggle ? 'checkbox' : 'normal',
      ...(action.toggle ? { checked: options.checked.has(action.id) } : {}),
      ...(action.keys[0] ? { accelerator: accelerator(action.keys[0]) } : {}),
      registerAccelerator: action.runsIn === 'main',
      click: () => options.run(action.id),
    };
  }

  function recentItem(): MenuItem {
    const entries = options.recent.map(
      ({ path, name }): MenuItem => ({ label: name, click: () => options.openRecent(path) }),
    );
    const none: MenuItem[] = [{ label: 'No recent projects', type: 'normal' }];
    const clear: MenuItem[] = [
      { type: 'separator' },
      { label: 'Clear this list', click: () => options.clearRecent() },
    ];
    return { label: 'Open recent', submenu: entries.length > 0 ? [...entries, ...clear] : none };
  }
}
