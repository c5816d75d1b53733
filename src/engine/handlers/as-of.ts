import type { Output } from '@contract/index';
import { inverse } from '@core/journal/change';
import type { RecordKind } from '@core/journal/records';
import { compareByTime } from '@core/model/comment';
import { compareByPlace, hull } from '@core/model/fragment';
import type { QueryHandler } from '../context';
import { annotationsOfDocument } from './documents';

type Marks = Output<'document.annotations'>;

/** The lists that a document's records of each kind stand in. */
const lists = {
  layer: 'layers',
  annotation: 'annotations',
  stance: 'stances',
  relation: 'relations',
  event: 'events',
  appraisal: 'appraisals',
  comment: 'comments',
} as const satisfies Partial<Record<RecordKind, keyof Marks>>;

/** Leaves out what colleagues had then: what they have is hidden for now. */
function keepOwn(marks: Marks, annotatorId: string): void {
  marks.layers = marks.layers.filter((layer) => layer.annotatorId === annotatorId);
  const own = new Set(marks.layers.map((layer) => layer.id));
  const isOwn = ({ layerId }: { layerId: string }) => own.has(layerId);
  marks.annotations = marks.annotations.filter(isOwn);
  marks.stances = marks.stances.filter(isOwn);
  marks.relations = marks.relations.filter(isOwn);
  marks.events = marks.events.filter(isOwn);
  marks.appraisals = marks.appraisals.filter(isOwn);
  marks.comments = marks.comments.filter((comment) => comment.annotatorId === annotatorId);
}

/** What is there now, with all that was done since taken back in order. */
export const documentAsOf: QueryHandler<'document.asOf'> = async (context, { id, seq }, work) => {
  const now = (await annotationsOfDocument(context, { id }, work)) as Marks;
  const records = Object.fromEntries(
    Object.values(lists).map((list) => [
      list,
      new Map<string, unknown>(now[list].map((one) => [one.id, one])),
    ]),
  );
  for (const changes of context.file.journal.changesAfter(seq, id)) {
    for (const { kind, id: recordId, before, after } of inverse(changes)) {
      const list = (lists as Partial<Record<RecordKind, keyof Marks>>)[kind];
      const image = after ?? before;
      if (!list || !image || !('documentId' in image) || image.documentId !== id) continue;
      if (after === null) records[list]!.delete(recordId);
      else records[list]!.set(recordId, after);
    }
  }
  const marks = Object.fromEntries(
    Object.entries(records).map(([list, found]) => [list, [...found.values()]]),
  ) as unknown as Marks;
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  if (context.hides(id)) keepOwn(marks, context.annotator.id);
  marks.annotations.sort(compareByPlace);
  marks.layers.sort(byId);
  marks.stances.sort(byId);
  marks.relations.sort(byId);
  marks.events.sort((a, b) => hull(a.trigger).start - hull(b.trigger).start || byId(a, b));
  marks.appraisals.sort(byId);
  marks.comments.sort(compareByTime);
  return marks;
};
