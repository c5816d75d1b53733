import type { KeyPress } from '@actions/keys';
import { pressText, useKeys } from '../data/keymap';

/** A key as printed on the keyboard; `action` where it is the key of one. */
export function KeyCap({ press, action }: { press: KeyPress; action?: string }) {
  useKeys(({ caps }) => caps);
  return <kbd>{pressText(press, action)}</kbd>;
}

/** Keys that are pressed one after the other. */
export function Strokes({ strokes }: { strokes: readonly KeyPress[] }) {
  return strokes.length === 0 ? null : (
    <span className="strokes">
      {strokes.map((press) => (
        <KeyCap key={press} press={press} />
      ))}
    </span>
  );
}

/** The first key of an action that is in force. */
export function ActionKey({ id }: { id: string }) {
  const press = useKeys(({ keymap }) => keymap.keysOf(id)[0]);
  return press ? <KeyCap press={press} action={id} /> : null;
}
