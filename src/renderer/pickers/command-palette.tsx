import { type Action, actions } from '@actions/table';
import { runAction } from '../actions/run';
import { keyText, useKeys } from '../data/keymap';
import { closeOverlay, Overlay } from '../ui/overlay';
import { Picker } from './picker';

/** Every act of the window by typing part of its name. */
export function CommandPalette() {
  useKeys();
  return (
    <Overlay title="All commands" quick>
      <Picker
        label="Command"
        placeholder="Type part of a command’s name"
        choices={actions
          .filter((action: Action) => action.id !== 'help.commands')
          .map((action: Action) => ({
            id: action.id,
            name: action.title,
            aliases: [action.menu],
            detail: keyText(action.id),
          }))}
        onPick={({ id }) => {
          closeOverlay();
          runAction(id);
        }}
      />
    </Overlay>
  );
}
