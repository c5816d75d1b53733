import { basename, extname, resolve } from 'node:path';
import { withProject } from '../session';
import type { AddCommand } from '../shell';
import { printReport, refuseFruitlessImport } from './import-report';

export const addNew: AddCommand = (program, shell) => {
  program
    .command('new')
    .description('make a project with the default schema')
    .argument('<file>', 'the project to make, FILE.parley')
    .option('--name <name>', 'name of the project (default: that of the file)')
    .option('--import <path...>', 'files and folders to import')
    .action(async (file: string, given: { name?: string; import?: string[] }) => {
      const name = given.name ?? basename(file, extname(file));
      const report = await withProject(file, { ...shell.session(), create: { name } }, async (client) => {
        if (!given.import) return null;
        const paths = given.import.map((path) => resolve(path));
        return client.call('document.import', { paths }, shell.options);
      });
      shell.print(`made ${resolve(file)}\n`);
      if (!report) return;
      printReport(report, shell.print);
      refuseFruitlessImport(report);
    });
};
