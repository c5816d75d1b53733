import { type Change, changed } from '@core/journal/change';
import type { Decision } from '@core/model/decision';
import type { Context } from '../context';
import { type Reviewed, revisionOf } from './document-review';

/**
 * The decisions about records that come to name one thing in place of another that was the same, so
 * that they stay in force: nobody has judged anew.
 */
export function followingRevisions(context: Context, changes: readonly Change[]): Change[] {
  const moved = new Map<string, { from: string; to: string }>();
  const documentIds = new Set<string>();
  for (const { kind, before, after } of changes) {
    if (!before || !after || !('layerId' in before) || kind === 'appraisal' || kind === 'comment') continue;
    const [from, to] = [revisionOf(before as Reviewed, null), revisionOf(after as Reviewed, null)];
    moved.set(before.id, { from, to });
    documentIds.add(before.documentId);
  }
  return [...documentIds].flatMap((documentId) =>
    context.file.records.where('decision', 'document_id = ?', [documentId]).flatMap((decision) => {
      const after = followed(decision, moved);
      return after === decision ? [] : [changed('decision', decision, after)];
    }),
  );
}

function followed(decision: Decision, moved: ReadonlyMap<string, { from: string; to: string }>): Decision {
  const isMoved = decision.targets.some(({ id, revision }) => moved.get(id)?.from === revision);
  if (!isMoved) return decision;
  const targets = decision.targets.map((target) => {
    const move = moved.get(target.id);
    return move?.from === target.revision ? { ...target, revision: move.to } : target;
  });
  return { ...decision, targets };
}
