import type { Agreement, Estimate } from '@contract/agreement';
import { pairName, type StanceField, stanceFields } from '@core/agreement/compared';
import { Comparison } from '@core/agreement/comparison';
import { labelFigures, overallFigures, pairFigures, stanceFigures } from '@core/agreement/figures';
import { affordableReplicates, bootstrapIntervals } from '@core/agreement/intervals';
import { type Measure, without } from '@core/agreement/measure';
import { scoreOf } from '@core/agreement/score';
import type { DocumentHead } from '../../store/reads/agreement';
import type { QueryHandler } from '../context';
import { breather } from './breather';
import { ComparedDocuments } from './compared-documents';
import { FigureBook } from './figure-book';
import { GammaOfDocuments, MOST_GAMMA_DOCUMENTS } from './gamma-of-documents';

/** How far annotators agree. Reads each document once; what figures are made from is kept by document. */
export const computeAgreement: QueryHandler<'agreement.compute'> = async (context, input, work) => {
  await work.breathe();
  const compared = new ComparedDocuments(context, input);
  const { annotators, documents } = compared;
  const comparison = new Comparison(annotators.length);
  const several = documents.filter(({ id }) => compared.annotatorsAt(id) > 1);
  const gamma = input.gamma ? new GammaOfDocuments(input.seed) : null;
  const gammas: Measure[] = [];
  const left = { positions: 0, spans: 0, stances: 0 };
  const breathe = breather(work);
  for (const [done, { id, length, name }] of documents.entries()) {
    if (await breathe()) work.progress({ done, total: documents.length, what: name });
    const layers = compared.read(id);
    if (layers.length < 2) {
      left.positions += length;
      left.spans += layers[0]?.spans.length ?? 0;
      left.stances += layers[0]?.stances.length ?? 0;
      continue;
    }
    comparison.add({ length, layers });
    if (!gamma) continue;
    gammas.push(
      several.length > MOST_GAMMA_DOCUMENTS
        ? without(`not computed: ${several.length} documents, and the limit is ${MOST_GAMMA_DOCUMENTS}`)
        : gamma.add(layers, length),
    );
  }
  const figures = new ProjectFigures(comparison);
  const replicates = affordableReplicates(comparison.sums, input.replicates);
  const drawing = bootstrapIntervals(comparison.sums, figures.book.figures, replicates, input.seed);
  let step = drawing.next();
  for (; !step.done; step = drawing.next())
    if (await breathe()) work.progress({ done: step.value, total: replicates, what: 'Intervals' });
  figures.book.settle(comparison.sums.total(), step.value);
  const byDocument: Agreement['byDocument'] = [];
  for (const [index, head] of several.entries()) {
    await breathe();
    byDocument.push({
      ...documentFigures(comparison, index, head),
      annotators: compared.annotatorsAt(head.id),
      gamma: gammas[index] ?? null,
    });
  }
  const positions = several.reduce((sum, { length }) => sum + length, 0);
  const { joinedUnits, ...unpaired } = comparison.remainder;
  return {
    annotators: [...annotators],
    documents: { compared: several.length, leftOut: documents.length - several.length },
    leftOut: {
      ...left,
      notRatedByAll: positions - figures.amount('rated positions'),
      ...unpaired,
      joined: joinedUnits,
    },
    positions,
    replicates,
    seed: input.seed,
    gamma: gamma?.together() ?? null,
    ...figures.result(),
    byDocument,
  };
};

function documentFigures({ sums }: Comparison, index: number, { id, name }: DocumentHead) {
  const amounts = sums.ofDocument(index);
  const measures = Object.fromEntries(
    overallFigures(sums).map((one) => [one.name, one.figure(amounts)]),
  ) as Record<keyof Agreement['overall'], Measure>;
  const { exactF1, overlapF1, alpha, unitising } = measures;
  return { documentId: id, name, exactF1, overlapF1, alpha, unitising };
}

