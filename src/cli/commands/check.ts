import type { Client } from '@contract/client';
import type { ProjectProblem } from '@contract/validation';
import { ParleyError } from '@core/errors';
import { withProject } from '../session';
import type { AddCommand, Shell } from '../shell';

export const addCheck: AddCommand = (program, shell) => {
  program
    .command('check')
    .description('look for damage, or for what breaks the schema; exit code 1 when there is some')
    .argument('<file>', 'the project')
    .option('--schema', 'hold all annotations against the rules of the schema', false)
    .option('--json', 'as JSON', false)
    .action((file: string, { schema, json }: { schema: boolean; json: boolean }) =>
      withProject(file, { ...shell.session(), readOnly: true }, (client) =>
        schema ? checkSchema(client, shell, file, json) : checkDamage(client, shell, file, json),
      ),
    );
};

async function checkDamage(client: Client, shell: Shell, file: string, json: boolean): Promise<void> {
  const { problems } = await client.call('project.check', {}, shell.options);
  if (json) shell.printJson(problems);
  else for (const { severity, message } of problems) shell.print(`${severity}: ${message}\n`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    throw new ParleyError('damaged', { file, cause: `${errors} ${errors === 1 ? 'error' : 'errors'} found` });
  }
  if (!json) shell.print('no damage found\n');
}

const AT_ONCE = 1_000;

async function checkSchema(client: Client, shell: Shell, file: string, json: boolean): Promise<void> {
  const problems: ProjectProblem[] = [];
  for (;;) {
    const part = await client.call(
      'project.problems',
      { offset: problems.length, limit: AT_ONCE },
      shell.options,
    );
    problems.push(...part.problems);
    if (part.problems.length < AT_ONCE) break;
  }
  if (json) shell.printJson(problems);
  else {
    for (const { severity, documentName, place, message, quote } of problems) {
      const where = place ? `${documentName}:${place.start}` : documentName;
      shell.print(`${severity}: ${where}: ${message}${quote === '' ? '' : ` — “${quote}”`}\n`);
    }
  }
  if (problems.length > 0) {
    throw new ParleyError('bad-input', {
      file,
      cause: `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} found`,
    });
  }
  if (!json) shell.print('no problem found\n');
}
