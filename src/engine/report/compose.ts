import type { Agreement, Estimate } from '@contract/agreement';
import type { Output } from '@contract/index';
import type { Measure } from '@core/agreement/measure';
import type { Schema } from '@core/model/schema';
import { classNames } from '@core/review/class-names';
import { differenceClasses } from '@core/review/position';
import { inARow } from '@core/text/direction';
import { computeAgreement } from '../agreement/compute';
import { placesOfDisagreement } from '../agreement/places';
import type { Context, QueryHandler, Work } from '../context';
import { summarise } from '../handlers/review';
import { boardOf } from '../handlers/team';
import { barOf, escaped, pageOf, tableOf } from './markup';

const MOST_DOCUMENTS = 300;
const MOST_EXAMPLES = 5;
const MOST_CELLS = 4;

/** Progress, agreement, conflicts and examples of disagreement. */
export const composeReport: QueryHandler<'report.compose'> = async (context, input, work) => {
  const { seed, ...scope } = input;
  const [project] = context.file.records.where('project', 'true');
  const documentIds = scope.documentIds.length > 0 ? scope.documentIds : null;
  const people = scope.annotators.filter((owner) => owner !== 'gold');
  const annotatorIds = scope.annotators.length > 0 ? people : null;
  const board = boardOf(context, documentIds, annotatorIds);
  const agreement = await computeAgreement(
    context,
    { ...scope, gamma: false, replicates: 1_000, seed },
    work,
  );
  const conflicts = await summarise(context, { annotatorIds }, work);
  const inScope = conflicts.documents.filter(({ documentId }) => documentIds?.includes(documentId) ?? true);
  const examples = await examplesOf(context, agreement, scope, work);
  const name = project?.name ?? 'Report';
  const day = new Date(context.environment.now()).toISOString().slice(0, 10);
  const html = pageOf(
    `${name}: report`,
    [
      `<h1><bdi>${escaped(name)}</bdi>: report</h1>`,
      `<p class="muted">${day}. Schema: <bdi>${escaped(context.schema().name)}</bdi>.</p>`,
      progressPart(board),
      agreementPart(agreement, context.schema()),
      conflictPart(inScope),
      examples,
    ].join('\n'),
  );
  return { name: `${name} report`, html };
};

function progressPart({ annotators, documents }: Output<'team.board'>): string {
  const rows = annotators.map(({ name, assigned, inProgress, done, annotations, stances }) => [
    name,
    assigned,
    inProgress,
    done,
    annotations,
    stances,
  ]);
  const cells = documents.flatMap((document) => document.cells.filter((cell) => cell !== null));
  const parts = [
    { name: 'done', fill: '#1b6e4b', count: cells.filter(({ status }) => status === 'done').length },
    {
      name: 'in progress',
      fill: '#e0a526',
      count: cells.filter(({ status }) => status === 'in-progress').length,
    },
    { name: 'not begun', fill: '#d8dce1', count: cells.filter(({ status }) => status === 'new').length },
  ];
  const statuses = documents
    .slice(0, MOST_DOCUMENTS)
    .map((document) => [
      document.name,
      ...document.cells.map((cell) => (cell === null ? '' : statusWords[cell.status])),
    ]);
  return `<h2>Progress</h2>
<p>${barOf(parts)}<br><span class="muted">${parts.map(({ name, count }) => `${count} ${name}`).join(' · ')}</span></p>
${tableOf(['Annotator', 'Assigned', 'In progress', 'Done', 'Spans', 'Stances'], rows)}
<h3>Documents</h3>
${tableOf(['Document', ...annotators.map(({ name }) => name)], statuses)}${andMore(documents.length)}`;
}

const statusWords = { new: 'not begun', 'in-progress': 'in progress', done: 'done' } as const;

