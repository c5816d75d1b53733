import { defaultKeymap, type Keymap, type KeyOverrides, resolveKeymap } from '@actions/keymap';
import { type KeyCaps, keyLabel } from '@actions/keys';
import { type LabelStrokes, labelStrokes } from '@actions/label-keys';
import { actionOf } from '@actions/table';
import type { OwnKeys } from '@contract/keys';
import { offered, type Schema } from '@core/model/schema';
import { create } from 'zustand';
import { callHost, isMac } from '../bridge/host';

interface Keys {
  own: KeyOverrides;
  keymap: Keymap;
  caps: KeyCaps;
}

/** The keys in force in all windows, and what the keyboard has printed on them. */
export const useKeys = create<Keys>(() => ({ own: {}, keymap: defaultKeymap, caps: new Map() }));

export function ownKeysChanged(own: KeyOverrides): void {
  useKeys.setState({ own, keymap: resolveKeymap(own) });
}

/** Puts a person's own keys in force, here at once and then in menus and other windows. */
export async function setOwnKeys(own: KeyOverrides): Promise<void> {
  ownKeysChanged(own);
  const keys: OwnKeys = Object.fromEntries(Object.entries(own).map(([id, presses]) => [id, [...presses]]));
  await callHost('keys.set', { keys });
}

interface LayoutSource {
  getLayoutMap(): Promise<Iterable<[string, string]>>;
}

/** Asks for the caps of the active layout now and whenever the window is gone back to, since no event tells. */
export function followLayout(): void {
  const { keyboard } = navigator as { keyboard?: LayoutSource };
  if (!keyboard) return;
  const ask = () => {
    keyboard.getLayoutMap().then(
      (layout) => useKeys.setState({ caps: new Map(layout) }),
      (error: unknown) => console.warn('parley: the keyboard’s layout is not known:', error),
    );
  };
  window.addEventListener('focus', ask);
  ask();
}

/**
 * A key for people. Commands of the main process go by character, as menus do; all others by
 * place, and are shown with what stands there.
 */
export function pressText(press: string, actionId?: string): string {
  const byCharacter = actionId !== undefined && actionOf(actionId).runsIn === 'main';
  return keyLabel(press, isMac, byCharacter ? undefined : useKeys.getState().caps);
}

/** The key of an action that is in force, for people. */
export function keyText(actionId: string): string {
  const [press] = useKeys.getState().keymap.keysOf(actionId);
  return press ? pressText(press, actionId) : '';
}

let known: { schema: Schema; keymap: Keymap; strokes: ReadonlyMap<string, LabelStrokes> } | null = null;

/** How the labels of a schema are reached by keyboard now. */
export function strokesOf(
  schema: Schema,
  keymap = useKeys.getState().keymap,
): ReadonlyMap<string, LabelStrokes> {
  if (known?.schema !== schema || known.keymap !== keymap) {
    known = { schema, keymap, strokes: labelStrokes(offered(schema.entityTypes), keymap) };
  }
  return known.strokes;
}

/** As {@link strokesOf}, for a view: drawn anew when keys change. */
export function useLabelStrokes(schema: Schema): ReadonlyMap<string, LabelStrokes> {
  return strokesOf(
    schema,
    useKeys(({ keymap }) => keymap),
  );
}
