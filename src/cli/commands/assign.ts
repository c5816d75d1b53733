import { InvalidArgumentError } from 'commander';
import { table } from '../output';
import { withProject } from '../session';
import type { AddCommand } from '../shell';

interface AssignOptions {
  each: number;
  share?: { percent: number; by: number };
  annotator?: string[];
  document?: string[];
  count: boolean;
  seed: number;
  dryRun: boolean;
  json: boolean;
}

export const addAssign: AddCommand = (program, shell) => {
  program
    .command('assign')
    .description('distribute documents over annotators, with overlap')
    .argument('<file>', 'the project')
    .requiredOption('--each <number>', 'so many annotators for every document', wholeNumber)
    .option('--share <percent:number>', 'a share of the documents gets another number', shareOf)
    .option('--annotator <id or name...>', 'only these annotators')
    .option('--document <id...>', 'only these documents')
    .option('--count', 'even out the number of documents, not the length of their texts', false)
    .option('--seed <number>', 'the same seed gives the same distribution', wholeNumber, 1)
    .option('--dry-run', 'only say what would be given to whom', false)
    .option('--json', 'as JSON', false)
    .action(async (file: string, given: AssignOptions) => {
      const { added, loads } = await withProject(
        file,
        { ...shell.session(), readOnly: given.dryRun },
        async (client) => {
          const { annotators } = await client.call('project.info', {});
          const chosen = given.annotator
            ? annotators.filter(({ id, name }) => given.annotator!.some((who) => who === id || who === name))
            : annotators;
          return client.call(given.dryRun ? 'assignment.preview' : 'assignment.distribute', {
            annotatorIds: chosen.map(({ id }) => id),
            each: given.each,
            share: given.share ?? null,
            measure: given.count ? 'count' : 'length',
            seed: given.seed,
            ...(given.document ? { documentIds: given.document } : {}),
          });
        },
      );
      if (given.json) {
        shell.printJson({ added, loads });
        return;
      }
      shell.print(
        table([
          ['annotator', 'new', 'documents', 'characters'],
          ...loads.map((load) => [load.name, load.added, load.documents, load.codePoints].map(String)),
        ]),
      );
      shell.print(
        `${added} ${added === 1 ? 'assignment' : 'assignments'} ${given.dryRun ? 'would be made' : 'made'}\n`,
      );
    });
};

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new InvalidArgumentError('It is a whole number from 0.');
}

function shareOf(text: string): { percent: number; by: number } {
  const match = /^(\d{1,3}):(\d{1,2})$/.exec(text);
  if (match && Number(match[1]) <= 100 && Number(match[2]) > 0)
    return { percent: Number(match[1]), by: Number(match[2]) };
  throw new InvalidArgumentError('It is PERCENT:NUMBER, for example 20:3.');
}
