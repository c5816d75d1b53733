import { resolve } from 'node:path';
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
      if (out !== undefined && !dryRun) copyProject(resolve(file), resolve(out));
      const goal = out !== undefined && !dryRun ? out : file;
      const paths = others.map((path) => resolve(path));
      const report = await withProject(goal, { ...shell.session(), readOnly: dryRun }, async (client) => {
        if (dryRun) return client.call('exchange.preview', { paths }, shell.options);
        const taken = await client.call('exchange.takeIn', { paths }, shell.options);
        if (addLabels && taken.schemaWithThem)
          await client.call('schema.change', {
            definition: taken.schemaWithThem,
            reason: 'Labels of colleagues were added',
          });
        return taken;
      });
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

function printReport(shell: Shell, report: MergeReport): void {
  const { received, created, changed, deleted, documents, conflicts, notJoined, unknownLabels } = report;
  shell.print(
    received === 0
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
