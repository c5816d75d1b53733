import type { Appraisal } from '../model/appraisal';
import type { DecisionTarget } from '../model/decision';

/** What belongs to whoever wrote it, or only says where it lies: no part of what is decided about. */
const OWN = new Set(['id', 'layerId', 'documentId', 'note', 'origin', 'confidence']);

/**
 * What a record says, as text that is the same whenever the record says the same; of an appraisal what
 * it says of one document label. Hashed it is the revision that a decision keeps.
 */
export function contentOf(record: object, label: DecisionTarget['label']): string {
  if (label !== null) return canonicalJson((record as Appraisal).labels[label] ?? null);
  return canonicalJson(Object.fromEntries(Object.entries(record).filter(([field]) => !OWN.has(field))));
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
