import { ParleyError } from '@core/errors';
import { Command, CommanderError } from 'commander';
import manifest from '../../package.json';
import { addAgreement } from './commands/agreement';
import { addAssign } from './commands/assign';
import { addCheck } from './commands/check';
import { addCompare } from './commands/compare';
import { addEntities } from './commands/entities';
import { addHandOver, addMerge } from './commands/exchange';
import { addExport } from './commands/export';
import { addImport } from './commands/import';
import { addInfo } from './commands/info';
import { addLog } from './commands/log';
import { addNew } from './commands/new';
import { addReport } from './commands/report';
import { addRun } from './commands/run';
import { addSchema } from './commands/schema';
import { addStats } from './commands/stats';
import { progressOn, type Streams } from './output';
import type { SessionOptions } from './session';

/** 0 done, 1 bad input, 2 usage, 130 stopped from the keyboard. */
export type ExitCode = 0 | 1 | 2 | 130;

/**
 * Runs one command line.
 * @param args without the names of the runtime and the program
 * @param signal cancels long work
 */
export async function run(
  args: readonly string[],
  streams: Streams,
  signal?: AbortSignal,
): Promise<ExitCode> {
  try {
    await programOn(streams, signal).parseAsync(args, { from: 'user' });
    return 0;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2;
    if (thrown instanceof ParleyError && thrown.kind === 'cancelled') return 130;
    const message = thrown instanceof Error ? thrown.message.replace(/\s+/g, ' ') : String(thrown);
    streams.stderr.write(`parley: ${message}\n`);
    return 1;
  }
}

function programOn({ stdin, stdout, stderr }: Streams, signal: AbortSignal | undefined): Command {
  const print = (text: string) => stdout.write(text);
  const program = new Command('parley')
    .description(
      'Annotated text: projects, imports and exports, and every operation of the window, from a terminal.',
    )
    .version(manifest.version)
    .option('--profile <folder>', 'folder that says who works here (default: that of the app)')
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: (text) => stderr.write(text) });
  const shell = {
    print,
    printJson: (value: unknown) => print(`${JSON.stringify(value, null, 2)}\n`),
    session: () => program.opts<SessionOptions>(),
    options: { ...(signal ? { signal } : {}), onProgress: progressOn(stderr) },
    stdin,
    stdout,
  };
  for (const add of [
    addNew,
    addImport,
    addInfo,
    addEntities,
    addLog,
    addStats,
    addCompare,
    addAgreement,
    addCheck,
    addExport,
    addAssign,
    addHandOver,
    addMerge,
    addReport,
    addSchema,
    addRun,
  ])
    add(program, shell);
  return program;
}
