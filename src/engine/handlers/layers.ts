import { ParleyError } from '@core/errors';
import { type Change, changed, created } from '@core/journal/change';
import type { DocumentStatus, Progress } from '@core/model/document';
import type { Layer } from '@core/model/project';
import type { Context } from '../context';
import { onlyId } from '../only-id';

/** The session's annotator's layer on a document, with the changes that make it where it is new. */
export function ownLayer(context: Context, documentId: string): { layer: Layer; changes: Change[] } {
  context.need('document', documentId);
  const changes: Change[] = [];
  let [layer] = context.file.records.where(
    'layer',
    "document_id = ? AND kind = 'annotator' AND annotator_id = ?",
    [documentId, context.annotator.id],
  );
  if (!layer) {
    layer = {
      id: onlyId('layer', documentId, context.annotator.id),
      documentId,
      kind: 'annotator',
      annotatorId: context.annotator.id,
    };
    changes.push(created('layer', layer));
  }
  const progress = progressOf(context, documentId);
  if ((progress?.status ?? 'new') === 'new') changes.push(progressChange(context, documentId, 'in-progress'));
  return { layer, changes };
}

function progressOf(context: Context, documentId: string): Progress | null {
  const found = context.file.records.where('progress', 'document_id = ? AND annotator_id = ?', [
    documentId,
    context.annotator.id,
  ]);
  return found[0] ?? null;
}

/** The change that sets the session's annotator's status on a document. */
export function progressChange(context: Context, documentId: string, status: DocumentStatus): Change {
  const before = progressOf(context, documentId);
  return before
    ? changed('progress', before, { ...before, status })
    : created('progress', {
        id: onlyId('progress', documentId, context.annotator.id),
        documentId,
        annotatorId: context.annotator.id,
        status,
      });
}

const adjudicating = new WeakSet<Context>();

/** Does something in which gold layers may be changed; colleagues' layers may not even then. */
export function whileAdjudicating<Result>(context: Context, act: () => Result): Result {
  adjudicating.add(context);
  try {
    return act();
  } finally {
    adjudicating.delete(context);
  }
}

/**
 * Nobody edits a colleague's layer, and gold layers are changed by adjudicating alone.
 * @throws ParleyError 'conflict' when the layer belongs to somebody else
 */
export function refuseForeignLayer(context: Context, layerId: string): void {
  const layer = context.need('layer', layerId);
  if (layer.kind === 'gold' && adjudicating.has(context)) return;
  if (layer.annotatorId === context.annotator.id) return;
  const owner =
    layer.annotatorId === null
      ? 'the gold layer'
      : `the layer of ${context.need('annotator', layer.annotatorId).name}`;
  throw new ParleyError('conflict', {
    cause: `This belongs to ${owner}`,
    remedy: 'You can change only what you have marked yourself.',
  });
}
