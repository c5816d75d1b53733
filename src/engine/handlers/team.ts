import type { Output } from '@contract/index';
import { ParleyError } from '@core/errors';
import { type Change, created, deleted } from '@core/journal/change';
import type { Assignment } from '@core/model/assignment';
import { distribute, type Pair } from '@core/team/distribute';
import { teamRows } from '../../store/reads/team';
import type { CommandHandler, Context, QueryHandler } from '../context';
import { onlyId } from '../only-id';

type Board = Output<'team.board'>;
type Cell = NonNullable<Board['documents'][number]['cells'][number]>;

export const teamBoard: QueryHandler<'team.board'> = (context) => boardOf(context, null, null);

/** How far annotators are with documents: those asked for, or all where null. */
export function boardOf(
  context: Context,
  documentIds: readonly string[] | null,
  annotatorIds: readonly string[] | null,
): Board {
  const { records, connection } = context.file;
  const isAsked = (ids: readonly string[] | null) => {
    const wanted = ids && new Set(ids);
    return ({ id }: { id: string }) => wanted?.has(id) ?? true;
  };
  const annotators = records.where('annotator', 'true', [], 'name, id').filter(isAsked(annotatorIds));
  const columnOf = new Map(annotators.map(({ id }, column) => [id, column]));
  const totals = annotators.map(({ id, name }) => ({
    id,
    name,
    assigned: 0,
    inProgress: 0,
    done: 0,
    annotations: 0,
    stances: 0,
  }));
  const documents: Board['documents'] = records
    .where('document', 'true', [], 'position, id')
    .filter(isAsked(documentIds))
    .map(({ id, name, metadata }) => ({
      id,
      name: metadata.title ?? name,
      cells: annotators.map(() => null),
    }));
  const rowOf = new Map(documents.map((row) => [row.id, row]));
  const at = (
    { documentId, annotatorId }: Pair,
    change: (cell: Cell, total: (typeof totals)[number]) => void,
  ) => {
    const row = rowOf.get(documentId);
    const column = columnOf.get(annotatorId);
    if (!row || column === undefined) return;
    const cell = row.cells[column] ?? { status: 'new', assigned: false, annotations: 0, stances: 0 };
    row.cells[column] = cell;
    change(cell, totals[column]!);
  };
  const rows = teamRows(connection);
  for (const one of rows.progress)
    at(one, (cell, total) => {
      cell.status = one.status;
      if (one.status === 'done') total.done++;
      if (one.status === 'in-progress') total.inProgress++;
    });
  for (const one of rows.assignments)
    at(one, (cell, total) => {
      cell.assigned = true;
      total.assigned++;
    });
  for (const kind of ['annotations', 'stances'] as const)
    for (const one of rows[kind])
      at(one, (cell, total) => {
        cell[kind] = one.count;
        total[kind] += one.count;
      });
  return { annotators: totals, documents };
}

const assignmentOf = ({ documentId, annotatorId }: Pair): Assignment => ({
  id: onlyId('assignment', documentId, annotatorId),
  documentId,
  annotatorId,
});

export const setAssignment: CommandHandler<'assignment.set'> = (context, input) => {
  const changes: Change[] = [];
  for (const documentId of new Set(input.documentIds)) {
    context.need('document', documentId);
    const there = new Map(
      context.file.records
        .where('assignment', 'document_id = ?', [documentId])
        .map((one) => [one.annotatorId, one]),
    );
    for (const annotatorId of new Set(input.annotatorIds)) {
      context.need('annotator', annotatorId);
      const before = there.get(annotatorId);
      if (input.assigned && !before)
        changes.push(created('assignment', assignmentOf({ documentId, annotatorId })));
      if (!input.assigned && before) changes.push(deleted('assignment', before));
    }
  }
  return { changes, output: { changed: changes.length } };
};

type Input = Parameters<CommandHandler<'assignment.distribute'>>[1];

function planned(context: Context, input: Input) {
  const { records } = context.file;
  const wanted = input.documentIds && new Set(input.documentIds);
  for (const id of wanted ?? []) context.need('document', id);
  const all = records.where('document', 'true', [], 'position, id');
  const documents = all.filter(({ id }) => wanted?.has(id) ?? true);
  const annotators = [...new Set(input.annotatorIds)].map((id) => context.need('annotator', id));
  const existing = records.where('assignment', 'true');
  const added = distributed(input, documents, existing);
  const sizes = new Map(all.map(({ id, codePoints }) => [id, codePoints]));
  const loads = annotators.map(({ id, name }) => {
    const mine = (pairs: readonly Pair[]) => pairs.filter(({ annotatorId }) => annotatorId === id);
    const own = [...mine(existing), ...mine(added)];
    return {
      annotatorId: id,
      name,
      documents: own.length,
      codePoints: own.reduce((sum, { documentId }) => sum + (sizes.get(documentId) ?? 0), 0),
      added: mine(added).length,
    };
  });
  return { added, output: { added: added.length, loads } };
}

/** @throws ParleyError 'bad-input' when there are too few annotators */
function distributed(
  { annotatorIds, each, share, measure, seed }: Input,
  documents: readonly { id: string; codePoints: number }[],
  existing: readonly Pair[],
): Pair[] {
  try {
    return distribute({
      documents: documents.map(({ id, codePoints }) => ({
        id,
        size: measure === 'length' ? codePoints : 1,
      })),
      annotatorIds: [...new Set(annotatorIds)],
      each,
      share,
      existing,
      seed,
    });
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    throw new ParleyError('bad-input', {
      cause: thrown.message,
      remedy: 'Choose more annotators, or ask for fewer to each document.',
    });
  }
}

export const previewDistribution: QueryHandler<'assignment.preview'> = (context, input) =>
  planned(context, input).output;

export const distributeDocuments: CommandHandler<'assignment.distribute'> = (context, input) => {
  const { added, output } = planned(context, input);
  return { changes: added.map((pair) => created('assignment', assignmentOf(pair))), output };
};
