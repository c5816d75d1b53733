import { table } from '../output';
import { withProject } from '../session';
import type { AddCommand } from '../shell';

export const addInfo: AddCommand = (program, shell) => {
  program
    .command('info')
    .description('tell what a project holds')
    .argument('<file>', 'the project')
    .option('--json', 'as JSON', false)
    .action(async (file: string, { json }: { json: boolean }) => {
      const { info, documents } = await withProject(
        file,
        { ...shell.session(), readOnly: true },
        async (client) => ({
          info: await client.call('project.info', {}),
          documents: await client.call('document.list', {}),
        }),
      );
      if (json) {
        shell.printJson({ ...info, documents });
        return;
      }
      shell.print(
        table([
          ['project', info.project.name],
          ['schema', `${info.schema.name}, version ${info.schema.version}`],
          ['annotators', info.annotators.map(({ name }) => name).join(', ')],
          ...Object.entries(info.counts).map(([what, count]) => [what, String(count)]),
        ]),
      );
      const rows = documents.map(({ name, id, language, status, annotations, stances }) => [
        name,
        id,
        language,
        status,
        String(annotations),
        String(stances),
      ]);
      shell.print(`\n${table([['document', 'id', 'language', 'status', 'spans', 'stances'], ...rows])}`);
    });
};