function agreementPart(agreement: Agreement, schema: Schema): string {
  const { overall, pairs, labels, documents, leftOut, annotators, byDocument } = agreement;
  const owner = (place: number) => annotators[place]!.name;
  if (documents.compared === 0)
    return '<h2>Agreement</h2><p>Nothing to compare: no document was done by two annotators.</p>';
  const typeName = (id: string) => schema.entityTypes.find((type) => type.id === id)?.name ?? id;
  const stances = agreement.stances.filter(({ compared, pair }) => compared > 0 && pair === null);
  return `<h2>Agreement</h2>
<p>${counted(documents.compared, 'document')} compared. Left out:
${counted(documents.leftOut, 'document')} that one annotator did alone
(${counted(leftOut.spans, 'span')}, ${counted(leftOut.stances, 'stance')}, ${counted(leftOut.positions, 'character')});
${counted(leftOut.unpairedSpans, 'span')} and ${counted(leftOut.unpairedStances, 'stance')} without a counterpart;
${counted(leftOut.notRatedByAll, 'character')} that not all saw (Fleiss’ κ).
${agreement.replicates > 0 ? `Intervals: 95 %, ${agreement.replicates} resamples of documents.` : 'No intervals: they need two documents.'}</p>
${tableOf(
  ['α, unitising', 'F1, exact', 'F1, overlap', 'α, positions', 'Fleiss’ κ', 'Observed'],
  [
    [
      overall.unitising,
      overall.exactF1,
      overall.overlapF1,
      overall.alpha,
      overall.fleiss,
      overall.observed,
    ].map(estimateText),
  ],
)}
<h3>Pairs</h3>
${tableOf(
  ['Annotators', 'Documents', 'κ, positions', 'F1, exact', 'F1, overlap', 'κ, labels'],
  pairs.map((pair) => [
    inARow([owner(pair.first), owner(pair.second)], ' – '),
    pair.documents,
    ...[pair.kappa, pair.exactF1, pair.overlapF1, pair.labelKappa].map(estimateText),
  ]),
)}
<h3>Labels</h3>
${tableOf(
  ['Label', 'Spans', 'α, unitising', 'F1, exact', 'F1, overlap', 'α, positions'],
  labels.map((label) => [
    typeName(label.typeId),
    label.spans,
    ...[label.unitising, label.exactF1, label.overlapF1, label.alpha].map(estimateText),
  ]),
)}
${
  stances.length === 0
    ? ''
    : `<h3>Stance fields</h3>
${tableOf(
  ['Field', 'Compared', 'Left out', 'Observed', 'α'],
  stances.map((row) => [
    row.field,
    row.compared,
    row.leftOut,
    estimateText(row.observed),
    estimateText(row.alpha),
  ]),
)}`
}
<h3>Documents</h3>
${tableOf(
  ['Document', 'Annotators', 'α, unitising', 'F1, exact', 'F1, overlap'],
  byDocument
    .slice(0, MOST_DOCUMENTS)
    .map((row) => [
      row.name,
      row.annotators,
      ...[row.unitising, row.exactF1, row.overlapF1].map(measureText),
    ]),
)}${andMore(byDocument.length)}`;
}

const counted = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

function conflictPart(documents: Output<'review.summary'>['documents']): string {
  const sum = (count: (document: (typeof documents)[number]) => number) =>
    documents.reduce((before, document) => before + count(document), 0);
  const positions = sum((document) => document.positions);
  const agreed = sum((document) => document.agreed);
  return `<h2>Conflicts</h2>
<p>${counted(positions, 'place')}: all agree on ${agreed}, ${positions - agreed} differ.
Decided ${sum(({ states }) => states.decided)}, still to settle ${sum(({ unsettled }) => unsettled)},
of these put off ${sum(({ states }) => states.deferred)} and out of date ${sum(({ states }) => states.stale)}.</p>
${tableOf(
  ['Difference', 'Places'],
  differenceClasses
    .map((id): [string, number] => [classNames[id], sum(({ conflicts }) => conflicts[id] ?? 0)])
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a),
)}`;
}

/** The cells of the confusion tables with most disagreement, and places of each. */
async function examplesOf(
  context: Context,
  { annotators, tables }: Agreement,
  scope: { annotators: (string | 'gold')[]; documentIds: string[]; typeIds: string[] },
  work: Work,
): Promise<string> {
  const types = new Map(context.schema().entityTypes.map(({ id, name }) => [id, name]));
  const nameOf = (value: string) => (value === '' ? 'not marked' : (types.get(value) ?? value));
  const cells = tables
    .filter(({ what }) => what === 'label')
    .flatMap(({ first, second, cells: list }) => list.map((cell) => ({ first, second, ...cell })))
    .filter(({ row, column }) => row !== column)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_CELLS);
  if (cells.length === 0) return '';
  const parts: string[] = [];
  for (const { first, second, row, column, count } of cells) {
    const { places } = await placesOfDisagreement(
      context,
      {
        ...scope,
        first: annotators[first]!.id ?? 'gold',
        second: annotators[second]!.id ?? 'gold',
        what: 'label',
        row,
        column,
        offset: 0,
        limit: MOST_EXAMPLES,
      },
      work,
    );
    const items = places.map(
      ({ before, quote, after, documentName, language }) =>
        `<li><p class="quote" dir="auto" lang="${escaped(language)}">${escaped(before)}<mark>${escaped(quote)}</mark>${escaped(after)}</p>
<p class="muted"><bdi>${escaped(documentName)}</bdi></p></li>`,
    );
    parts.push(`<h3><bdi>${escaped(annotators[first]!.name)}</bdi>: ${escaped(nameOf(row))};
<bdi>${escaped(annotators[second]!.name)}</bdi>: ${escaped(nameOf(column))} (${count})</h3>
<ul>${items.join('\n')}</ul>`);
  }
  return `<h2>Examples of disagreement</h2>\n${parts.join('\n')}`;
}

const andMore = (count: number) =>
  count > MOST_DOCUMENTS ? `<p class="muted">and ${count - MOST_DOCUMENTS} more documents</p>` : '';

const measureText = (measure: Measure) =>
  measure.defined ? measure.value.toFixed(3) : `undefined: ${measure.reason}`;

function estimateText({ measure, interval }: Estimate): string {
  const around = interval ? ` (${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})` : '';
  return measureText(measure) + around;
}
