import type { Statistics } from '@contract/statistics';
import { table } from '../output';
import { withProject } from '../session';
import type { AddCommand } from '../shell';

export const addStats: AddCommand = (program, shell) => {
  program
    .command('stats')
    .description('count by label, document, annotator and day; span lengths and the most frequent entities')
    .argument('<file>', 'the project')
    .option('--json', 'as JSON', false)
    .action(async (file: string, { json }: { json: boolean }) => {
      const statistics = await withProject(file, { ...shell.session(), readOnly: true }, (client) =>
        client.call('project.statistics', {}, shell.options),
      );
      if (json) shell.printJson(statistics);
      else shell.print(sections(statistics));
    });
};

function sections({
  totals,
  labels,
  polarities,
  documents,
  annotators,
  days,
  lengths,
  entities,
}: Statistics): string {
  const parts: (readonly (readonly (string | number)[])[])[] = [
    [['total', ''], ...Object.entries(totals)],
    [['label', 'spans', 'linked'], ...labels.map((row) => [row.typeId, row.annotations, row.linked])],
    [['polarity', 'stances'], ...polarities.map((row) => [row.polarity, row.stances])],
    [['document', 'spans', 'stances'], ...documents.map((row) => [row.name, row.annotations, row.stances])],
    [
      ['annotator', 'spans', 'stances'],
      ...annotators.map((row) => [row.name ?? 'gold', row.annotations, row.stances]),
    ],
    [['day', 'annotator', 'acts'], ...days.map((row) => [row.day, row.name, row.acts])],
    [['length', 'spans'], ...lengths.map((row) => [row.length, row.annotations])],
    [
      ['entity', 'type', 'mentions', 'documents'],
      ...entities.map((row) => [row.name, row.typeId ?? '', row.mentions, row.documents]),
    ],
  ];
  return parts.map((rows) => table(rows.map((row) => row.map(String)))).join('\n');
}
