import type { Output } from '@contract/index';
import { ParleyError } from '@core/errors';
import type { JournalSummary } from '@core/journal/entry';
import type { Context, QueryHandler } from '../context';
import { subjectOf } from './history-subject';

/** The name of the command that an entry did, took back or did again. */
export function originalName(context: Context, entry: JournalSummary): string {
  let current: JournalSummary = entry;
  while (current.reverts !== null) {
    const earlier = context.file.journal.summary(current.reverts);
    if (!earlier) break;
    current = earlier;
  }
  return current.name;
}

/** What undoing or redoing an entry would take back or do, for people. */
export function stepOf(context: Context, entry: JournalSummary | null): Output<'history.undo'> {
  if (!entry) return null;
  return {
    entryId: entry.id,
    name: originalName(context, entry),
    documentIds: context.file.journal.documentsOf(entry.seq),
  };
}

export const listHistory: QueryHandler<'history.list'> = (context, input) => {
  const names = new Map(context.file.records.where('annotator', 'true').map(({ id, name }) => [id, name]));
  return context.file.journal.list(input).flatMap((entry) => {
    const documentIds = context.file.journal.documentsOf(entry.seq);
    const isOwn = entry.annotatorId === context.annotator.id;
    if (!isOwn && documentIds.some((id) => context.hides(id))) return [];
    const name = originalName(context, entry);
    return {
      ...entry,
      name,
      annotatorName: names.get(entry.annotatorId) ?? entry.annotatorId,
      documentIds,
      subject: subjectOf(context, entry.seq, name),
    };
  });
};

export const historyState: QueryHandler<'history.state'> = (context) => ({
  undo: stepOf(context, context.file.journal.nextToUndo(context.annotator.id)),
  redo: stepOf(context, context.file.journal.nextToRedo(context.annotator.id)),
});

/** @throws ParleyError 'conflict': what the entry left is not what is there now */
export function stale(name: string): ParleyError {
  return new ParleyError('conflict', {
    cause: `'${name}' cannot be taken back: what it changed has been changed again since`,
  });
}
