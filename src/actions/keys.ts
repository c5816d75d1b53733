/**
 * A key press by place on the keyboard, so that it works in every layout: modifiers in the order
 * Mod, Shift, Alt, then a KeyboardEvent.code, joined by '+'. Mod is Ctrl, on a Mac Command. With Mod
 * a letter is that of the layout where this is Latin: Ctrl+Z is where Z stands, as in menus and in
 * other programs. Ctrl+Alt is never used: it is AltGr on Turkish and other layouts.
 */
export type KeyPress = string;

export interface KeyEventLike {
  code: string;
  /** What the layout has there; without it the place alone counts. */
  key?: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** The KeyPress of a keyboard event. */
export function keyPressOf(event: KeyEventLike, mac: boolean): KeyPress {
  const parts: string[] = [];
  if (mac ? event.metaKey : event.ctrlKey) parts.push('Mod');
  if (mac && event.ctrlKey) parts.push('Ctrl');
  if (event.shiftKey) parts.push('Shift');
  if (event.altKey) parts.push('Alt');
  if (parts[0] === 'Mod' && /^[a-z]$/i.test(event.key ?? '')) parts.push(`Key${event.key!.toUpperCase()}`);
  else parts.push(event.code.replace(/^Numpad(?=\d$)/, 'Digit').replace(/^NumpadEnter$/, 'Enter'));
  return parts.join('+');
}

const codeNames: Record<string, string> = {
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  Backslash: '\\',
  Comma: ',',
  Period: '.',
  Slash: '/',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** What the active keyboard layout prints on keys, by KeyboardEvent.code, where that is known. */
export type KeyCaps = ReadonlyMap<string, string>;

/**
 * What is printed on the key, for people: 'KeyP' as 'P', 'Digit1' as '1'. The layout's own cap is
 * taken where it is Latin ('BracketLeft' as 'Ü' on a German keyboard); keyboards of other scripts have
 * the Latin letter printed beside their own.
 */
export function codeLabel(code: string, caps?: KeyCaps): string {
  const cap = caps?.get(code);
  if (cap && !code.startsWith('Digit') && /^[\p{Script=Latin}!-~]$/u.test(cap)) return capital(cap);
  return codeNames[code] ?? code.replace(/^(Key|Digit)/, '');
}

/** Letters without a capital of their own, such as ß, stay as they are. */
function capital(letter: string): string {
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper : letter;
}

/** A KeyPress for people: 'Ctrl+Shift+Z', on a Mac '⌘⇧Z'. */
export function keyLabel(press: KeyPress, mac: boolean, layout?: KeyCaps): string {
  const parts = press.split('+');
  const code = parts.pop()!;
  const caps = parts[0] === 'Mod' && code.startsWith('Key') ? undefined : layout;
  if (mac) {
    const signs: Record<string, string> = { Mod: '⌘', Ctrl: '⌃', Shift: '⇧', Alt: '⌥' };
    return parts.map((part) => signs[part]).join('') + codeLabel(code, caps);
  }
  return [...parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)), codeLabel(code, caps)].join('+');
}

const acceleratorNames: Record<string, string> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Escape: 'Esc',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
};

/** A KeyPress in the spelling of Electron's menus. */
export function accelerator(press: KeyPress): string {
  const parts = press.split('+');
  const code = parts.pop()!;
  const modifiers = parts.map((part) => (part === 'Mod' ? 'CommandOrControl' : part));
  return [...modifiers, acceleratorNames[code] ?? codeLabel(code)].join('+');
}
