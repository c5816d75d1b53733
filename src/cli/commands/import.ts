import { resolve } from 'node:path';
import { withProject } from '../session';
import type { AddCommand } from '../shell';
import { printReport, refuseFruitlessImport } from './import-report';

export const addImport: AddCommand = (program, shell) => {
  program
    .command('import')
    .description('import plain text files (UTF-8, UTF-16) and folders of them')
    .argument('<file>', 'the project')
    .argument('<path...>', 'files and folders')
    .option('--language <tag>', 'language of all of them, as a BCP 47 tag')
    .option('--allow-duplicates', 'import a text again although the project has it', false)
    .action(async (file: string, paths: string[], given: { language?: string; allowDuplicates: boolean }) => {
      const input = { paths: paths.map((path) => resolve(path)), ...given };
      const report = await withProject(file, shell.session(), (client) =>
        client.call('document.import', input, shell.options),
      );
      printReport(report, shell.print);
      refuseFruitlessImport(report);
    });
};
