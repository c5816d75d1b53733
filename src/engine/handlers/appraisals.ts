import { ParleyError } from '@core/errors';
import { type Change, changed, created, deleted } from '@core/journal/change';
import { type Appraisal, documentLabelProblem } from '@core/model/appraisal';
import type { CommandHandler, Context } from '../context';
import { onlyId } from '../only-id';
import { ownLayer } from './layers';

export const appraiseDocument: CommandHandler<'document.appraise'> = (context, { id, labels, note }) => {
  for (const [labelId, values] of Object.entries(labels)) checkLabel(context, labelId, values);
  const { layer, changes } = ownLayer(context, id);
  const [before] = context.file.records.where('appraisal', 'layer_id = ?', [layer.id]);
  const kept = Object.entries({ ...before?.labels, ...labels }).filter(([, values]) => values.length > 0);
  const after: Appraisal = {
    id: before?.id ?? onlyId('appraisal', layer.id),
    layerId: layer.id,
    documentId: id,
    labels: Object.fromEntries(kept),
    note: note ?? before?.note ?? '',
  };
  const isEmpty = kept.length === 0 && after.note === '';
  if (isEmpty && !before) return { changes: [], output: null };
  return {
    changes: [...changes, changeOf(before, isEmpty ? null : after)],
    output: isEmpty ? null : after,
  };
};

function changeOf(before: Appraisal | undefined, after: Appraisal | null): Change {
  if (!before) return created('appraisal', after!);
  return after ? changed('appraisal', before, after) : deleted('appraisal', before);
}

/** @throws ParleyError 'bad-input' when the schema has no such label, or a value does not fit it */
function checkLabel(context: Context, labelId: string, values: Appraisal['labels'][string]): void {
  const { documentLabels } = context.schema();
  const label = documentLabels.find((candidate) => candidate.id === labelId);
  // What is taken away needs no leave.
  if (values.length === 0) return;
  if (!label) {
    throw new ParleyError('bad-input', {
      cause: `The schema has no document label '${labelId}'`,
      remedy: `It has: ${documentLabels.map(({ id }) => id).join(', ') || 'none'}.`,
    });
  }
  const problem = documentLabelProblem(label, values);
  if (problem) throw new ParleyError('bad-input', { place: labelId, cause: problem });
}
