import { folded, plain } from './fold';
import { type Script, scriptOf, skeletons } from './skeleton';
import { withoutTitles } from './titles';

/** A name with all the forms in which it is compared, worked out once. */
export interface PreparedName {
  plain: string;
  folded: string;
  /** Folded, without titles. */
  bare: string;
  /** The words of `bare` in alphabetical order, so that 'Sharif, Shehbaz' is 'Shehbaz Sharif'. */
  sorted: string;
  skeletons: readonly string[];
  script: Script;
  /** The numbers in it: names that differ in them are never spellings of each other. */
  digits: string;
  /** Which letters occur, as bits: what differs here differs in spelling. */
  letters: number;
}

export function prepareName(name: string): PreparedName {
  const fold = folded(name);
  const bare = withoutTitles(fold);
  return {
    plain: plain(name),
    folded: fold,
    bare,
    sorted: bare.split(' ').sort().join(' '),
    skeletons: skeletons(name),
    script: scriptOf(name),
    digits: (fold.match(/\p{N}+/gu) ?? []).join(' '),
    letters: letterBits(bare),
  };
}

function letterBits(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}
