import { keyPressOf } from '@actions/keys';
import { redo, undo } from '../actions/undo';
import { isMac } from '../bridge/host';
import { useKeys } from '../data/keymap';
import { attempt } from '../data/notices';

/** Undo and redo by their keys while something lies over the window. True when it was one of them. */
export function tookHistoryKey(event: React.KeyboardEvent): boolean {
  const press = keyPressOf(event.nativeEvent, isMac);
  const { keymap } = useKeys.getState();
  if (keymap.keysOf('edit.undo').includes(press)) attempt(undo);
  else if (keymap.keysOf('edit.redo').includes(press)) attempt(redo);
  else return false;
  return true;
}
