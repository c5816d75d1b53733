import { type KeyChange, planKey } from '@actions/key-change';
import { type KeyOverrides, resolveKeymap } from '@actions/keymap';
import { type KeyEventLike, type KeyPress, keyPressOf } from '@actions/keys';
import { type KeyedLabel, labelStrokes } from '@actions/label-keys';
import { actionOf } from '@actions/table';

/** A key that is being chosen for an action. */
export interface Recording {
  id: string;
  /** The key that makes way; null where one is added. */
  replaced: KeyPress | null;
  /** What was pressed and cannot simply be; null while the key is waited for. */
  met: { press: KeyPress; outcome: Met } | null;
}

/** Why a key that was pressed is not the action's yet. */
export type Met =
  | Exclude<KeyChange, { kind: 'free' }>
  /** A label of the open project has it, and would have two keys. */
  | { kind: 'label'; label: KeyedLabel; then: readonly KeyPress[]; own: KeyOverrides };

export function recordingOf(id: string, replaced: KeyPress | null): Recording {
  return { id, replaced, met: null };
}

/** The key press that is recorded; null for Escape, which leaves, and for modifiers alone. */
export function recordedPress(
  event: KeyEventLike & { key: string },
  mac: boolean,
): KeyPress | 'leave' | null {
  if (/^(Control|Shift|Alt|Meta|CapsLock|NumLock|Fn|OS)/.test(event.code) || event.code === '') return null;
  const press = keyPressOf(event, mac);
  return press === 'Escape' ? 'leave' : press;
}

/** What a recorded key leads to: own keys to put in force, or what stands in the way. */
export function record(
  { id, replaced }: Recording,
  press: KeyPress,
  own: KeyOverrides,
  labels: readonly KeyedLabel[],
): { own: KeyOverrides } | { met: Met } {
  const change = planKey(own, id, press, replaced);
  if (change.kind !== 'free') return { met: change };
  const holder = labelStrokes(labels, resolveKeymap(own));
  const label = labels.find(({ id: labelId }) => {
    const strokes = holder.get(labelId)?.strokes ?? [];
    return strokes.length === 1 && strokes[0] === press;
  });
  if (!label || !['text', 'global'].includes(actionOf(id).context)) return { own: change.own };
  const then = labelStrokes(labels, resolveKeymap(change.own)).get(label.id)?.strokes ?? [];
  return { met: { kind: 'label', label, then, own: change.own } };
}
