import { type Change, changed, created, deleted, sameValue } from '@core/journal/change';
import type { RecordKind, Records } from '@core/journal/records';

/** What would have to happen to some records of one kind to become others, as changes. */
export function differences<Kind extends RecordKind>(
  kind: Kind,
  before: ReadonlyMap<string, Records[Kind]>,
  after: readonly Records[Kind][],
): Change[] {
  const changes: Change[] = [];
  const left = new Map(before);
  for (const record of after) {
    const old = left.get(record.id);
    left.delete(record.id);
    if (!old) changes.push(created(kind, record));
    else if (!sameValue(old, record)) changes.push(changed(kind, old, record));
  }
  for (const record of left.values()) changes.push(deleted(kind, record));
  return changes;
}
