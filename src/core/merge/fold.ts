import type { Change } from '../journal/change';
import type { RecordKind, Records } from '../journal/records';

/** One change of one record with its place in history: the unit that projects exchange. */
export interface StampedChange {
  /** The journal entry that it is part of. */
  entryId: string;
  /** Hybrid logical time of the entry, see hlc.ts. */
  hlc: string;
  annotatorId: string;
  deviceId: string;
  /** Name of the command. */
  name: string;
  /** Which change of this record in its entry, from 0. */
  nth: number;
  change: Change;
}

/** What sets two histories of one record at odds. */
export type MergeConflict =
  /** It was edited in one place and deleted in another: the edit stays. */
  | 'edit-against-delete'
  /** It was edited in two places: the newest stays, the others are kept in history. */
  | 'parallel-edits';

export interface Folded<Kind extends RecordKind = RecordKind> {
  /** What the record is now; null when it is deleted. */
  state: Records[Kind] | null;
  /** What it was last before it was deleted; the same as `state` where it is not. */
  last: Records[Kind] | null;
  conflict: MergeConflict | null;
  /** Versions that nobody built upon, without the one that stays. */
  superseded: StampedChange[];
}

/** Identity of a change in any project that has it. */
export function changeKey({ entryId, change: { kind, id }, nth }: StampedChange): string {
  return `${entryId} ${kind} ${id} ${nth}`;
}

/** Order of history: hybrid logical time, then identity, so that it is the same everywhere. */
export function compareByTime(a: StampedChange, b: StampedChange): number {
  if (a.hlc !== b.hlc) return a.hlc < b.hlc ? -1 : 1;
  if (a.entryId !== b.entryId) return a.entryId < b.entryId ? -1 : 1;
  return a.nth - b.nth;
}

/**
 * The state of one record after all of its changes, wherever they were made. It depends on the set
 * of changes alone, not on the order in which they came to be known; hence merging, which is the
 * union of sets and this, is idempotent, commutative and associative.
 *
 * A version is open when no later change began from it. Where one is open, it is the state. Of
 * several, an edit goes before a deletion, and the newest edit before the others.
 */
export function fold(changes: readonly StampedChange[]): Folded {
  const ordered = [...changes].sort(compareByTime);
  const only = ordered[0];
  if (ordered.length === 1 && only)
    return {
      state: only.change.after,
      last: only.change.after ?? only.change.before,
      conflict: null,
      superseded: [],
    };
  const lastBegunFrom = new Map<string, number>();
  for (const [index, { change }] of ordered.entries()) lastBegunFrom.set(canonical(change.before), index);
  const open = new Map<string, StampedChange>();
  for (const [index, stamped] of ordered.entries()) {
    const version = canonical(stamped.change.after);
    if ((lastBegunFrom.get(version) ?? -1) > index) continue;
    open.delete(version);
    open.set(version, stamped);
  }
  const versions = [...open.values()];
  const edits = versions.filter(({ change }) => change.after !== null);
  const stays = edits.at(-1) ?? versions.at(-1);
  const superseded = versions.filter((version) => version !== stays);
  const conflict: MergeConflict | null =
    edits.length > 1
      ? 'parallel-edits'
      : edits.length < versions.length && edits.length > 0
        ? 'edit-against-delete'
        : null;
  const images = ordered.flatMap(({ change }) => [change.before, change.after]).filter((one) => one !== null);
  return {
    state: stays?.change.after ?? null,
    last: stays?.change.after ?? images.at(-1) ?? null,
    conflict,
    superseded,
  };
}

/** A text that two values share when they are equal, whatever the order of their keys; absent and undefined are the same. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}
