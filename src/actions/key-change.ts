import { keyRefusal } from './key-refusal';
import { type Keymap, type KeyOverrides, resolveKeymap } from './keymap';
import type { KeyPress } from './keys';
import { type Action, actionOf, actions } from './table';

/** What becomes of the wish to give a key to an action. */
export type KeyChange =
  /** It has this key already. */
  | { kind: 'same' }
  | { kind: 'refused'; why: string }
  | { kind: 'free'; own: KeyOverrides }
  /** Other actions hold it. `own` has the keys exchanged; null where that would leave one without. */
  | { kind: 'taken'; by: readonly Action[]; own: KeyOverrides | null };

/**
 * Plans to give an action a key.
 * @param replaced the key of the action that makes way for it; null to add it to those it has
 */
export function planKey(
  own: KeyOverrides,
  id: string,
  press: KeyPress,
  replaced: KeyPress | null,
): KeyChange {
  const action = actionOf(id);
  const keymap = resolveKeymap(own);
  const before = keymap.keysOf(id);
  if (before.includes(press)) return { kind: 'same' };
  const why = keyRefusal(press, action);
  if (why !== null) return { kind: 'refused', why };
  const after =
    replaced === null ? [...before, press] : before.map((key) => (key === replaced ? press : key));
  const by = keymap.holders(press, action.context);
  if (by.length === 0) return { kind: 'free', own: withKeys(own, id, after) };
  let exchanged = withKeys(own, id, after);
  for (const holder of by) {
    const rest = keymap.keysOf(holder.id).flatMap((key) => {
      if (key !== press) return [key];
      return replaced !== null && mayTake(keymap, holder, replaced, id) ? [replaced] : [];
    });
    if (rest.length === 0) return { kind: 'taken', by, own: null };
    exchanged = withKeys(exchanged, holder.id, rest);
  }
  return { kind: 'taken', by, own: exchanged };
}

/** Could this action have a key if another one gave it up? */
function mayTake(keymap: Keymap, action: Action, press: KeyPress, givenUpBy: string): boolean {
  const others = keymap.holders(press, action.context).filter(({ id }) => id !== givenUpBy);
  return others.length === 0 && keyRefusal(press, action) === null;
}

/** The own keys with those of one action changed; an action that has its default keys is not listed. */
export function withKeys(own: KeyOverrides, id: string, keys: readonly KeyPress[]): KeyOverrides {
  const { [id]: _, ...others } = own;
  const byDefault = actionOf(id).keys;
  const isDefault = keys.length === byDefault.length && keys.every((key, index) => key === byDefault[index]);
  return isDefault ? others : { ...others, [id]: keys };
}

/** The own keys without one of an action's; unchanged where it is the only one. */
export function withoutKey(own: KeyOverrides, id: string, press: KeyPress): KeyOverrides {
  const rest = resolveKeymap(own)
    .keysOf(id)
    .filter((key) => key !== press);
  return rest.length === 0 ? own : withKeys(own, id, rest);
}

/**
 * Gives an action its default keys back. Actions that hold one of them lose it, and have their
 * own defaults back where nothing else is left to them.
 */
export function withDefaults(own: KeyOverrides, id: string): KeyOverrides {
  const action = actionOf(id);
  let { [id]: _, ...others }: KeyOverrides = own;
  const keymap = resolveKeymap(own);
  for (const press of action.keys) {
    for (const holder of keymap.holders(press, action.context)) {
      if (holder.id === id || !Object.hasOwn(others, holder.id)) continue;
      const rest = others[holder.id]!.filter((key) => key !== press);
      if (rest.length > 0) others = withKeys(others, holder.id, rest);
      else others = withDefaults(others, holder.id);
    }
  }
  return others;
}

/** A key of a set that was read in and cannot be as it says. */
export interface LeftOut {
  id: string;
  press: KeyPress;
  why: string;
}

/**
 * Takes over what can be of a set of keys from elsewhere.
 * @returns own keys that are in force as they stand, and what was left out with the reason
 */
export function admitKeys(set: KeyOverrides): { own: KeyOverrides; leftOut: LeftOut[] } {
  const keymap = resolveKeymap(set);
  const known = new Set<string>(actions.map(({ id }) => id));
  const leftOut: LeftOut[] = [];
  let own: KeyOverrides = {};
  for (const [id, wanted] of Object.entries(set)) {
    if (!known.has(id)) {
      leftOut.push(...wanted.map((press) => ({ id, press, why: 'There is no such command.' })));
      continue;
    }
    const inForce = keymap.keysOf(id);
    const taken = wanted.filter((press) => inForce.includes(press));
    for (const press of wanted) {
      if (!inForce.includes(press)) leftOut.push({ id, press, why: reason(keymap, id, press) });
    }
    if (taken.length > 0) own = withKeys(own, id, [...new Set(taken)]);
  }
  return { own, leftOut };
}

function reason(keymap: Keymap, id: string, press: KeyPress): string {
  const action = actionOf(id);
  const [holder] = keymap.holders(press, action.context);
  return (
    keyRefusal(press, action) ?? (holder ? `It is the key of ‘${holder.title}’.` : 'It cannot be given.')
  );
}
