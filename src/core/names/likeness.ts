import { editDistance, tolerance } from './edit-distance';
import type { PreparedName } from './prepared-name';

/** Why a name was taken for another, the surest first. The rules are in docs/entities.md. */
export const likenessReasons = ['exact', 'alias', 'normalised', 'transliterated', 'part', 'fuzzy'] as const;
export type LikenessReason = (typeof likenessReasons)[number];

export interface Likeness {
  reason: LikenessReason;
  /** From 0 to 1, to compare names that are alike for the same reason. */
  quality: number;
}

/** A skeleton of two sounds says little: it counts between scripts alone. */
const SOUNDS_IN_ONE_SCRIPT = 3;
/** Names in one script with one skeleton must also share so much of their letters. */
const SHARED_SPELLING = 0.55;

/**
 * How a name is like another one, or null when it is not.
 * @param typing `query` is being typed, so a beginning or a piece of a name counts too
 */
export function likeness(query: PreparedName, name: PreparedName, typing = false): Likeness | null {
  if (query.plain === name.plain) return { reason: 'exact', quality: 1 };
  if (query.folded === name.folded) return { reason: 'normalised', quality: 1 };
  if (query.bare === name.bare) return { reason: 'normalised', quality: 0.9 };
  if (query.sorted === name.sorted) return { reason: 'normalised', quality: 0.8 };
  if (query.digits === name.digits && soundAlike(query, name))
    return { reason: 'transliterated', quality: 1 };
  const shared = sharedWords(query.bare, name.bare);
  if (shared > 0) return { reason: 'part', quality: 0.5 + shared / 2 };
  if (typing) {
    const begun = beginning(query, name);
    if (begun) return begun;
  }
  return query.digits === name.digits ? misspelt(query, name) : null;
}

/** Have both a consonant skeleton in common, and enough of it or of their letters? */
export function soundAlike(a: PreparedName, b: PreparedName): boolean {
  const common = a.skeletons.find((skeleton) => b.skeletons.includes(skeleton));
  if (!common) return false;
  if (a.script !== b.script) return true;
  if (common.length < SOUNDS_IN_ONE_SCRIPT) return false;
  const longer = Math.max(a.bare.length, b.bare.length);
  const most = Math.floor(longer * (1 - SHARED_SPELLING));
  return editDistance(a.bare, b.bare, most) <= most;
}

/** The share of the longer name that all words of the shorter one make up, from 0 (no) to 1; words of one or two letters alone say nothing. */
function sharedWords(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (!/[^ ]{3}|[^\p{Script=Latin} ]{2}/u.test(short)) return 0;
  const hay = ` ${long} `;
  const isPart = short.split(' ').every((word) => hay.includes(` ${word} `));
  return isPart ? short.length / long.length : 0;
}

function beginning(query: PreparedName, name: PreparedName): Likeness | null {
  const typed = query.folded;
  if (name.folded.startsWith(typed)) return { reason: 'part', quality: 0.45 };
  if (name.folded.includes(` ${typed}`)) return { reason: 'part', quality: 0.4 };
  const [sound] = query.skeletons;
  const enough = query.script === name.script ? SOUNDS_IN_ONE_SCRIPT + 1 : SOUNDS_IN_ONE_SCRIPT;
  if (sound && sound.length >= enough && name.skeletons.some((skeleton) => skeleton.startsWith(sound)))
    return { reason: 'part', quality: 0.35 };
  return name.folded.includes(typed) ? { reason: 'part', quality: 0.3 } : null;
}

function misspelt(query: PreparedName, name: PreparedName): Likeness | null {
  const length = Math.min(query.bare.length, name.bare.length);
  const most = tolerance(length);
  if (most === 0 || differingBits(query.letters, name.letters) > 2 * most) return null;
  const distance = editDistance(query.bare, name.bare, most);
  return distance > most ? null : { reason: 'fuzzy', quality: 1 - distance / length };
}

function differingBits(a: number, b: number): number {
  let bits = a ^ b;
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count++;
  return count;
}
