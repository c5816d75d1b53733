import type { Output } from '@contract/index';
import type { Change } from '@core/journal/change';
import type { RecordKind } from '@core/journal/records';
import type { JudgedPosition } from '@core/review/judge';
import type { ProjectFile } from '../../store/project-file';
import { DONE_WITHOUT_LAYER } from '../../store/reads/agreement';
import type { Context } from '../context';
import { positionsOf, readReview } from './document-review';

type Row = Omit<Output<'review.summary'>['documents'][number], 'documentId' | 'name'>;

/** How the layers of each document compare, counted when asked for and kept until something there changes. */
export class ReviewBook {
  readonly #file: ProjectFile;
  readonly #rows = new Map<string, { whose: string; row: Row }>();

  constructor(file: ProjectFile) {
    this.#file = file;
  }

  /** Ids of the documents that two or more have marked, or are done with, in the order of the project. */
  reviewable(annotatorIds: readonly string[] | null): string[] {
    return this.#file.connection
      .prepare(
        `WITH done (document_id, annotator_id) AS (
           SELECT document_id, annotator_id FROM layer WHERE kind = 'annotator'
           UNION ALL SELECT document_id, annotator_id FROM progress WHERE ${DONE_WITHOUT_LAYER}
         )
         SELECT document.id FROM document JOIN done ON done.document_id = document.id
         WHERE @who IS NULL OR done.annotator_id IN (SELECT value FROM json_each(@who))
         GROUP BY document.id HAVING count(*) > 1 ORDER BY document.position, document.id`,
      )
      .pluck()
      .all({ who: annotatorIds && JSON.stringify(annotatorIds) }) as string[];
  }

  knows(documentId: string, annotatorIds: readonly string[] | null): boolean {
    return this.#rows.get(documentId)?.whose === JSON.stringify(annotatorIds);
  }

  of(context: Context, documentId: string, annotatorIds: readonly string[] | null): Row {
    const whose = JSON.stringify(annotatorIds);
    const known = this.#rows.get(documentId);
    if (known?.whose === whose) return known.row;
    const review = readReview(context, documentId, annotatorIds);
    const row = { layers: review.layers.length, ...counted(positionsOf(context, review)) };
    this.#rows.set(documentId, { whose, row });
    return row;
  }

  /** Forgets what some changes may have made untrue. */
  apply(changes: readonly Change[]): void {
    for (const { kind, before, after } of changes) {
      if (kind === 'schema') this.#rows.clear();
      const image = after ?? before;
      if (compared.has(kind) && image && 'documentId' in image) this.#rows.delete(image.documentId);
    }
  }
}

const compared = new Set<RecordKind>([
  'layer',
  'annotation',
  'stance',
  'relation',
  'event',
  'appraisal',
  'decision',
  'progress',
]);

function counted(positions: readonly JudgedPosition[]): Omit<Row, 'layers'> {
  const conflicts: Row['conflicts'] = {};
  const states = { open: 0, stale: 0, deferred: 0, decided: 0 };
  let agreed = 0;
  let unsettled = 0;
  let untaken = 0;
  for (const position of positions) {
    states[position.state]++;
    if (position.class === 'new') continue;
    if (position.class === 'agree') agreed++;
    else conflicts[position.class] = (conflicts[position.class] ?? 0) + 1;
    if (position.class === 'agree' && position.state === 'open') untaken++;
    else if (position.state !== 'decided') unsettled++;
  }
  return { positions: positions.length, agreed, conflicts, unsettled, untaken, states };
}
