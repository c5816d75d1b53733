import { keyRefusal } from './key-refusal';
import type { KeyPress } from './keys';
import { type Action, type ActionContext, actions } from './table';

/** A person's own keys by action id: they stand in place of all keys that the action has by default. */
export type KeyOverrides = Readonly<Record<string, readonly KeyPress[]>>;

/** The keys in force. Every action has at least one, and no key has two meanings where it counts. */
export interface Keymap {
  /** Keys of an action, the first is the one shown. Empty for an unknown id alone. */
  keysOf(id: string): readonly KeyPress[];
  /** The action for a key press where the contexts in `active` are in force, the innermost first. */
  actionFor(press: KeyPress, active: readonly ActionContext[]): Action | null;
  /** The actions that hold a key which counts in a context, or in one that is in force with it. */
  holders(press: KeyPress, context: ActionContext): readonly Action[];
}

const table: readonly Action[] = actions;

/** Are two contexts ever in force at once? */
export function contextsMeet(a: ActionContext, b: ActionContext): boolean {
  return a === b || a === 'global' || b === 'global';
}

/** Keys for actions that would be left without one, in the order in which they are given out. */
const spare: readonly KeyPress[] = [
  ...[2, 3, 4, 5, 6, 7, 8, 9, 11].map((number) => `Mod+Shift+F${number}`),
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `Shift+Alt+Key${letter}`),
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `Mod+Shift+Key${letter}`),
];

/**
 * The keymap from the defaults and a person's own keys. Whatever those say, the outcome is sound:
 * own keys come before defaults, a key that is refused or taken already is left out, and an action
 * that would have none gets a spare one.
 */
export function resolveKeymap(own: KeyOverrides = {}): Keymap {
  const given = new Map<string, KeyPress[]>(table.map(({ id }) => [id, []]));
  const held = new Map<KeyPress, Action[]>();
  const holders = (press: KeyPress, context: ActionContext) =>
    (held.get(press) ?? []).filter((action) => contextsMeet(action.context, context));
  const give = (action: Action, press: KeyPress) => {
    const isFree = holders(press, action.context).length === 0;
    if (!isFree || keyRefusal(press, action) !== null) return;
    given.get(action.id)!.push(press);
    held.set(press, [...(held.get(press) ?? []), action]);
  };

  for (const action of table) {
    if (Object.hasOwn(own, action.id)) for (const press of own[action.id]!) give(action, press);
  }
  for (const action of table) {
    if (given.get(action.id)!.length === 0) for (const press of action.keys) give(action, press);
  }
  for (const action of table) {
    for (const press of spare) if (given.get(action.id)!.length === 0) give(action, press);
  }

  return {
    keysOf: (id) => given.get(id) ?? [],
    holders,
    actionFor(press, active) {
      const found = held.get(press) ?? [];
      for (const context of active) {
        const action = found.find((entry) => entry.context === context);
        if (action) return action;
      }
      return null;
    },
  };
}

export const defaultKeymap: Keymap = resolveKeymap();
