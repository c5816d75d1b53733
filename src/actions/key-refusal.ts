import type { KeyPress } from './keys';
import type { Action } from './table';

const NAMED =
  /^((Mod|Ctrl|Shift|Alt)\+)*(Key[A-Z]|Digit\d|F([1-9]|1\d|2[0-4])|Minus|Equal|BracketLeft|BracketRight|Semicolon|Quote|Backquote|Backslash|Comma|Period|Slash|Enter|Space|Tab|Escape|Delete|Backspace|Insert|Home|End|PageUp|PageDown|Arrow(Left|Right|Up|Down))$/;

const taken: [pattern: RegExp, why: string][] = [
  [/Mod\+.*Alt\+/, 'Ctrl with Alt is AltGr on many keyboards, which types characters.'],
  [/^Ctrl\+|\+Ctrl\+/, 'Control is kept for the system on a Mac.'],
  [/Tab$/, 'Tab goes from one part of the window to the next.'],
  [/Escape$/, 'Esc leaves dialogs and fields.'],
  [/^Mod\+Key[XCVA]$/, 'This key cuts, copies, pastes or selects all, as everywhere.'],
  [/(Arrow(Left|Right|Up|Down)|Home|End)$/, 'This key moves the caret.'],
  [/^(Shift\+)?Page(Up|Down)$/, 'This key moves the caret by a page.'],
  [/^(Shift\+)?F10$/, 'The system opens menus with this key.'],
  [/^Alt\+F4$/, 'The system closes the window with this key.'],
  [/^(Alt|Mod)\+Space$/, 'The system takes this key.'],
  [/^Mod\+Key[HM]$/, 'On a Mac the system hides or minimises the window with this key.'],
  [/^(F12|Mod\+KeyR)$/, 'This key is kept for those who work on Parley itself.'],
];

/**
 * Why a key cannot be given to an action, in words for people; null where it can. Its default keys
 * always can. It says nothing of clashes with other actions.
 */
export function keyRefusal(press: KeyPress, action: Action): string | null {
  if (action.keys.includes(press)) return null;
  if (!NAMED.test(press)) return 'This key has no name that a menu could show.';
  const found = taken.find(([pattern]) => pattern.test(press));
  if (found) return found[1];
  if (action.runsIn === 'main' && !/^Mod\+|F\d+$/.test(press)) {
    return 'This command works everywhere, also in fields: its key needs Ctrl (on a Mac Command), or is an F key.';
  }
  if (action.context === 'find' && !/(Mod|Alt)\+|F\d+$/.test(press)) {
    return 'This command works while you type: its key needs Ctrl or Alt, or is an F key.';
  }
  if (action.context === 'global' && /^(Shift\+)?(Enter|Space|Delete|Backspace)$/.test(press)) {
    return 'This key has a meaning in lists and on buttons.';
  }
  return null;
}
