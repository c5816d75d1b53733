import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ParleyError } from '@core/errors';
import { withProject } from '../session';
import type { AddCommand } from '../shell';
import { scopeOf } from './agreement';

interface ReportOptions {
  out: string;
  force: boolean;
  annotators?: string[];
  documents?: string[];
  labels?: string[];
}

export const addReport: AddCommand = (program, shell) => {
  program
    .command('report')
    .description('write a report on progress, agreement and conflicts as one HTML page')
    .argument('<file>', 'the project')
    .requiredOption('-o, --out <path>', 'the HTML file to write')
    .option('--annotators <id or name...>', "only these annotators; 'gold' for the gold layers")
    .option('--documents <id or name...>', 'agreement in these documents only')
    .option('--labels <id...>', 'agreement on spans with these labels only')
    .option('--force', 'replace a file that is there', false)
    .action(async (file: string, given: ReportOptions) => {
      const { html } = await withProject(file, { ...shell.session(), readOnly: true }, async (client) =>
        client.call('report.compose', await scopeOf(client, given), shell.options),
      );
      const path = resolve(given.out);
      try {
        await writeFile(path, html, { flag: given.force ? 'w' : 'wx', flush: true });
      } catch (thrown) {
        const exists = (thrown as NodeJS.ErrnoException).code === 'EEXIST';
        throw new ParleyError(exists ? 'exists' : 'io', {
          file: path,
          ...(exists ? { remedy: 'Give --force to replace it.' } : { cause: (thrown as Error).message }),
        });
      }
      shell.print(`wrote ${path}\n`);
    });
};
