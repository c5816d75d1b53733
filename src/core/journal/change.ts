import type { RecordKind, Records } from './records';

/**
 * One record before and after. `before` null: it is made; `after` null: it is deleted.
 * A command describes itself wholly as a list of these, which makes its inverse, its audit
 * trail and its exchange with colleagues the same thing.
 */
export type Change = {
  [Kind in RecordKind]: {
    kind: Kind;
    id: string;
    before: Records[Kind] | null;
    after: Records[Kind] | null;
  };
}[RecordKind];

export function created<Kind extends RecordKind>(kind: Kind, after: Records[Kind]): Change {
  return { kind, id: after.id, before: null, after } as Change;
}

export function changed<Kind extends RecordKind>(
  kind: Kind,
  before: Records[Kind],
  after: Records[Kind],
): Change {
  return { kind, id: before.id, before, after } as Change;
}

export function deleted<Kind extends RecordKind>(kind: Kind, before: Records[Kind]): Change {
  return { kind, id: before.id, before, after: null } as Change;
}

/** The changes that take back `changes`: in reverse order, before and after exchanged. */
export function inverse(changes: readonly Change[]): Change[] {
  return changes
    .map((change) => ({ ...change, before: change.after, after: change.before }) as Change)
    .reverse();
}

/** Deep equality of plain JSON values; the order of an object's keys does not count, undefined counts as absent. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const key of keys) {
    if (!sameValue((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key])) return false;
  }
  return true;
}

/** Without changes that change nothing. */
export function effective(changes: readonly Change[]): Change[] {
  return changes.filter((change) => !sameValue(change.before, change.after));
}
