import type { ProjectInfo } from '@contract/project';
import type { Statistics } from '@contract/statistics';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { theClient } from '../bridge/connection';
import { workProgress } from '../data/work-progress';
import { Progress } from '../dialogs/working';
import { barChart, colours, dayChart, lengthChart } from './charts';
import { Figure } from './figure';
import { PlotDrawing } from './plot-drawing';
import type { Scope } from './scope';

const MOST_BARS = 25;

/** Counts over the project, each as a chart and as a table. */
export function StatisticsView({ info, scope }: { info: ProjectInfo; scope: Scope }) {
  const { documentId, annotatorId } = scope;
  const input = { documentId, annotatorId };
  const { data } = useQuery({
    queryKey: ['project.statistics', input],
    // Leaving the view ends the counting.
    queryFn: ({ signal }) => {
      workProgress.set(null);
      return theClient().call('project.statistics', input, { signal, onProgress: workProgress.set });
    },
  });
  const charts = useMemo(() => data && chartsOf(data, info), [data, info]);
  if (!data || !charts) return <Progress />;
  const { totals } = data;
  const facts: [name: string, value: number][] = [
    ['documents', totals.documents],
    ['with annotations', totals.annotated],
    ['spans', totals.annotations],
    ['linked to entities', totals.linked],
    ['entities in the project', totals.entities],
    ['stances', totals.stances],
  ];
  return (
    <div className="statistics">
      <dl className="totals">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dd>{value.toLocaleString()}</dd>
            <dt className="muted">{name}</dt>
          </div>
        ))}
      </dl>
      {totals.annotations + totals.stances === 0 ? (
        <p className="muted">Nothing is marked here yet.</p>
      ) : (
        <div className="charts">
          {charts.map(({ title, caption, table, draw }) => (
            <Figure key={title} title={title} caption={caption} table={table}>
              <PlotDrawing label={title} draw={draw} />
            </Figure>
          ))}
        </div>
      )}
    </div>
  );
}

function chartsOf(data: Statistics, { schema }: ProjectInfo) {
  const typeName = (id: string) => schema.entityTypes.find((type) => type.id === id)?.name ?? id;
  const polarityName = (id: string) => schema.stance.polarities.find((term) => term.id === id)?.name ?? id;
  const withMarks = data.documents
    .filter(({ annotations, stances }) => annotations + stances > 0)
    .sort((a, b) => b.annotations - a.annotations);
  const first = (length: number, what: string) =>
    length > MOST_BARS
      ? `The first ${MOST_BARS} of ${length.toLocaleString()} ${what}; the table has all.`
      : '';
  return [
    {
      title: 'Spans by label',
      caption: '',
      table: {
        columns: ['Label', 'Spans', 'Linked'],
        rows: data.labels.map(({ typeId, annotations, linked }) => [typeName(typeId), annotations, linked]),
      },
      draw: () =>
        barChart(
          data.labels.map(({ typeId, annotations }) => ({
            name: typeName(typeId),
            value: annotations,
            colour: colours.type(typeId),
          })),
        ),
    },
    {
      title: 'Most frequent entities',
      caption: first(data.entities.length, 'entities'),
      table: {
        columns: ['Entity', 'Type', 'Mentions', 'Documents'],
        rows: data.entities.map(({ name, typeId, mentions, documents }) => [
          name,
          typeId ? typeName(typeId) : '',
          mentions,
          documents,
        ]),
      },
      draw: () =>
        barChart(
          data.entities.slice(0, MOST_BARS).map(({ name, typeId, mentions }) => ({
            name,
            value: mentions,
            colour: typeId ? colours.type(typeId) : colours.plain,
          })),
        ),
    },
    {
      title: 'Span lengths',
      caption: 'From the first to the last character, in UTF-16 code units.',
      table: {
        columns: ['Length', 'Spans'],
        rows: data.lengths.map(({ length, annotations }) => [length, annotations]),
      },
      draw: () => lengthChart(data.lengths),
    },
    {
      title: 'Stances by polarity',
      caption: '',
      table: {
        columns: ['Polarity', 'Stances'],
        rows: data.polarities.map(({ polarity, stances }) => [polarityName(polarity), stances]),
      },
      draw: () =>
        barChart(
          data.polarities.map(({ polarity, stances }) => ({
            name: polarityName(polarity),
            value: stances,
            colour: colours.polarity(polarity),
          })),
        ),
    },
    {
      title: 'Spans by document',
      caption: first(withMarks.length, 'documents'),
      table: {
        columns: ['Document', 'Spans', 'Stances'],
        rows: data.documents.map(({ name, annotations, stances }) => [name, annotations, stances]),
      },
      draw: () =>
        barChart(
          withMarks
            .slice(0, MOST_BARS)
            .map(({ name, annotations }) => ({ name, value: annotations, colour: colours.plain })),
        ),
    },
    {
      title: 'Work by annotator',
      caption: '',
      table: {
        columns: ['Annotator', 'Spans', 'Stances'],
        rows: data.annotators.map(({ name, annotations, stances }) => [name ?? 'gold', annotations, stances]),
      },
      draw: () =>
        barChart(
          data.annotators.map(({ name, annotations }) => ({
            name: name ?? 'gold',
            value: annotations,
            colour: colours.plain,
          })),
        ),
    },
    {
      title: 'Acts by day',
      caption: 'What was done each day; undoing and redoing are no acts of their own.',
      table: {
        columns: ['Day', 'Annotator', 'Acts'],
        rows: data.days.map(({ day, name, acts }) => [day, name, acts]),
      },
      draw: () => dayChart(data.days),
    },
  ].filter(({ table }) => table.rows.length > 0);
}
