import { changed, deleted } from '@core/journal/change';
import { compareByPlace } from '@core/model/fragment';
import { documentRows } from '../../store/reads/lists';
import type { CommandHandler, QueryHandler } from '../context';
import { progressChange } from './layers';
import { given } from './patch';

export const listDocuments: QueryHandler<'document.list'> = (context) =>
  documentRows(context.file.connection, context.annotator.id);

export const getDocument: QueryHandler<'document.get'> = (context, input) => ({
  document: context.need('document', input.id),
  text: context.textOf(input.id),
});

export const annotationsOfDocument: QueryHandler<'document.annotations'> = (context, input) => {
  context.need('document', input.id);
  const { records } = context.file;
  return {
    layers: records.where('layer', 'document_id = ?', [input.id]),
    annotations: records.where('annotation', 'document_id = ?', [input.id]).sort(compareByPlace),
    stances: records.where('stance', 'document_id = ?', [input.id]),
    relations: records.where('relation', 'document_id = ?', [input.id]),
    events: records.where('event', 'document_id = ?', [input.id], 'span_start, id'),
    appraisals: records.where('appraisal', 'document_id = ?', [input.id]),
    comments: records.where('comment', 'document_id = ?', [input.id], 'time, id'),
  };
};

export const hiddenInDocument: QueryHandler<'document.hidden'> = (context, { id }) => {
  const count = (table: string) =>
    context.file.connection
      .prepare(`SELECT count(*) FROM ${table} WHERE document_id = ?`)
      .pluck()
      .get(id) as number;
  // Before the table stands the view that hides them, where the project works blind.
  return { layers: count('main.layer') - count('layer') };
};

export const updateDocument: CommandHandler<'document.update'> = (context, input) => {
  const before = context.need('document', input.id);
  const after = { ...before, ...given(input) };
  return { changes: [changed('document', before, after)], output: after };
};

export const removeDocuments: CommandHandler<'document.remove'> = (context, input) => {
  const ids = [...new Set(input.ids)];
  const { records } = context.file;
  const changes = ids.flatMap((id) => [
    ...records.where('stance', 'document_id = ?', [id]).map((stance) => deleted('stance', stance)),
    ...records.where('relation', 'document_id = ?', [id]).map((relation) => deleted('relation', relation)),
    ...records.where('event', 'document_id = ?', [id]).map((event) => deleted('event', event)),
    ...records
      .where('annotation', 'document_id = ?', [id])
      .map((annotation) => deleted('annotation', annotation)),
    ...records
      .where('appraisal', 'document_id = ?', [id])
      .map((appraisal) => deleted('appraisal', appraisal)),
    ...records.where('decision', 'document_id = ?', [id]).map((decision) => deleted('decision', decision)),
    ...records.where('comment', 'document_id = ?', [id]).map((comment) => deleted('comment', comment)),
    ...records.where('assignment', 'document_id = ?', [id]).map((one) => deleted('assignment', one)),
    ...records.where('layer', 'document_id = ?', [id]).map((layer) => deleted('layer', layer)),
    ...records.where('progress', 'document_id = ?', [id]).map((progress) => deleted('progress', progress)),
    deleted('document', context.need('document', id)),
  ]);
  return { changes, output: { removed: ids.length } };
};

export const setStatus: CommandHandler<'document.setStatus'> = (context, input) => {
  context.need('document', input.id);
  return { changes: [progressChange(context, input.id, input.status)], output: input };
};
