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
  const { journal, received, records } = context.file;
  const names = new Map(records.where('annotator', 'true').map(({ id, name }) => [id, name]));
  const here = journal.list(input).map((entry) => {
    const name = originalName(context, entry);
    return {
      ...entry,
      name,
      documentIds: journal.documentsOf(entry.seq),
      subject: () => subjectOf(context, name, () => journal.firstOfEachKind(entry.seq)),
    };
  });
  const elsewhere = received.list(input).map(({ entryId, ...entry }) => ({
    ...entry,
    id: entryId,
    seq: null,
    kind: 'do' as const,
    reverts: null,
    documentIds: received.documentsOf(entryId),
    subject: () => subjectOf(context, entry.name, () => received.firstOfEachKind(entryId)),
  }));
  const isShown = ({ annotatorId, documentIds }: (typeof here | typeof elsewhere)[number]) =>
    annotatorId === context.annotator.id || !documentIds.some((id) => context.hides(id));
  return [...here, ...elsewhere]
    .sort((a, b) => (a.hlc < b.hlc ? 1 : a.hlc > b.hlc ? -1 : 0))
    .slice(0, input.limit)
    .filter(isShown)
    .map((entry) => ({
      ...entry,
      annotatorName: names.get(entry.annotatorId) ?? entry.annotatorId,
      subject: entry.subject(),
    }));
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
