import { type KeyPress, keyLabel } from '@actions/keys';
import { isMac } from '../bridge/host';

/** A key as printed on the keyboard. */
export function KeyCap({ press }: { press: KeyPress }) {
  return <kbd>{keyLabel(press, isMac)}</kbd>;
}
