import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { MergeReport } from '@contract/exchange';
import { ParleyError } from '@core/errors';
import { partWords } from '@core/schema-change/parts';
import { Option } from 'commander';
import { copyProject } from '../../engine/index';
import { table } from '../output';
import { withProject } from '../session';
import type { AddCommand, Shell } from '../shell';

interface HandOverOptions {
  out: string;
  document?: string[];
  layers: 'own' | 'all' | 'none';
  gold: boolean;
  force: boolean;
}

export const addHandOver: AddCommand = (program, shell) => {
  program
    .command('handover')
    .description('write a package for colleagues: documents, layers, and how they came about')
    .argument('<file>', 'the project')
    .requiredOption('-o, --out <path>', 'the package to write, a .parley file')
    .option('--document <id...>', 'only these documents')
    .addOption(new Option('--layers <whose>', 'whose layers').choices(['own', 'all', 'none']).default('own'))
    .option('--no-gold', 'leave the gold layers out')
    .option('--force', 'replace a file that is there', false)
    .action(async (file: string, given: HandOverOptions) => {
      const { path, manifest } = await withProject(file, { ...shell.session(), readOnly: true }, (client) =>
        client.call(
          'exchange.handOver',
          {
            path: resolve(given.out),
            overwrite: given.force,
            layers: given.layers,
            gold: given.gold,
            documentIds: given.document,
          },
          shell.options,
        ),
      );
      const { documents, layers, annotations, stances } = manifest;
      shell.print(
        `wrote ${path}: ${documents} documents, ${layers} layers, ${annotations} spans, ${stances} stances\n`,
      );
    });
};

interface MergeOptions {
  out?: string;
  addLabels: boolean;
  dryRun: boolean;
  json: boolean;
}

export const addMerge: AddCommand = (program, shell) => {
  program
    .command('merge')
    .description('take packages or other projects into a project; exit code 1 where some could not be joined')
    .argument('<file>', 'the project that takes in')
    .argument('<others...>', 'packages or project files of colleagues')
    .option('-o, --out <path>', 'merge into a copy under this name, and leave all files as they are')
    .option('--add-labels', 'add labels that the schema here lacks, as the files define them', false)
    .option('--dry-run', 'only say what would come in', false)
    .option('--json', 'the report as JSON', false)
    .action(async (file: string, others: string[], { out, addLabels, dryRun, json }: MergeOptions) => {
      const goal = out !== undefined && !dryRun ? out : file;
      const paths = others.map((path) => resolve(path));
      const mergeInto = (path: string) =>
        withProject(path, { ...shell.session(), readOnly: dryRun }, async (client) => {
          if (dryRun) return client.call('exchange.preview', { paths }, shell.options);
          const taken = await client.call('exchange.takeIn', { paths }, shell.options);
          if (addLabels && taken.schemaWithThem)
            await client.call('schema.change', {
              definition: taken.schemaWithThem,
              reason: 'Labels of colleagues were added',
            });
          return taken;
        });
      const report = goal === file ? await mergeInto(file) : await inCopy(file, goal, mergeInto);
      if (json) shell.printJson(report);
      else printReport(shell, report);
      if (report.notJoined.length > 0)
        throw new ParleyError('conflict', {
          file: goal,
          cause: `${report.notJoined.length} ${report.notJoined.length === 1 ? 'thing' : 'things'} could not be joined`,
          remedy: 'The rest is joined.',
        });
    });
};

/** Works on a copy of a project, which gets its name only when the work is done. */
async function inCopy<Result>(
  file: string,
  out: string,
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  if (existsSync(out)) throw new ParleyError('exists', { file: out });
  const goal = dirname(resolve(out));
  if (!existsSync(goal)) throw new ParleyError('not-found', { file: out, cause: 'There is no such folder' });
  const folder = mkdtempSync(join(goal, '.parley-merge-'));
  try {
    const part = join(folder, basename(out));
    copyProject(resolve(file), part);
    const result = await work(part);
    renameSync(part, out);
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function printReport(shell: Shell, report: MergeReport): void {
  const { received, created, changed, deleted, documents, conflicts, notJoined, unknownLabels } = report;
  shell.print(
    received + created + changed + deleted === 0
      ? 'nothing new\n'
      : `${received} changes: ${created} records new, ${changed} changed, ${deleted} deleted\n`,
  );
  const rows = documents.flatMap(({ name, match, layers }) =>
    layers.map((layer) => [
      name,
      match === 'text' ? 'known by its text' : match === 'new' ? 'new' : '',
      layer.name,
      `+${layer.created} ~${layer.changed} -${layer.deleted}`,
    ]),
  );
  if (rows.length > 0) shell.print(table(rows));
  for (const { class: what, words, by } of conflicts)
    shell.print(`${what}: ${words}${by.length > 0 ? ` (${by.join(', ')})` : ''}\n`);
  for (const { part, id, name, count } of unknownLabels)
    shell.print(`not in the schema here: ${partWords[part].one} ${id}, ‘${name}’: ${count} ×\n`);
  if (report.schema === 'differs')
    shell.print('the schemas have gone different ways; the one here stays in force\n');
  if (report.schema === 'taken-over') shell.print('a newer version of the schema was taken over\n');
  for (const { kind, name } of report.sameNames)
    shell.print(
      kind === 'entity'
        ? `two entities of one name: ${name}; see "parley entities"\n`
        : `two propositions of one name: ${name}; merge them in the register\n`,
    );
  for (const { name } of report.kept) shell.print(`removed there, kept here: ${name}\n`);
  for (const { file, name, annotations, words } of notJoined)
    shell.print(`NOT JOINED: ${file}: ${name}, ${annotations} spans: ${words}\n`);
}
