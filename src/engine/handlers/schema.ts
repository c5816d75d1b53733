import { ParleyError } from '@core/errors';
import type { Change } from '@core/journal/change';
import type { SchemaVersion } from '@core/model/project';
import { SchemaDefinition } from '@core/model/schema';
import { diffSchemas } from '@core/schema-change/diff';
import { effectWords } from '@core/schema-change/effect-words';
import { noMapping } from '@core/schema-change/mapping';
import { schemaEntries } from '../../store/reads/schema-entries';
import type { CommandHandler, Context, QueryHandler } from '../context';
import { readSchemaFile, writeSchemaFile } from '../schema-files';
import { planSchemaChange, versionInForce } from './schema-plan';

export const getSchema: QueryHandler<'schema.get'> = (context, input) => versionOf(context, input.version);

export const schemaHistory: QueryHandler<'schema.history'> = (context) => {
  const versions = context.file.records.where('schema', 'true', [], 'version');
  const definitions = versions.map(({ definition }) => SchemaDefinition.parse(definition));
  const entries = new Map(schemaEntries(context.file.connection).map((entry) => [entry.schemaId, entry]));
  const names = new Map(context.file.records.where('annotator', 'true').map(({ id, name }) => [id, name]));
  return versions
    .map(({ id, version }, index) => {
      const entry = entries.get(id);
      return {
        id,
        version,
        annotatorName: entry ? (names.get(entry.annotatorId) ?? entry.annotatorId) : null,
        hlc: entry?.hlc ?? null,
        reason: entry?.reason ?? '',
        differences: index === 0 ? [] : diffSchemas(definitions[index - 1]!, definitions[index]!),
      };
    })
    .reverse();
};

export const previewSchema: QueryHandler<'schema.preview'> = (context, { definition, mapping }) => {
  const { changes: _, deleted: __, ...preview } = planSchemaChange(context, definition, mapping);
  return preview;
};

export const changeSchema: CommandHandler<'schema.change'> = (context, { definition, mapping }) => {
  const plan = planSchemaChange(context, definition, mapping);
  if (plan.problems.length > 0) {
    throw new ParleyError('bad-input', {
      cause: `The schema cannot be used: ${plan.problems.slice(0, 5).join('; ')}`,
    });
  }
  if (plan.unresolved > 0) {
    const [first] = plan.effects.filter(({ action }) => action === 'unresolved');
    throw new ParleyError('conflict', {
      cause: `${plan.unresolved} ${plan.unresolved === 1 ? 'record does' : 'records do'} not fit the new schema: ${effectWords(first!, context.schema(), plan.definition)}`,
      remedy:
        'Say in the mapping what becomes of them: merge, retire, map or delete. schema.preview lists them all.',
    });
  }
  const records = plan.changes.length - plan.deleted - 1;
  return {
    changes: plan.changes,
    output: {
      version: plan.changes.length === 0 ? versionInForce(context) : plan.definition.version,
      changed: Math.max(0, records),
      deleted: plan.deleted,
    },
  };
};

export const readSchema: QueryHandler<'schema.read'> = (_context, { path }) => ({
  definition: readSchemaFile(path),
});

export const writeSchema: QueryHandler<'schema.write'> = (context, { path, format, version, overwrite }) => {
  writeSchemaFile(path, versionOf(context, version).definition, { format, overwrite });
  return { path };
};

function versionOf(
  context: Context,
  version: number | undefined,
): { version: number; definition: SchemaDefinition } {
  const number = version ?? versionInForce(context);
  const [found] = context.file.records.where('schema', 'version = ?', [number]);
  if (!found) {
    throw new ParleyError('not-found', {
      cause: `The schema has no version ${number}`,
      remedy: `The newest is ${versionInForce(context)}.`,
    });
  }
  return { version: number, definition: SchemaDefinition.parse(found.definition) };
}

/**
 * Taking back a change of schema, or doing it again, must leave nothing that the schema then in
 * force does not know: somebody else may have marked with it since.
 * @throws ParleyError 'conflict'
 */
export function refuseOrphans(context: Context, changes: readonly Change[]): void {
  const schemas = changes.filter((change) => change.kind === 'schema');
  if (schemas.length === 0) return;
  const versions = new Map<string, SchemaVersion>(
    context.file.records.where('schema', 'true').map((record) => [record.id, record]),
  );
  for (const { id, after } of schemas) {
    if (after) versions.set(id, after);
    else versions.delete(id);
  }
  const next = [...versions.values()].sort((a, b) => a.version - b.version).at(-1);
  if (!next) return;
  const settled = new Set(changes.map(({ id }) => id));
  const plan = planSchemaChange(context, SchemaDefinition.parse(next.definition), noMapping, settled);
  const [first] = plan.effects.filter(({ action }) => action === 'unresolved');
  if (!first) return;
  throw new ParleyError('conflict', {
    cause: `The schema cannot go back: ${effectWords(first, context.schema(), plan.definition)}`,
    remedy: 'These were annotated since. Change the schema instead, saying what becomes of them.',
  });
}
