import {
  annotatorCounts,
  dayCounts,
  documentCounts,
  labelCounts,
  lengthCounts,
  polarityCounts,
  topEntities,
} from '../../store/reads/statistics';
import type { QueryHandler } from '../context';

const STEPS = 7;

/** Counted by SQLite alone; between the steps others are let in, and the caller may stop it. */
export const projectStatistics: QueryHandler<'project.statistics'> = async (
  context,
  { top, ...scope },
  work,
) => {
  const { connection } = context.file;
  if (scope.documentId !== null) context.need('document', scope.documentId);
  let done = 0;
  const step = async <Rows>(what: string, count: () => Rows): Promise<Rows> => {
    work.progress({ done: done++, total: STEPS, what });
    await work.breathe();
    return count();
  };
  const labels = await step('Labels', () => labelCounts(connection, scope));
  const polarities = await step('Stances', () => polarityCounts(connection, scope));
  const documents = await step('Documents', () => documentCounts(connection, scope));
  const annotators = await step('Annotators', () => annotatorCounts(connection, scope));
  const days = await step('Days', () => dayCounts(connection, scope));
  const lengths = await step('Lengths', () => lengthCounts(connection, scope));
  const entities = await step('Entities', () => topEntities(connection, scope, top));
  const sum = <Row>(rows: readonly Row[], of: (row: Row) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  return {
    totals: {
      documents: documents.length,
      annotated: documents.filter(({ annotations, stances }) => annotations + stances > 0).length,
      annotations: sum(labels, (row) => row.annotations),
      linked: sum(labels, (row) => row.linked),
      entities: connection.prepare('SELECT count(*) FROM entity').pluck().get() as number,
      stances: sum(polarities, (row) => row.stances),
    },
    labels,
    polarities,
    documents,
    annotators,
    days,
    lengths,
    entities,
  };
};
