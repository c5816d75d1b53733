import { type FileHandle, open } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { ParleyError } from '@core/errors';
import { offsetUnits } from '@core/text/offsets';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import manifest from '../../package.json';
import { progressOn, type Streams, table } from './output';
import { runCommands } from './run-commands';
import { withProject } from './session';

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
    streams.stderr.write(
      `parley: ${thrown instanceof Error ? thrown.message.replace(/\s+/g, ' ') : String(thrown)}\n`,
    );
    return 1;
  }
}

function programOn(streams: Streams, signal: AbortSignal | undefined): Command {
  const options = { ...(signal ? { signal } : {}), onProgress: progressOn(streams.stderr) };
  const print = (text: string) => streams.stdout.write(text);
  const printJson = (value: unknown) => print(`${JSON.stringify(value, null, 2)}\n`);
  const program = new Command('parley')
    .description(
      'Annotated text: projects, imports and exports, and every operation of the window, from a terminal.',
    )
    .version(manifest.version)
    .option('--profile <folder>', 'folder that says who works here (default: that of the app)')
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: (text) => streams.stderr.write(text) });
  const session = () => program.opts<{ profile?: string }>();

  program
    .command('new')
    .description('make a project with the default schema')
    .argument('<file>', 'the project to make, FILE.parley')
    .option('--name <name>', 'name of the project (default: that of the file)')
    .option('--import <path...>', 'files and folders to import')
    .action(async (file: string, given: { name?: string; import?: string[] }) => {
      const name = given.name ?? basename(file, extname(file));
      const report = await withProject(file, { ...session(), create: { name } }, async (client) => {
        if (!given.import) return null;
        const paths = given.import.map((path) => resolve(path));
        return client.call('document.import', { paths }, options);
      });
      print(`made ${resolve(file)}\n`);
      if (!report) return;
      printImport(report);
      refuseFruitlessImport(report);
    });

  program
    .command('import')
    .description('import plain text files (UTF-8, UTF-16) and folders of them')
    .argument('<file>', 'the project')
    .argument('<path...>', 'files and folders')
    .option('--language <tag>', 'language of all of them, as a BCP 47 tag')
    .option('--allow-duplicates', 'import a text again although the project has it', false)
    .action(async (file: string, paths: string[], given: { language?: string; allowDuplicates: boolean }) => {
      const input = { paths: paths.map((path) => resolve(path)), ...given };
      const report = await withProject(file, session(), (client) =>
        client.call('document.import', input, options),
      );
      printImport(report);
      refuseFruitlessImport(report);
    });

  function printImport(report: {
    imported: { file: string; name: string }[];
    duplicates: { file: string; name: string }[];
    warnings: { file: string; message: string }[];
    refused: { file: string; message: string }[];
  }): void {
    for (const { file, name } of report.imported) print(`imported   ${file} as '${name}'\n`);
    for (const { file, name } of report.duplicates) print(`duplicate  ${file}: the same text as '${name}'\n`);
    for (const { file, message } of report.warnings) print(`note       ${file}: ${message}\n`);
    for (const { file, message } of report.refused) print(`refused    ${file}: ${message}\n`);
  }

  program
    .command('info')
    .description('tell what a project holds')
    .argument('<file>', 'the project')
    .option('--json', 'as JSON', false)
    .action(async (file: string, { json }: { json: boolean }) => {
      await withProject(file, { ...session(), readOnly: true }, async (client) => {
        const info = await client.call('project.info', {});
        const documents = await client.call('document.list', {});
        if (json) return printJson({ ...info, documents });
        print(
          table([
            ['project', info.project.name],
            ['schema', `${info.schema.name}, version ${info.schema.version}`],
            ['annotators', info.annotators.map(({ name }) => name).join(', ')],
            ...Object.entries(info.counts).map(([what, count]) => [what, String(count)]),
          ]),
        );
        print(
          `\n${table([
            ['document', 'id', 'language', 'status', 'spans', 'stances'],
            ...documents.map((row) => [
              row.name,
              row.id,
              row.language,
              row.status,
              String(row.annotations),
              String(row.stances),
            ]),
          ])}`,
        );
      });
    });

  program
    .command('log')
    .description('list who did what when, the newest first')
    .argument('<file>', 'the project')
    .option('--limit <n>', 'at most so many entries', wholeNumber, 50)
    .option('--json', 'as JSON', false)
    .action(async (file: string, { limit, json }: { limit: number; json: boolean }) => {
      await withProject(file, { ...session(), readOnly: true }, async (client) => {
        const entries = await client.call('history.list', { limit });
        if (json) return printJson(entries);
        print(
          table(
            entries.map(({ seq, hlc, annotatorName, kind, name }) => [
              String(seq),
              new Date(Number(hlc.slice(0, 13))).toISOString(),
              annotatorName,
              kind === 'do' ? name : `${kind} ${name}`,
            ]),
          ),
        );
      });
    });

  program
    .command('check')
    .description('look for damage; exit code 1 when there is some')
    .argument('<file>', 'the project')
    .option('--json', 'as JSON', false)
    .action(async (file: string, { json }: { json: boolean }) => {
      const { problems } = await withProject(file, { ...session(), readOnly: true }, (client) =>
        client.call('project.check', {}, options),
      );
      if (json) printJson(problems);
      else for (const { severity, message } of problems) print(`${severity}: ${message}\n`);
      const errors = problems.filter(({ severity }) => severity === 'error').length;
      if (errors > 0)
        throw new ParleyError('damaged', {
          file,
          cause: `${errors} ${errors === 1 ? 'error' : 'errors'} found`,
        });
      if (!json) print('no damage found\n');
    });

  program
    .command('export')
    .description('write a labelled dataset')
    .argument('<file>', 'the project')
    .addOption(new Option('--format <name>', 'format of the dataset').choices(['json']).default('json'))
    .requiredOption('--out <path>', 'the file to write')
    .addOption(
      new Option('--offsets <unit>', 'what offsets count').choices(offsetUnits).default('code-point'),
    )
    .option('--no-text', 'leave the texts out')
    .option('--no-gold', 'leave the gold layers out')
    .option('--document <id...>', 'only these documents')
    .option('--annotator <id or name...>', 'only the layers of these annotators')
    .option('--force', 'replace a file that is there', false)
    .action(async (file: string, given: ExportOptions) => {
      if (given.out === '-') {
        throw new ParleyError('bad-input', {
          cause: 'A dataset goes to a file, which appears whole or not at all',
          remedy: 'Give --out the name of a file.',
        });
      }
      const written = await withProject(file, { ...session(), readOnly: true }, async (client) => {
        const { annotators } = await client.call('project.info', {});
        return client.call(
          'export.write',
          {
            format: given.format,
            path: resolve(given.out),
            overwrite: given.force,
            includeText: given.text,
            gold: given.gold,
            offsetUnit: given.offsets,
            ...(given.document ? { documentIds: given.document } : {}),
            ...(given.annotator
              ? { annotatorIds: given.annotator.map((who) => annotatorId(annotators, who)) }
              : {}),
          },
          options,
        );
      });
      print(
        `wrote ${written.path}: ${written.documents} documents, ${written.annotations} spans, ${written.stances} stances\n`,
      );
    });

  program
    .command('run')
    .description('run contract operations, one JSON object a line: {"name": …, "input": …}; see docs/cli.md')
    .argument('<file>', 'the project')
    .option('--commands <path>', 'file of operations (default: standard input)')
    .option('--read-only', 'open the project for reading: only queries work', false)
    .option('--keep-going', 'go on after an error', false)
    .action(async (file: string, given: { commands?: string; keepGoing: boolean; readOnly: boolean }) => {
      const source = given.commands ? await fileStream(given.commands) : streams.stdin;
      const sourceName = given.commands ?? 'standard input';
      const error = await withProject(file, { ...session(), readOnly: given.readOnly }, (client) =>
        runCommands(client, source, streams.stdout, { ...options, keepGoing: given.keepGoing, sourceName }),
      );
      if (error) throw error;
    });

  return program;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('It is a whole number from 1.');
}

