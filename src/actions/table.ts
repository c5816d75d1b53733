import type { KeyPress } from './keys';

/**
 * Where an action's keys count: 'global' everywhere in the window, 'text' while the text has the
 * focus (single letters belong here), 'stance' inside the stance form.
 */
export type ActionContext = 'global' | 'text' | 'stance';

export type MenuName = 'File' | 'Edit' | 'Annotate' | 'Go' | 'View' | 'Help';

export interface Action {
  id: string;
  /** As in the menu; ends in '…' when it asks for more before it acts. */
  title: string;
  context: ActionContext;
  /** The first is shown; the others work too. */
  keys: readonly KeyPress[];
  /** Which process carries it out. */
  runsIn: 'main' | 'window';
  /** Where it stands in the menu bar; `group` numbers are set apart by a line. */
  menu: MenuName;
  group: number;
  /** A switch that the menu shows as checked or not. */
  toggle?: true;
}

const action = <const Id extends string, Where extends Action['runsIn']>(
  entry: Omit<Action, 'id' | 'runsIn'> & { id: Id; runsIn: Where },
) => entry;

/** Every act of the window, once: menus, keys, the palette and the cheat sheet follow from it. */
export const actions = [
  action({
    id: 'file.new',
    title: 'New project…',
    context: 'global',
    keys: ['Mod+KeyN'],
    runsIn: 'main',
    menu: 'File',
    group: 1,
  }),
  action({
    id: 'file.open',
    title: 'Open project…',
    context: 'global',
    keys: ['Mod+KeyO'],
    runsIn: 'main',
    menu: 'File',
    group: 1,
  }),
  action({
    id: 'file.import',
    title: 'Import documents…',
    context: 'global',
    keys: ['Mod+KeyI'],
    runsIn: 'window',
    menu: 'File',
    group: 2,
  }),
  action({
    id: 'file.importFolder',
    title: 'Import a folder…',
    context: 'global',
    keys: ['Mod+Shift+KeyI'],
    runsIn: 'window',
    menu: 'File',
    group: 2,
  }),
  action({
    id: 'file.export',
    title: 'Export dataset…',
    context: 'global',
    keys: ['Mod+KeyE'],
    runsIn: 'window',
    menu: 'File',
    group: 2,
  }),
  action({
    id: 'file.check',
    title: 'Check the project',
    context: 'global',
    keys: ['Mod+Shift+KeyC'],
    runsIn: 'window',
    menu: 'File',
    group: 3,
  }),
  action({
    id: 'file.close',
    title: 'Close window',
    context: 'global',
    keys: ['Mod+KeyW'],
    runsIn: 'main',
    menu: 'File',
    group: 4,
  }),
  action({
    id: 'file.quit',
    title: 'Quit Parley',
    context: 'global',
    keys: ['Mod+KeyQ'],
    runsIn: 'main',
    menu: 'File',
    group: 4,
  }),

  action({
    id: 'edit.undo',
    title: 'Undo',
    context: 'global',
    keys: ['Mod+KeyZ'],
    runsIn: 'window',
    menu: 'Edit',
    group: 1,
  }),
  action({
    id: 'edit.redo',
    title: 'Redo',
    context: 'global',
    keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'],
    runsIn: 'window',
    menu: 'Edit',
    group: 1,
  }),
  action({
    id: 'edit.history',
    title: 'History…',
    context: 'global',
    keys: ['Mod+Shift+KeyH'],
    runsIn: 'window',
    menu: 'Edit',
    group: 1,
  }),
  action({
    id: 'edit.find',
    title: 'Find in document…',
    context: 'global',
    keys: ['Mod+KeyF'],
    runsIn: 'window',
    menu: 'Edit',
    group: 2,
  }),

  action({
    id: 'annotate.palette',
    title: 'Mark with any label…',
    context: 'text',
    keys: ['Slash'],
    runsIn: 'window',
    menu: 'Annotate',
    group: 1,
  }),
  action({
    id: 'annotate.repeat',
    title: 'Mark with the last label',
    context: 'text',
    keys: ['Period'],
    runsIn: 'window',
    menu: 'Annotate',
    group: 1,
  }),
  action({
    id: 'annotate.fragment',
    title: 'Add the selection as a fragment',
    context: 'text',
    keys: ['KeyF'],
    runsIn: 'window',
    menu: 'Annotate',
    group: 1,
  }),
  action({
    id: 'annotate.delete',
    title: 'Delete annotation',
    context: 'text',
    keys: ['Delete', 'Backspace'],
    runsIn: 'window',
    menu: 'Annotate',
    group: 1,
  }),
  action({
    id: 'annotate.entity',
    title: 'Link to entity…',
    context: 'text',
    keys: ['KeyE'],
    runsIn: 'window',
    menu: 'Annotate',
    group: 2,
  }),
  action({
    id: 'annotate.unlink',
    title: 'Unlink from entity',
    context: 'text',
    keys: ['Shift+KeyE'],
    runsIn: 'window',
    menu: 'Annotate',
    group: 2,
  }),
  action({
    id: 'annotate.stance',
    title: 'Record a stance…',
    context: 'text',
    keys: ['KeyS'],
    runsIn: 'window',
    menu: 'Annotate',
    group: 2,
  }),
  action({
    id: 'annotate.note',
    title: 'Write a note…',
    context: 'text',
    keys: ['KeyM'],
    runsIn: 'window',
    menu: 'Annotate',
    group: 2,
  }),
  action({
    id: 'annotate.done',
    title: 'Done, next document',
    context: 'text',
    keys: ['Mod+Enter'],
    runsIn: 'window',
    menu: 'Annotate',
    group: 3,
  }),

  action({
    id: 'go.nextWord',
    title: 'Next word',
    context: 'text',
    keys: ['KeyJ'],
    runsIn: 'window',
    menu: 'Go',
    group: 1,
  }),
  action({
    id: 'go.previousWord',
    title: 'Previous word',
    context: 'text',
    keys: ['KeyK'],
    runsIn: 'window',
    menu: 'Go',
    group: 1,
  }),
  action({
    id: 'go.extendWord',
    title: 'Widen the selection by a word',
    context: 'text',
    keys: ['Shift+KeyJ'],
    runsIn: 'window',
    menu: 'Go',
    group: 1,
  }),
  action({
    id: 'go.shrinkWord',
    title: 'Narrow the selection by a word',
    context: 'text',
    keys: ['Shift+KeyK'],
    runsIn: 'window',
    menu: 'Go',
    group: 1,
  }),
  action({
    id: 'go.nextAnnotation',
    title: 'Next annotation',
    context: 'text',
    keys: ['KeyN'],
    runsIn: 'window',
    menu: 'Go',
    group: 2,
  }),
  action({
    id: 'go.previousAnnotation',
    title: 'Previous annotation',
    context: 'text',
    keys: ['Shift+KeyN'],
    runsIn: 'window',
    menu: 'Go',
    group: 2,
  }),
  action({
    id: 'go.under',
    title: 'Next annotation at this place',
    context: 'text',
    keys: ['KeyO'],
    runsIn: 'window',
    menu: 'Go',
    group: 2,
  }),
  action({
    id: 'go.nextDocument',
    title: 'Next document',
    context: 'global',
    keys: ['Mod+PageDown'],
    runsIn: 'window',
    menu: 'Go',
    group: 3,
  }),
  action({
    id: 'go.previousDocument',
    title: 'Previous document',
    context: 'global',
    keys: ['Mod+PageUp'],
    runsIn: 'window',
    menu: 'Go',
    group: 3,
  }),
  action({
    id: 'go.filterDocuments',
    title: 'Go to document…',
    context: 'global',
    keys: ['Mod+KeyP'],
    runsIn: 'window',
    menu: 'Go',
    group: 3,
  }),
  action({
    id: 'go.text',
    title: 'Go to the text',
    context: 'global',
    keys: ['F6'],
    runsIn: 'window',
    menu: 'Go',
    group: 4,
  }),
  action({
    id: 'go.clear',
    title: 'Clear the selection',
    context: 'text',
    keys: ['Escape'],
    runsIn: 'window',
    menu: 'Go',
    group: 4,
  }),

  action({
    id: 'view.documents',
    title: 'Documents',
    context: 'global',
    keys: ['Mod+Digit1'],
    runsIn: 'window',
    menu: 'View',
    group: 1,
    toggle: true,
  }),
  action({
    id: 'view.inspector',
    title: 'Inspector',
    context: 'global',
    keys: ['Mod+Digit2'],
    runsIn: 'window',
    menu: 'View',
    group: 1,
    toggle: true,
  }),
  action({
    id: 'view.labels',
    title: 'Labels',
    context: 'global',
    keys: ['Mod+Digit3'],
    runsIn: 'window',
    menu: 'View',
    group: 1,
    toggle: true,
  }),
  action({
    id: 'view.themeSystem',
    title: 'Theme: as the system',
    context: 'global',
    keys: ['Mod+Shift+Digit1'],
    runsIn: 'window',
    menu: 'View',
    group: 2,
    toggle: true,
  }),
  action({
    id: 'view.themeLight',
    title: 'Theme: light',
    context: 'global',
    keys: ['Mod+Shift+Digit2'],
    runsIn: 'window',
    menu: 'View',
    group: 2,
    toggle: true,
  }),
  action({
    id: 'view.themeDark',
    title: 'Theme: dark',
    context: 'global',
    keys: ['Mod+Shift+Digit3'],
    runsIn: 'window',
    menu: 'View',
    group: 2,
    toggle: true,
  }),
  action({
    id: 'view.zoomIn',
    title: 'Zoom in',
    context: 'global',
    keys: ['Mod+Equal'],
    runsIn: 'main',
    menu: 'View',
    group: 3,
  }),
  action({
    id: 'view.zoomOut',
    title: 'Zoom out',
    context: 'global',
    keys: ['Mod+Minus'],
    runsIn: 'main',
    menu: 'View',
    group: 3,
  }),
  action({
    id: 'view.zoomReset',
    title: 'Actual size',
    context: 'global',
    keys: ['Mod+Digit0'],
    runsIn: 'main',
    menu: 'View',
    group: 3,
  }),
  action({
    id: 'view.fullScreen',
    title: 'Full screen',
    context: 'global',
    keys: ['F11'],
    runsIn: 'main',
    menu: 'View',
    group: 4,
  }),

  action({
    id: 'help.commands',
    title: 'All commands…',
    context: 'global',
    keys: ['Mod+Shift+KeyP'],
    runsIn: 'window',
    menu: 'Help',
    group: 1,
  }),
  action({
    id: 'help.keys',
    title: 'Keyboard shortcuts',
    context: 'global',
    keys: ['F1', 'Shift+Slash'],
    runsIn: 'window',
    menu: 'Help',
    group: 1,
  }),
  action({
    id: 'help.about',
    title: 'About Parley',
    context: 'global',
    keys: ['Shift+F1'],
    runsIn: 'main',
    menu: 'Help',
    group: 2,
  }),
] as const satisfies readonly Action[];

export type ActionId = (typeof actions)[number]['id'];

const byId = new Map<string, Action>(actions.map((entry) => [entry.id, entry]));

/** @throws RangeError for an unknown id. */
export function actionOf(id: string): Action {
  const found = byId.get(id);
  if (!found) throw new RangeError(`no action '${id}'`);
  return found;
}

/** The action for a key press where the contexts in `active` are in force, the innermost first. */
export function actionForKey(press: KeyPress, active: readonly ActionContext[]): Action | null {
  for (const context of active) {
    const found = actions.find((entry: Action) => entry.context === context && entry.keys.includes(press));
    if (found) return found;
  }
  return null;
}
