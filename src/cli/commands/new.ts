import { basename, extname, resolve } from 'node:path';
import { schemaFrom } from '../schema-source';
import { withProject } from '../session';
import type { AddCommand } from '../shell';
import { printReport, refuseFruitlessImport } from './import-report';

export const addNew: AddCommand = (program, shell) => {
  program
    .command('new')
    .description('make a project')
    .argument('<file>', 'the project to make, FILE.parley')
    .option('--name <name>', 'name of the project (default: that of the file)')
    .option('--schema <file or name>', 'its schema (default: conflict-news; "parley schema list" names more)')
    .option('--import <path...>', 'files and folders to import')
    .action(async (file: string, given: { name?: string; schema?: string; import?: string[] }) => {
      const name = given.name ?? basename(file, extname(file));
      const session = shell.session();
      const create = { name, ...(given.schema ? { schema: await schemaFrom(given.schema, session) } : {}) };
      const report = await withProject(file, { ...session, create }, async (client) => {
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
