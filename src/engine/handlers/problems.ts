import type { SpanAnnotation } from '@core/model/annotation';
import type { Appraisal } from '@core/model/appraisal';
import type { Event } from '@core/model/event';
import { displayQuote, type Fragments } from '@core/model/fragment';
import type { Relation } from '@core/model/relation';
import type { Stance } from '@core/model/stance';
import type { DocumentProblem } from '@core/validation/problem';
import { rules } from '@core/validation/rules/index';
import type { Context, QueryHandler } from '../context';
import { ownerOf } from './in-context';

/** Documents between two looks at whether to stop. */
const STRIDE = 20;

export const listProblems: QueryHandler<'project.problems'> = async (
  context,
  { documentId, rules: wanted, severity, offset, limit },
  work,
) => {
  if (documentId !== null) context.need('document', documentId);
  const ids = documentId === null ? documentOrder(context) : [documentId];
  const counts = new Map<string, number>();
  const found: { documentId: string; problem: DocumentProblem }[] = [];
  for (const [index, id] of ids.entries()) {
    if (index % STRIDE === 0 && ids.length > 1) {
      work.progress({ done: index, total: ids.length, what: 'Looking for problems' });
      await work.breathe();
    }
    for (const problem of problemsOf(context, id)) {
      counts.set(problem.rule, (counts.get(problem.rule) ?? 0) + 1);
      if (wanted.length > 0 && !wanted.includes(problem.rule)) continue;
      if (severity === null || problem.severity === severity) found.push({ documentId: id, problem });
    }
  }
  const errors = found.filter(({ problem }) => problem.severity === 'error').length;
  return {
    total: found.length,
    errors,
    warnings: found.length - errors,
    byRule: rules.map(({ id, severity, title }) => ({
      rule: id,
      severity,
      title,
      count: counts.get(id) ?? 0,
    })),
    problems: found
      .slice(offset, offset + limit)
      .flatMap(({ documentId, problem }) => inContext(context, documentId, problem)),
  };
};

/** Ids of all documents in the order of the project. */
export function documentOrder(context: Context): string[] {
  return context.file.connection
    .prepare('SELECT id FROM document ORDER BY position, id')
    .pluck()
    .all() as string[];
}

/** A document that was removed while others were looked at has none. */
export function problemsOf(context: Context, id: string): readonly DocumentProblem[] {
  if (!context.file.records.get('document', id)) return [];
  return context.problems.of(id, context.schema(), () => context.textOf(id));
}

function inContext(context: Context, documentId: string, problem: DocumentProblem) {
  const document = context.file.records.get('document', documentId);
  const record = context.file.records.get(problem.recordKind, problem.recordId);
  if (!document || !record) return [];
  const quote = problem.place ? displayQuote(context.textOf(documentId), fragmentsOf(context, record)) : '';
  return [
    {
      ...problem,
      documentId,
      documentName: document.metadata.title ?? document.name,
      language: document.language,
      annotatorName: ownerOf(context, record.layerId).annotatorName,
      quote,
    },
  ];
}

/** The words that a record stands on; for a relation those where it begins. */
function fragmentsOf(
  context: Context,
  record: SpanAnnotation | Stance | Relation | Event | Appraisal,
): Fragments {
  if ('fragments' in record) return record.fragments;
  if ('evidence' in record) return record.evidence;
  if ('trigger' in record) return record.trigger;
  if ('labels' in record) return [];
  return context.file.records.get('annotation', record.fromId)?.fragments ?? [];
}
