import type { DocumentRow } from '@contract/documents';
import type { Input } from '@contract/index';
import { z } from 'zod';

export const documentSorts = ['project', 'name', 'date', 'annotations', 'stances', 'problems'] as const;

/** How the list of documents is filtered and sorted. */
export const DocumentView = z.object({
  sort: z.enum(documentSorts).catch('project'),
  descending: z.boolean().catch(false),
  status: z.enum(['any', 'new', 'in-progress', 'done']).catch('any'),
  assigned: z.enum(['any', 'mine', 'mine-open', 'nobody']).catch('any'),
  language: z.string().catch(''),
  tag: z.string().catch(''),
  stances: z.enum(['any', 'with', 'without']).catch('any'),
  problems: z.enum(['any', 'with', 'without']).catch('any'),
  /** A label of spans, and how many of them at least. */
  typeId: z.string().catch(''),
  atLeast: z.int().min(1).catch(1),
  /** A document label, and a value of it as JSON; empty for any. */
  labelId: z.string().catch(''),
  value: z.string().catch(''),
  text: z.string().catch(''),
});
export type DocumentView = z.infer<typeof DocumentView>;

export const everyDocument: DocumentView = {
  sort: 'project',
  descending: false,
  status: 'any',
  assigned: 'any',
  language: '',
  tag: '',
  stances: 'any',
  problems: 'any',
  typeId: '',
  atLeast: 1,
  labelId: '',
  value: '',
  text: '',
};

/** How many filters are set; the order is none. */
export function filtersSet(view: DocumentView): number {
  const filters = [
    'status',
    'assigned',
    'language',
    'tag',
    'stances',
    'problems',
    'typeId',
    'labelId',
    'text',
  ] as const;
  return filters.filter((field) => view[field] !== everyDocument[field]).length;
}

/** What the engine must be asked for a view; null where the rows alone tell. */
export function searchFor(view: DocumentView): Input<'document.find'> | null {
  const { text, typeId, atLeast, labelId, value, problems, sort } = view;
  if (text === '' && typeId === '' && labelId === '' && problems === 'any' && sort !== 'problems')
    return null;
  return {
    text,
    typeId: typeId || null,
    atLeast,
    labelId: labelId || null,
    value: value === '' ? null : JSON.parse(value),
    problems: { any: sort === 'problems' ? 'count' : 'ignore', with: 'some', without: 'none' }[problems] as
      | 'ignore'
      | 'count'
      | 'some'
      | 'none',
  };
}

/** The rows of a view, in its order; what is equal there stays in the order of the project. */
export function viewed(
  rows: readonly DocumentRow[],
  view: DocumentView,
  found: { ids: readonly string[]; problems: Readonly<Record<string, number>> } | null,
): DocumentRow[] {
  const ids = found && new Set(found.ids);
  const has = (wanted: 'any' | 'with' | 'without', count: number) =>
    wanted === 'any' || (wanted === 'with') === count > 0;
  const shown = rows.filter(
    (row) =>
      (view.status === 'any' || row.status === view.status) &&
      isAssigned(row, view.assigned) &&
      (view.language === '' || row.language === view.language) &&
      (view.tag === '' || row.tags.includes(view.tag)) &&
      has(view.stances, row.stances) &&
      (ids?.has(row.id) ?? true),
  );
  const nameOf = (row: DocumentRow) => row.metadata.title ?? row.name;
  const compare: Record<DocumentView['sort'], (a: DocumentRow, b: DocumentRow) => number> = {
    project: () => 0,
    name: (a, b) => nameOf(a).localeCompare(nameOf(b)),
    date: (a, b) => (a.metadata.date ?? LAST).localeCompare(b.metadata.date ?? LAST),
    annotations: (a, b) => a.annotations - b.annotations,
    stances: (a, b) => a.stances - b.stances,
    problems: (a, b) => (found?.problems[a.id] ?? 0) - (found?.problems[b.id] ?? 0),
  };
  shown.sort(compare[view.sort]);
  return view.descending ? shown.reverse() : shown;
}

function isAssigned(row: DocumentRow, wanted: DocumentView['assigned']): boolean {
  if (wanted === 'mine') return row.assignedToMe;
  if (wanted === 'mine-open') return row.assignedToMe && row.status !== 'done';
  return wanted === 'any' || row.assignees === 0;
}

/** Documents without a date come last. */
const LAST = '\uffff';
