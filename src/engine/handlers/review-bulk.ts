import type { CheckedInput, Output } from '@contract/index';
import { ParleyError } from '@core/errors';
import type { Change } from '@core/journal/change';
import { displayQuote, hull } from '@core/model/fragment';
import type { JudgedPosition } from '@core/review/judge';
import { type PositionKind, positionKinds } from '@core/review/position';
import { inARow } from '@core/text/direction';
import type { CommandHandler, Context, QueryHandler } from '../context';
import { Adjudication } from '../review/adjudication';
import { type DocumentReview, positionsOf, type Reviewed, readReview } from '../review/document-review';

/** What is named by others must be in the gold layer first. */
const ORDER: readonly PositionKind[] = ['span', 'document', 'stance', 'event', 'relation'];
const MOST_SHOWN = 500;

type Bulk = CheckedInput<'review.decideMany'>;

export const decideMany: CommandHandler<'review.decideMany'> = (context, input) => {
  const { changes, ...counts } = carriedOut(context, input);
  return { changes, output: { decided: counts.decided, byKind: counts.byKind, left: counts.left } };
};

export const previewMany: QueryHandler<'review.preview'> = (context, input) => {
  const { decided, byKind, left, positions } = carriedOut(context, input);
  return { decided, byKind, left, positions };
};

function carriedOut(context: Context, { documentIds, annotatorIds, rule, view }: Bulk) {
  const changes: Change[] = [];
  const positions: Output<'review.preview'>['positions'] = [];
  const left: Output<'review.preview'>['left'] = [];
  const byKind: Partial<Record<PositionKind, number>> = {};
  let decided = 0;
  for (const documentId of new Set(documentIds)) {
    const review = readReview(context, documentId, annotatorIds);
    const adjudication = new Adjudication(context, review);
    for (const position of inOrder(positionsOf(context, review))) {
      const taken = takenBy(rule, position, review);
      if (!taken) continue;
      const { documentLabel: label } = position;
      const about = {
        targets: position.readings.flatMap(({ recordIds }) => recordIds.map((id) => ({ id, label }))),
        class: position.class,
        rationale: '',
        view,
      };
      try {
        if (rule.rule === 'keep')
          adjudication.confirm(review.decisions.find(({ id }) => id === position.decisionId)!, about);
        else adjudication.decide({ ...about, verdict: 'accept', take: taken.recordIds });
      } catch (thrown) {
        if (!(thrown instanceof ParleyError)) throw thrown;
        left.push({ documentId, positionId: position.id, reason: thrown.message });
        continue;
      }
      decided++;
      byKind[position.kind] = (byKind[position.kind] ?? 0) + 1;
      if (positions.length < MOST_SHOWN) {
        const { id: positionId, kind } = position;
        const of = review.layers.length;
        const quote = quoteOf(review, taken.recordIds);
        const label = labelOf(review, position, taken.recordIds);
        positions.push({ documentId, positionId, kind, label, quote, by: taken.by, of });
      }
    }
    changes.push(...adjudication.changes);
  }
  return { changes, decided, byKind, left, positions };
}

function inOrder(positions: readonly JudgedPosition[]): JudgedPosition[] {
  const rank = new Map(positionKinds.map((kind) => [kind, ORDER.indexOf(kind)]));
  return [...positions].sort((a, b) => rank.get(a.kind)! - rank.get(b.kind)!);
}

/** The records that a rule takes at a position, and how many have them so; null where it takes none. */
function takenBy(
  rule: Bulk['rule'],
  { class: foremost, readings, versions, state, goldIds }: JudgedPosition,
  { layers }: DocumentReview,
): { recordIds: string[]; by: number } | null {
  if (foremost === 'gone' || foremost === 'new') return null;
  if (rule.rule === 'keep') {
    const recordIds = goldIds.length > 0 ? goldIds : readings[0]!.recordIds;
    return state === 'stale' ? { recordIds, by: readings.length } : null;
  }
  if (foremost === 'unknown-label' || state !== 'open') return null;
  const version =
    rule.rule === 'annotator'
      ? versions.find((ids) =>
          layers.some(
            ({ layerId, annotatorId }) => annotatorId === rule.annotatorId && ids.includes(layerId),
          ),
        )
      : versions[0];
  if (!version) return null;
  const isEnough =
    rule.rule === 'annotator' ||
    (layers.length > 1 &&
      (rule.rule === 'all' ? version.length === layers.length : version.length > layers.length / 2));
  const reading = readings.find(({ layerId }) => layerId === version[0]);
  return isEnough && reading ? { recordIds: reading.recordIds, by: version.length } : null;
}

/** The label of what is taken; the first of the position's where that has none of its own. */
function labelOf({ records }: DocumentReview, position: JudgedPosition, [id]: readonly string[]): string {
  const record = records.get(id!)!;
  const own = 'typeId' in record ? record.typeId : 'polarity' in record ? record.polarity : null;
  return own ?? position.labels[0]!;
}

function quoteOf({ records, text }: DocumentReview, [id]: readonly string[]): string {
  const record = records.get(id!) as Reviewed;
  if ('fragments' in record) return displayQuote(text, record.fragments);
  if ('evidence' in record) return displayQuote(text, record.evidence);
  if ('trigger' in record) return displayQuote(text, record.trigger);
  if (!('fromId' in record)) return '';
  const ends = [record.fromId, record.toId].map((end) => records.get(end));
  return inARow(
    ends.flatMap((end) => (end && 'fragments' in end ? [displayQuote(text, [hull(end.fragments)])] : [])),
    ' → ',
  );
}
