import type { Agreement, Estimate } from '@contract/agreement';
import type { Measure } from '@core/agreement/measure';
import { table } from './output';

const number = (value: number) => value.toFixed(3);

export function measureText(measure: Measure): string {
  return measure.defined ? number(measure.value) : `undefined: ${measure.reason}`;
}

export function estimateText({ measure, interval }: Estimate): string {
  const around = interval ? ` [${number(interval.low)}, ${number(interval.high)}]` : '';
  return measureText(measure) + around;
}

/** Agreement as tables for reading. */
export function agreementTables(agreement: Agreement): string {
  const { annotators, documents, leftOut, overall, gamma, pairs, labels, stances } = agreement;
  const name = (place: number) => annotators[place]!.name;
  const left: [string, number][] = [
    ['documents', documents.leftOut],
    ['their characters', leftOut.positions],
    ['their spans', leftOut.spans],
    ['their stances', leftOut.stances],
    ['characters that not all saw (Fleiss)', leftOut.notRatedByAll],
    ['spans without a counterpart (labels)', leftOut.unpairedSpans],
    ['stances without a counterpart', leftOut.unpairedStances],
    ['stretches joined for unitising', leftOut.joined],
  ];
  const sections: string[][][] = [
    [
      ['annotators', annotators.map((one) => one.name).join(', ')],
      ['documents compared', String(documents.compared)],
      ['intervals', agreement.replicates > 0 ? `95 %, ${agreement.replicates} resamples` : 'none'],
    ],
    [['left out', ''], ...left.map(([what, count]) => [what, String(count)])],
    [
      ['overall', ''],
      ['F1, exact', estimateText(overall.exactF1)],
      ['F1, overlap', estimateText(overall.overlapF1)],
      ['alpha, unitising', estimateText(overall.unitising)],
      ['alpha, positions', estimateText(overall.alpha)],
      ["Fleiss' kappa, positions", estimateText(overall.fleiss)],
      ['observed, positions', estimateText(overall.observed)],
      ...(gamma
        ? [
            [`gamma (${gamma.documents} documents)`, estimateText(gamma.gamma)],
            ['gamma-cat', measureText(gamma.category)],
          ]
        : []),
    ],
    [
      ['pair', 'documents', 'F1, exact', 'F1, overlap', 'kappa, positions', 'kappa, labels'],
      ...pairs.map((pair) => [
        `${name(pair.first)} – ${name(pair.second)}`,
        String(pair.documents),
        estimateText(pair.exactF1),
        estimateText(pair.overlapF1),
        estimateText(pair.kappa),
        estimateText(pair.labelKappa),
      ]),
    ],
    [
      ['label', 'spans', 'F1, exact', 'F1, overlap', 'alpha, positions', 'alpha, unitising'],
      ...labels.map((label) => [
        label.typeId,
        String(label.spans),
        estimateText(label.exactF1),
        estimateText(label.overlapF1),
        estimateText(label.alpha),
        estimateText(label.unitising),
      ]),
    ],
    [
      ['stance field', 'pair', 'compared', 'left out', 'observed', 'alpha', 'kappa', 'linear', 'quadratic'],
      ...stances
        .filter(({ compared }) => compared > 0)
        .map((row) => [
          row.field,
          row.pair ? `${name(row.pair.first)} – ${name(row.pair.second)}` : 'all',
          String(row.compared),
          String(row.leftOut),
          estimateText(row.observed),
          estimateText(row.alpha),
          ...[row.kappa, row.linear, row.quadratic].map((one) => (one ? estimateText(one) : '')),
        ]),
    ],
  ];
  return sections
    .filter((rows) => rows.length > 1)
    .map(table)
    .join('\n');
}
