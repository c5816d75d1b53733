import { parseHlc } from '@core/hlc';
import { InvalidArgumentError } from 'commander';
import { table } from '../output';
import { withProject } from '../session';
import type { AddCommand } from '../shell';

export const addLog: AddCommand = (program, shell) => {
  program
    .command('log')
    .description('list who did what when, the newest first')
    .argument('<file>', 'the project')
    .option('--limit <n>', 'at most so many entries', wholeNumber, 50)
    .option('--json', 'as JSON', false)
    .action(async (file: string, { limit, json }: { limit: number; json: boolean }) => {
      const entries = await withProject(file, { ...shell.session(), readOnly: true }, (client) =>
        client.call('history.list', { limit }),
      );
      if (json) shell.printJson(entries);
      else
        shell.print(
          table(
            entries.map(({ seq, hlc, annotatorName, kind, name, subject }) => [
              seq === null ? 'taken in' : String(seq),
              new Date(parseHlc(hlc).time).toISOString(),
              annotatorName,
              kind === 'do' ? name : `${kind} ${name}`,
              subject,
            ]),
          ),
        );
    });
};

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('It is a whole number from 1.');
}
