import { ParleyError } from '@core/errors';
import { withProject } from '../session';
import type { AddCommand } from '../shell';

export const addCheck: AddCommand = (program, shell) => {
  program
    .command('check')
    .description('look for damage; exit code 1 when there is some')
    .argument('<file>', 'the project')
    .option('--json', 'as JSON', false)
    .action(async (file: string, { json }: { json: boolean }) => {
      const { problems } = await withProject(file, { ...shell.session(), readOnly: true }, (client) =>
        client.call('project.check', {}, shell.options),
      );
      if (json) shell.printJson(problems);
      else for (const { severity, message } of problems) shell.print(`${severity}: ${message}\n`);
      const errors = problems.filter(({ severity }) => severity === 'error').length;
      if (errors > 0) {
        throw new ParleyError('damaged', {
          file,
          cause: `${errors} ${errors === 1 ? 'error' : 'errors'} found`,
        });
      }
      if (!json) shell.print('no damage found\n');
    });
};
