import type { ComparedLayer } from '@contract/review';
import type { Records } from '@core/journal/records';
import type { Appraisal } from '@core/model/appraisal';
import type { Decision, DecisionTarget } from '@core/model/decision';
import { type Fragment, hull } from '@core/model/fragment';
import type { Layer } from '@core/model/project';
import { comparePositions } from '@core/review/compare';
import { compareDecisions, type JudgedPosition, judged, positionKindOf } from '@core/review/judge';
import { contentOf } from '@core/review/revision';
import { DONE_WITHOUT_LAYER } from '../../store/reads/agreement';
import type { Context } from '../context';
import { sha256 } from '../hash';
import { onlyId } from '../only-id';
import { kindOf } from './kind-of';

/** A record that somebody can decide about. */
export type Reviewed = Records[DecisionTarget['kind']];

/** All that reviewing a document needs, read once. */
export interface DocumentReview {
  documentId: string;
  text: string;
  /** The layers that are compared, by name. */
  layers: ComparedLayer[];
  gold: Layer | null;
  /** The newest last. */
  decisions: Decision[];
  /** Of every layer, gold too. */
  records: ReadonlyMap<string, Reviewed>;
}

/** @throws ParleyError 'not-found' when there is no such document */
export function readReview(
  context: Context,
  documentId: string,
  annotatorIds: readonly string[] | null,
): DocumentReview {
  context.need('document', documentId);
  const { records } = context.file;
  const of = <Kind extends DecisionTarget['kind'] | 'layer' | 'decision'>(kind: Kind) =>
    records.where(kind, 'document_id = ?', [documentId]);
  const layers = of('layer');
  // Who is done without a mark has said that there is nothing.
  const emptyLayers = records
    .where('progress', `document_id = ? AND ${DONE_WITHOUT_LAYER}`, [documentId])
    .map(({ annotatorId }) => ({ id: onlyId('layer', documentId, annotatorId), annotatorId }));
  const all = [...of('annotation'), ...of('stance'), ...of('relation'), ...of('event'), ...of('appraisal')];
  return {
    documentId,
    text: context.textOf(documentId),
    layers: [...layers, ...emptyLayers]
      .flatMap(({ id, annotatorId }) =>
        annotatorId === null || annotatorIds?.includes(annotatorId) === false
          ? []
          : [{ layerId: id, annotatorId, name: context.need('annotator', annotatorId).name }],
      )
      .sort(byName),
    gold: layers.find(({ kind }) => kind === 'gold') ?? null,
    decisions: of('decision').sort(compareDecisions),
    records: new Map(all.map((record) => [record.id, record])),
  };
}

/** The positions of a document with their states. */
export function positionsOf(context: Context, review: DocumentReview): JudgedPosition[] {
  const compared = new Set(review.layers.map(({ layerId }) => layerId));
  const some = [...review.records.values()].filter(({ layerId }) => compared.has(layerId));
  const positions = comparePositions({
    schema: context.schema(),
    text: review.text,
    layerIds: [...compared],
    annotations: some.filter((record) => 'fragments' in record),
    stances: some.filter((record) => 'evidence' in record),
    relations: some.filter((record) => 'fromId' in record),
    events: some.filter((record) => 'trigger' in record),
    appraisals: some.filter((record) => 'labels' in record),
  });
  const gone = goneTargets(context, review);
  return judged(positions, review.decisions, {
    revisionOf: (target) => {
      const record = review.records.get(target.id);
      if (record) return revisionOf(record, target.label);
      return gone.has(target.id) ? null : undefined;
    },
    isLive: (id, label) => isInGold(review, id, label),
    goldOf: (id) => {
      const record = review.records.get(id);
      return record ? { kind: positionKindOf[kindOf(record)], place: placeOf(record, review.records) } : null;
    },
    isTaken: (id, decision) => isTaken(review, id, decision),
    hasLost: (decision) => hasLost(review, decision),
  });
}

function placeOf(record: Reviewed, records: DocumentReview['records']): Fragment | null {
  if ('fromId' in record) {
    const from = records.get(record.fromId);
    return from ? placeOf(from, records) : null;
  }
  const fragments =
    'fragments' in record
      ? record.fragments
      : 'evidence' in record
        ? record.evidence
        : 'trigger' in record
          ? record.trigger
          : [];
  return fragments.length > 0 ? hull(fragments) : null;
}

/** What was decided about and is not there, though it once was; what a package left out never was. */
function goneTargets(context: Context, { documentId, decisions, records }: DocumentReview): Set<string> {
  const absent = decisions.flatMap(({ targets }) => targets.filter(({ id }) => !records.has(id)));
  if (absent.length === 0) return new Set();
  const { journal, received } = context.file;
  const kinds = Map.groupBy(absent, ({ kind }) => kind);
  return new Set([
    ...journal.madeHere(documentId, [...new Set(absent.map(({ id }) => id))]),
    ...[...kinds].flatMap(([kind, targets]) =>
      received.known(
        kind,
        targets.map(({ id }) => id),
      ),
    ),
  ]);
}

/** Does a span say the same as one that came of a decision? */
function isTaken({ records }: DocumentReview, id: string, { resultIds }: Decision): boolean {
  const record = records.get(id);
  if (!record || !('fragments' in record)) return false;
  const content = contentOf(record, null);
  return resultIds.some((resultId) => {
    const gold = records.get(resultId);
    return gold !== undefined && contentOf(gold, null) === content;
  });
}

/** Does what came of a decision name fewer holders, targets, sources or fillers than each of its sources? */
export function hasLost({ records }: Pick<DocumentReview, 'records'>, decision: Decision): boolean {
  const sources = decision.targets.flatMap(({ id }) => records.get(id) ?? []);
  if (sources.length === 0) return false;
  const least = Math.min(...sources.map(partiesIn));
  return decision.resultIds.some((id) => {
    const gold = records.get(id);
    return gold !== undefined && partiesIn(gold) < least;
  });
}

function partiesIn(record: Reviewed): number {
  if ('trigger' in record) return record.roles.length;
  if (!('evidence' in record)) return 0;
  return [record.holder, record.target, ...record.sources].filter((party) => party !== null).length;
}

/** Is a record, or one label of an appraisal, in the gold layer? */
export function isInGold({ records, gold }: DocumentReview, id: string, label: string | null): boolean {
  const record = records.get(id);
  if (!record || record.layerId !== gold?.id) return false;
  return label === null || label in (record as Appraisal).labels;
}

/** What a decision keeps to tell whether a record has changed since. */
export function revisionOf(record: Reviewed, label: string | null): string {
  return sha256(contentOf(record, label)).slice(0, 16);
}

function byName(a: ComparedLayer, b: ComparedLayer): number {
  return a.name.localeCompare(b.name, 'en') || (a.annotatorId < b.annotatorId ? -1 : 1);
}
