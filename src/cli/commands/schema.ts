import { resolve } from 'node:path';
import type { SchemaPreview } from '@contract/schema';
import { ParleyError } from '@core/errors';
import { parseHlc } from '@core/hlc';
import type { SchemaDefinition } from '@core/model/schema';
import { diffSchemas } from '@core/schema-change/diff';
import { effectWords } from '@core/schema-change/effect-words';
import { differenceWords } from '@core/schema-change/words';
import { readyMadeSchemas } from '@core/schemas/index';
import { type Command, InvalidArgumentError } from 'commander';
import { writeSchemaFile, writeSchemaText } from '../../engine/schema-files';
import { table } from '../output';
import { type MappingOptions, mappingFrom } from '../schema-mapping';
import { schemaFrom, schemaOfProject } from '../schema-source';
import { withProject } from '../session';
import type { AddCommand, Shell } from '../shell';

export const addSchema: AddCommand = (program, shell) => {
  const schema = program.command('schema').description('list, export, import and compare schemas (tagsets)');
  addList(schema, shell);
  addExport(schema, shell);
  addImport(schema, shell);
  addDiff(schema, shell);
  addHistory(schema, shell);
};

const addList = (schema: Command, shell: Shell) => {
  schema
    .command('list')
    .description('list the ready-made schemas')
    .option('--json', 'as JSON', false)
    .action(({ json }: { json: boolean }) => {
      if (json) {
        shell.printJson(readyMadeSchemas.map(({ id, name, description }) => ({ id, name, description })));
        return;
      }
      const rows = readyMadeSchemas.map(({ id, name, entityTypes, relationTypes, eventTypes, stance }) => [
        id,
        name,
        String(entityTypes.length),
        String(stance.polarities.length),
        String(relationTypes.length),
        String(eventTypes.length),
      ]);
      shell.print(table([['name', 'title', 'types', 'polarities', 'relations', 'events'], ...rows]));
    });
};

interface ExportOptions {
  yaml: boolean;
  out?: string;
  at?: number;
  force: boolean;
}

const addExport = (schema: Command, shell: Shell) => {
  schema
    .command('export')
    .description('write a schema as JSON or YAML')
    .argument('<file or name>', 'a project, a schema file, or a ready-made schema')
    .option('--yaml', 'as YAML', false)
    .option('--out <path>', 'the file to write (default: standard output)')
    .option('--at <n>', 'version of the project’s schema (default: the one in force)', wholeNumber)
    .option('--force', 'replace a file that is there', false)
    .action(async (source: string, { yaml, out, at, force }: ExportOptions) => {
      const definition =
        at === undefined
          ? await schemaFrom(source, shell.session())
          : await schemaOfProject(source, shell.session(), at);
      const format = yaml ? 'yaml' : 'json';
      if (out === undefined) {
        shell.print(writeSchemaText(definition, format));
        return;
      }
      writeSchemaFile(resolve(out), definition, { format, overwrite: force });
      shell.print(`wrote ${resolve(out)}\n`);
    });
};

interface ImportOptions extends MappingOptions {
  dryRun: boolean;
  reason: string;
  json: boolean;
}

const addImport = (schema: Command, shell: Shell) => {
  const collect = (value: string, all: string[] = []) => [...all, value];
  schema
    .command('import')
    .description('put a schema in force in a project and carry over what is annotated')
    .argument('<project>', 'the project')
    .argument('<file or name>', 'a schema file, another project, or a ready-made schema')
    .option('--map <old=new>', 'what had the one gets the other; may be given several times', collect)
    .option('--retire <old>', 'keep a term for what has it, without offering it any more', collect)
    .option('--delete <old>', 'delete what is annotated with a term', collect)
    .option('--reason <text>', 'why, for the history', '')
    .option('--dry-run', 'only tell what would happen', false)
    .option('--json', 'tell it as JSON', false)
    .action(async (file: string, source: string, given: ImportOptions) => {
      const session = shell.session();
      const wanted = await schemaFrom(source, session);
      await withProject(file, { ...session, readOnly: given.dryRun }, async (client) => {
        const { definition: before } = await client.call('schema.get', {});
        const input = { definition: wanted, mapping: mappingFrom(before, given) };
        const preview = await client.call('schema.preview', input);
        if (given.json) shell.printJson(preview);
        else printPreview(shell, preview, before);
        refuseUnusable(file, preview);
        if (given.dryRun) return;
        const done = await client.call('schema.change', { ...input, reason: given.reason });
        if (!given.json)
          shell.print(
            `version ${done.version} is in force; ${done.changed} changed, ${done.deleted} deleted\n`,
          );
      });
    });
};

function printPreview(
  shell: Shell,
  { differences, effects, definition }: SchemaPreview,
  before: SchemaDefinition,
) {
  if (differences.length === 0) shell.print('the schema is the one in force\n');
  for (const difference of differences) shell.print(`schema     ${differenceWords(difference)}\n`);
  for (const effect of effects) {
    shell.print(`${effect.action.padEnd(10)} ${effectWords(effect, before, definition)}\n`);
    for (const { name, count } of effect.documents) shell.print(`           ${count} in ${name}\n`);
    for (const { quote } of effect.action === 'unresolved' ? effect.examples : [])
      shell.print(`           such as: ${quote}\n`);
  }
}

function refuseUnusable(file: string, { problems, unresolved }: SchemaPreview): void {
  if (problems.length > 0)
    throw new ParleyError('bad-input', { file, cause: `The schema cannot be used: ${problems.join('; ')}` });
  if (unresolved === 0) return;
  throw new ParleyError('conflict', {
    file,
    cause: `${unresolved} ${unresolved === 1 ? 'record does' : 'records do'} not fit the new schema`,
    remedy: 'Say what becomes of them with --map OLD=NEW, --retire OLD or --delete OLD.',
  });
}

const addDiff = (schema: Command, shell: Shell) => {
  schema
    .command('diff')
    .description('tell what differs from one schema to another')
    .argument('<a>', 'a project, a schema file, or a ready-made schema')
    .argument('<b>', 'another')
    .option('--json', 'as JSON', false)
    .action(async (a: string, b: string, { json }: { json: boolean }) => {
      const session = shell.session();
      const differences = diffSchemas(await schemaFrom(a, session), await schemaFrom(b, session));
      if (json) shell.printJson(differences);
      else if (differences.length === 0) shell.print('no difference\n');
      else for (const difference of differences) shell.print(`${differenceWords(difference)}\n`);
    });
};

const addHistory = (schema: Command, shell: Shell) => {
  schema
    .command('history')
    .description('list the versions of a project’s schema, the newest first')
    .argument('<project>', 'the project')
    .option('--json', 'as JSON', false)
    .action(async (file: string, { json }: { json: boolean }) => {
      const versions = await withProject(file, { ...shell.session(), readOnly: true }, (client) =>
        client.call('schema.history', {}),
      );
      if (json) {
        shell.printJson(versions);
        return;
      }
      for (const { version, annotatorName, hlc, reason, differences } of versions) {
        const when = hlc ? new Date(parseHlc(hlc).time).toISOString() : '';
        shell.print(`${[`version ${version}`, when, annotatorName, reason].filter(Boolean).join('  ')}\n`);
        for (const difference of differences) shell.print(`  ${differenceWords(difference)}\n`);
      }
    });
};

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('It is a whole number from 1.');
}