/** Kappas are of two annotators; the weighted ones of grades. */
type StanceEstimates = Record<'observed' | 'alpha', Estimate> &
  Partial<Record<'kappa' | 'linear' | 'quadratic', Estimate>>;

interface AnnotatorPair {
  first: number;
  second: number;
  name: string;
}

/** All figures of a project, entered into one book and read from it when it is settled. */
class ProjectFigures {
  readonly book = new FigureBook();
  readonly #comparison: Comparison;
  readonly #pairs: AnnotatorPair[] = [];
  readonly #overall;
  readonly #ofPairs;
  readonly #ofLabels;
  readonly #ofStances;
  #total: Float64Array | null = null;

  constructor(comparison: Comparison) {
    const { sums, annotators } = comparison;
    this.#comparison = comparison;
    for (let first = 0; first < annotators; first++)
      for (let second = first + 1; second < annotators; second++)
        this.#pairs.push({ first, second, name: pairName(first, second) });
    this.#overall = this.book.enter(overallFigures(sums));
    this.#ofPairs = this.#pairs.map((pair) => ({
      pair,
      entered: this.book.enter(pairFigures(sums, pair.name)),
    }));
    this.#ofLabels = comparison.labels().map((typeId) => ({
      typeId,
      entered: this.book.enter(labelFigures(sums, typeId)),
    }));
    const fieldFigures = (field: StanceField, pair: AnnotatorPair | null) => ({
      field,
      pair,
      entered: this.book.enter(stanceFigures(sums, field, pair?.name ?? null)),
    });
    this.#ofStances = stanceFields.flatMap((field) => [
      fieldFigures(field, null),
      ...this.#pairs.map((pair) => fieldFigures(field, pair)),
    ]);
  }

  /** A count by the name of its sum. */
  amount(name: string): number {
    const place = this.#comparison.sums.place(name);
    this.#total ??= this.#comparison.sums.total();
    return Math.round(this.#total[place] ?? 0);
  }

  result() {
    return {
      overall: this.#overall(),
      pairs: this.#ofPairs.map(({ pair, entered }) => ({ ...this.#matches(pair), ...entered() })),
      labels: this.#ofLabels.map(({ typeId, entered }) => ({
        typeId,
        spans: this.amount(`label ${typeId} both`),
        ...entered(),
      })),
      stancePairs: this.amount('stance pairs'),
      stances: this.#ofStances.map(({ field, pair, entered }) => this.#stances(field, pair, entered())),
      tables: this.#pairs.flatMap(({ first, second }) =>
        (['label', ...stanceFields] as const)
          .map((what) => ({
            first,
            second,
            what,
            cells: this.#comparison.table(first, second, what).cells(),
          }))
          .filter(({ cells }) => cells.length > 0),
      ),
    } satisfies Partial<Agreement>;
  }

  #matches({ first, second, name }: AnnotatorPair) {
    const spans = {
      first: this.amount(`${name} first`),
      second: this.amount(`${name} second`),
      exact: this.amount(`${name} exact`),
      overlap: this.amount(`${name} overlap`),
    };
    const exact = scoreOf({ first: spans.first, second: spans.second, matched: spans.exact });
    const overlap = scoreOf({ first: spans.first, second: spans.second, matched: spans.overlap });
    return {
      first,
      second,
      documents: this.amount(`${name} documents`),
      spans,
      exactPrecision: exact.precision,
      exactRecall: exact.recall,
      overlapPrecision: overlap.precision,
      overlapRecall: overlap.recall,
    };
  }

  #stances(field: StanceField, pair: AnnotatorPair | null, { observed, alpha, ...kappas }: StanceEstimates) {
    const who = pair?.name ?? 'stance';
    const compared = this.amount(`${who} ${field} pairs`);
    return {
      field,
      pair: pair && { first: pair.first, second: pair.second },
      compared,
      leftOut: this.amount(pair ? `${who} stance pairs` : 'stance pairs') - compared,
      observed,
      alpha,
      kappa: kappas.kappa ?? null,
      linear: kappas.linear ?? null,
      quadratic: kappas.quadratic ?? null,
    };
  }
}