/** @throws ParleyError 'not-found' when the file cannot be opened */
async function fileStream(path: string): Promise<Readable> {
  let handle: FileHandle;
  try {
    handle = await open(resolve(path));
  } catch (thrown) {
    throw new ParleyError('not-found', {
      file: path,
      cause: `It cannot be read (${thrown instanceof Error ? thrown.message : String(thrown)})`,
    });
  }
  return handle.createReadStream();
}

/** @throws ParleyError 'bad-input' when something was refused and nothing imported */
function refuseFruitlessImport(report: { imported: unknown[]; refused: unknown[] }): void {
  if (report.imported.length === 0 && report.refused.length > 0) {
    throw new ParleyError('bad-input', { cause: 'Nothing was imported' });
  }
}

interface ExportOptions {
  format: 'json';
  out: string;
  offsets: (typeof offsetUnits)[number];
  text: boolean;
  gold: boolean;
  document?: string[];
  annotator?: string[];
  force: boolean;
}

function annotatorId(annotators: readonly { id: string; name: string }[], who: string): string {
  const found = annotators.filter(({ id, name }) => id === who || name === who);
  if (found.length === 1) return found[0]!.id;
  throw new ParleyError('bad-input', {
    cause:
      found.length === 0
        ? `There is no annotator '${who}' in this project`
        : `'${who}' names several annotators`,
    remedy: 'Take an id from "parley info --json".',
  });
}
