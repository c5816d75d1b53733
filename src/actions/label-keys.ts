import type { Keymap } from './keymap';
import type { KeyPress } from './keys';
import type { Action } from './table';

/** The act that waits for the second key of a label. */
export const LABEL_PREFIX = 'annotate.labelKey';

/** A label with the key that the schema gives it, a KeyboardEvent.code, or none. */
export interface KeyedLabel {
  id: string;
  name: string;
  key: string | null;
}

/** How a label is reached by keyboard. */
export interface LabelStrokes {
  /** Pressed one after the other: one, or the prefix and a second; none where all are given out. */
  strokes: readonly KeyPress[];
  /** The command that holds the key which the schema gives the label. */
  shadowedBy: Action | null;
}

const DIGITS = [...'1234567890'].map((digit) => `Digit${digit}`);
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `Key${letter}`);
const SIGNS = [
  'Minus',
  'Equal',
  'Comma',
  'Period',
  'Slash',
  'Semicolon',
  'BracketLeft',
  'BracketRight',
  'Backslash',
  'Backquote',
];
const plain = [...DIGITS, ...LETTERS, ...SIGNS];
const seconds: readonly KeyPress[] = ['', 'Shift+', 'Alt+', 'Shift+Alt+'].flatMap((held) =>
  plain.map((code) => held + code),
);

/**
 * The strokes of all labels of a schema, by id. A label whose own key is free in the text has that
 * one stroke; the others have two: the prefix, then their own key, else a letter of their name, else
 * a digit, letter or sign, with Shift and Alt when those run out. A label that is added at the end
 * changes no other's strokes.
 */
export function labelStrokes(
  labels: readonly KeyedLabel[],
  keymap: Keymap,
): ReadonlyMap<string, LabelStrokes> {
  const strokes = new Map<string, LabelStrokes>();
  const firsts = new Set<KeyPress>();
  const used = new Set<KeyPress>();
  const [prefix] = keymap.keysOf(LABEL_PREFIX);
  for (const { id, key } of labels) {
    if (key === null || firsts.has(key) || keymap.holders(key, 'text').length > 0) continue;
    firsts.add(key);
    strokes.set(id, { strokes: [key], shadowedBy: null });
  }
  for (const { id, name, key } of labels) {
    if (strokes.has(id)) continue;
    const second = [...(key ? [key] : []), ...lettersOf(name), ...seconds].find(
      (press) => press !== prefix && !used.has(press),
    );
    if (second) used.add(second);
    strokes.set(id, {
      strokes: prefix && second ? [prefix, second] : [],
      shadowedBy: (key !== null && keymap.holders(key, 'text')[0]) || null,
    });
  }
  return strokes;
}

/** The places of the Latin letters of a name, the first letters of its words before the others. */
function lettersOf(name: string): KeyPress[] {
  const bare = name.normalize('NFKD').toUpperCase();
  const initials = [...bare.matchAll(/(?<!\p{L}\p{M}*)[A-Z]/gu)].map(([letter]) => letter);
  const others = bare.match(/[A-Z]/g) ?? [];
  return [...initials, ...others].map((letter) => `Key${letter}`);
}
