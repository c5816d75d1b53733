import type { Extension } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  highlightSpecialChars,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

/** Names and signs of characters that steer direction, joining and breaking, and are not seen themselves. */
const HIDDEN: Record<string, { name: string; sign: string }> = {
  '\u00ad': { name: 'soft hyphen', sign: '-' },
  '\u061c': { name: 'Arabic letter mark', sign: 'ALM' },
  '\u200b': { name: 'zero-width space', sign: 'ZWSP' },
  '\u200e': { name: 'left-to-right mark', sign: 'LRM' },
  '\u200f': { name: 'right-to-left mark', sign: 'RLM' },
  '\u202a': { name: 'left-to-right embedding', sign: 'LRE' },
  '\u202b': { name: 'right-to-left embedding', sign: 'RLE' },
  '\u202c': { name: 'pop directional formatting', sign: 'PDF' },
  '\u202d': { name: 'left-to-right override', sign: 'LRO' },
  '\u202e': { name: 'right-to-left override', sign: 'RLO' },
  '\u2066': { name: 'left-to-right isolate', sign: 'LRI' },
  '\u2067': { name: 'right-to-left isolate', sign: 'RLI' },
  '\u2068': { name: 'first strong isolate', sign: 'FSI' },
  '\u2069': { name: 'pop directional isolate', sign: 'PDI' },
};

const tab = Decoration.mark({ class: 'tab-character' });

/** Characters that do nothing to the letters around them and may be replaced by a sign; line ends are left alone. */
const REPLACED = /(?![\t\n\r])[\p{Cc}\u2028\u2029\ufeff\ufff9-\ufffc]/gu;

const matcher = new MatchDecorator({
  regexp: new RegExp(`[\t${Object.keys(HIDDEN).join('')}]`, 'g'),
  decoration: ([character]) => {
    if (character === '\t') return tab;
    const { name, sign } = HIDDEN[character!]!;
    return Decoration.mark({ class: 'hidden-character', attributes: { 'data-sign': sign, title: name } });
  },
});

/**
 * Shows characters that are not seen by a small sign under their place, tabs by an arrow in it. They stay in the text, so
 * that the browser heeds them: a sign takes no room and has no part in the order of the letters.
 */
export const hiddenCharacters: Extension = [
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = matcher.createDeco(view);
      }
      update(update: ViewUpdate) {
        this.decorations = matcher.updateDeco(update, this.decorations);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  ),
  highlightSpecialChars({ specialChars: REPLACED, addSpecialChars: null }),
];
