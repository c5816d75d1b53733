import type { Agreement, Estimate } from '@contract/agreement';
import { inARow } from '@core/text/direction';
import { goToPlace } from '../insight/go-to';
import type { AgreementNames } from './agreement-view';
import { EstimateCell, estimateValues, MeasureCell, measureValue } from './figures';
import { FiguresTable } from './tables';

interface Props {
  agreement: Agreement;
  names: AgreementNames;
}

/** Columns of a file for figures with intervals. */
const withEnds = (columns: readonly string[]) =>
  columns.flatMap((column) => [column, `${column}, from`, `${column}, to`]);

export function OverallTable({ agreement: { overall, gamma } }: { agreement: Agreement }) {
  const rows: [name: string, of: string, estimate: Estimate][] = [
    ['F1, exact', 'spans', overall.exactF1],
    ['F1, overlap', 'spans', overall.overlapF1],
    ['α, unitising', 'stretches', overall.unitising],
    ['α', 'positions', overall.alpha],
    ['Fleiss’ κ', 'positions', overall.fleiss],
    ['observed', 'positions', overall.observed],
    ...(gamma
      ? ([
          ['γ', `stretches in ${gamma.documents} documents`, gamma.gamma],
          ['γ-cat', 'their labels', { measure: gamma.category, interval: null }],
        ] as [string, string, Estimate][])
      : []),
  ];
  return (
    <FiguresTable
      title="Overall"
      columns={['Figure', 'Over', 'Value']}
      rows={rows.map(([name, of, estimate]) => ({
        key: name,
        cells: [name, of, <WithReason key={name} estimate={estimate} />],
      }))}
      file={{
        columns: ['Figure', 'Over', ...withEnds(['Value'])],
        rows: rows.map(([name, of, estimate]) => [name, of, ...estimateValues(estimate)]),
      }}
    />
  );
}

/** Where there is room, the reason stands in the open. */
function WithReason({ estimate }: { estimate: Estimate }) {
  const { measure } = estimate;
  return measure.defined ? (
    <EstimateCell estimate={estimate} />
  ) : (
    <span className="muted">undefined: {measure.reason}</span>
  );
}

export function PairTable({ agreement: { pairs }, names }: Props) {
  const figures = ['F1, exact', 'F1, overlap', 'κ, positions', 'κ, labels'];
  const estimates = (pair: Agreement['pairs'][number]) => [
    pair.exactF1,
    pair.overlapF1,
    pair.kappa,
    pair.labelKappa,
  ];
  const owners = ({ first, second }: Agreement['pairs'][number]) => [names.owner(first), names.owner(second)];
  return (
    <FiguresTable
      title="Pairs"
      columns={['Annotators', 'Documents', ...figures, 'Precision, exact', 'Recall, exact']}
      rows={pairs.map((pair) => ({
        key: `${pair.first}-${pair.second}`,
        cells: [
          <bdi key="who">{inARow(owners(pair), ' – ')}</bdi>,
          pair.documents,
          ...estimates(pair).map((estimate, index) => (
            <EstimateCell key={figures[index]} estimate={estimate} />
          )),
          <MeasureCell key="precision" measure={pair.exactPrecision} />,
          <MeasureCell key="recall" measure={pair.exactRecall} />,
        ],
      }))}
      file={{
        columns: ['Annotators', 'Documents', ...withEnds(figures), 'Precision, exact', 'Recall, exact'],
        rows: pairs.map((pair) => [
          owners(pair).join(' – '),
          pair.documents,
          ...estimates(pair).flatMap(estimateValues),
          measureValue(pair.exactPrecision),
          measureValue(pair.exactRecall),
        ]),
      }}
    />
  );
}

export function LabelTable({ agreement: { labels }, names }: Props) {
  const figures = ['F1, exact', 'F1, overlap', 'α, unitising', 'α, positions'];
  const estimates = (label: Agreement['labels'][number]) => [
    label.exactF1,
    label.overlapF1,
    label.unitising,
    label.alpha,
  ];
  return (
    <FiguresTable
      title="Labels"
      columns={['Label', 'Spans', ...figures]}
      rows={labels.map((label) => ({
        key: label.typeId,
        cells: [
          <bdi key="label">{names.type(label.typeId)}</bdi>,
          label.spans,
          ...estimates(label).map((estimate, index) => (
            <EstimateCell key={figures[index]} estimate={estimate} />
          )),
        ],
      }))}
      file={{
        columns: ['Label', 'Spans', ...withEnds(figures)],
        rows: labels.map((label) => [
          names.type(label.typeId),
          label.spans,
          ...estimates(label).flatMap(estimateValues),
        ]),
      }}
    />
  );
}

export function StanceFieldTable({ agreement: { stances }, names }: Props) {
  const present = stances.filter(({ compared }) => compared > 0);
  if (present.length === 0) return null;
  const figures = ['Observed', 'α', 'κ', 'κ, linear', 'κ, quadratic'];
  const estimates = (row: (typeof present)[number]) => [
    row.observed,
    row.alpha,
    row.kappa,
    row.linear,
    row.quadratic,
  ];
  const who = ({ pair }: (typeof present)[number]) =>
    pair ? [names.owner(pair.first), names.owner(pair.second)] : ['all'];
  return (
    <FiguresTable
      title="Stance fields"
      columns={['Field', 'Annotators', 'Compared', 'Left out', ...figures]}
      rows={present.map((row) => ({
        key: `${row.field} ${who(row).join(' – ')}`,
        cells: [
          row.field,
          <bdi key="who">{inARow(who(row), ' – ')}</bdi>,
          row.compared,
          row.leftOut,
          ...estimates(row).map((one, index) => one && <EstimateCell key={figures[index]} estimate={one} />),
        ],
      }))}
      file={{
        columns: ['Field', 'Annotators', 'Compared', 'Left out', ...withEnds(figures)],
        rows: present.map((row) => [
          row.field,
          who(row).join(' – '),
          row.compared,
          row.leftOut,
          ...estimates(row).flatMap((one) => (one ? estimateValues(one) : ['', '', ''])),
        ]),
      }}
    />
  );
}

export function DocumentTable({ agreement: { byDocument, gamma } }: { agreement: Agreement }) {
  const figures = ['F1, exact', 'F1, overlap', 'α, unitising', 'α, positions', ...(gamma ? ['γ'] : [])];
  const measures = (row: Agreement['byDocument'][number]) => [
    row.exactF1,
    row.overlapF1,
    row.unitising,
    row.alpha,
    ...(row.gamma ? [row.gamma] : []),
  ];
  return (
    <FiguresTable
      title="Documents"
      columns={['Document', 'Annotators', ...figures]}
      rows={byDocument.map((row) => ({
        key: row.documentId,
        cells: [
          <button
            key="open"
            type="button"
            className="link"
            onClick={() => goToPlace({ documentId: row.documentId, place: null })}
          >
            <bdi>{row.name}</bdi>
          </button>,
          row.annotators,
          ...measures(row).map((measure, index) => <MeasureCell key={figures[index]} measure={measure} />),
        ],
      }))}
      file={{
        columns: ['Document', 'Annotators', ...figures],
        rows: byDocument.map((row) => [row.name, row.annotators, ...measures(row).map(measureValue)]),
      }}
    />
  );
}
