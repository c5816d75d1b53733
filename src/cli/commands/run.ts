import { type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ParleyError } from '@core/errors';
import { runCommands } from '../run-commands';
import { withProject } from '../session';
import type { AddCommand } from '../shell';

interface RunOptions {
  commands?: string;
  keepGoing: boolean;
  readOnly: boolean;
}

export const addRun: AddCommand = (program, shell) => {
  program
    .command('run')
    .description('run contract operations, one JSON object a line: {"name": …, "input": …}; see docs/cli.md')
    .argument('<file>', 'the project')
    .option('--commands <path>', 'file of operations (default: standard input)')
    .option('--read-only', 'open the project for reading: only queries work', false)
    .option('--keep-going', 'go on after an error', false)
    .action(async (file: string, { commands, keepGoing, readOnly }: RunOptions) => {
      const source = commands ? (await openScript(commands)).createReadStream() : shell.stdin;
      const sourceName = commands ?? 'standard input';
      const error = await withProject(file, { ...shell.session(), readOnly }, (client) =>
        runCommands(client, source, shell.stdout, { ...shell.options, keepGoing, sourceName }),
      );
      if (error) throw error;
    });
};

/** @throws ParleyError 'not-found' when the file cannot be opened */
async function openScript(path: string): Promise<FileHandle> {
  try {
    return await open(resolve(path));
  } catch (thrown) {
    throw new ParleyError('not-found', {
      file: path,
      cause: `It cannot be read (${thrown instanceof Error ? thrown.message : String(thrown)})`,
    });
  }
}
