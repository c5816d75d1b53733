import type { SchemaEffect } from '@contract/schema';
import { type Change, changed, created, deleted, sameValue } from '@core/journal/change';
import type { Records } from '@core/journal/records';
import type { SpanAnnotation } from '@core/model/annotation';
import { displayQuote } from '@core/model/fragment';
import type { SchemaDefinition } from '@core/model/schema';
import { findClashes } from '@core/model/schema-clashes';
import type { Stance } from '@core/model/stance';
import { completeDefinition, mappingProblems } from '@core/schema-change/complete';
import { diffSchemas, type SchemaDifference } from '@core/schema-change/diff';
import type { SchemaMapping } from '@core/schema-change/mapping';
import { markOf, SchemaMigration } from '@core/schema-change/migrate';
import { stancesNaming } from '../../store/reads/lists';
import type { Context } from '../context';
import { withReplaced } from './mentions-in-stances';
import { type Carrying, insteadOf, lostTypes, type TermKind } from './schema-carrying';
import { Effects } from './schema-effects';
import { carryEvents, carryRelations } from './schema-joins';
import { tellOverlaps } from './schema-overlaps';

export interface SchemaPlan {
  definition: SchemaDefinition;
  differences: SchemaDifference[];
  problems: string[];
  effects: SchemaEffect[];
  unresolved: number;
  /** Empty where the change cannot be done. */
  changes: Change[];
  deleted: number;
}

/**
 * Works out a change of schema: the new version, and every record carried over. `settled` are
 * records that are dealt with otherwise and not looked at.
 */
export function planSchemaChange(
  context: Context,
  wanted: SchemaDefinition,
  mapping: SchemaMapping,
  settled: ReadonlySet<string> = new Set(),
): SchemaPlan {
  const before = context.schemaDefinition();
  const definition = completeDefinition(before, { ...wanted, version: before.version }, mapping);
  const problems = [
    ...findClashes(definition).map(({ message }) => message),
    ...mappingProblems(before, definition, mapping),
  ];
  const differences = diffSchemas(before, definition);
  const nothing = { definition, differences, problems, effects: [], unresolved: 0, changes: [], deleted: 0 };
  if (problems.length > 0) return nothing;
  const records = new CarriedRecords(context, new SchemaMigration(before, definition, mapping), settled);
  if (differences.length === 0 && records.changes.length === 0) return nothing;
  const version = versionInForce(context) + 1;
  definition.version = version;
  const schema = created('schema', { id: context.environment.newId(), version, definition });
  return {
    definition,
    differences,
    problems,
    effects: records.effects.list(),
    unresolved: records.effects.unresolved,
    changes: [schema, ...records.changes],
    deleted: records.changes.filter(({ after }) => after === null).length,
  };
}

/** The number of the schema version in force. */
export function versionInForce(context: Context): number {
  return context.file.records.where('schema', 'true', [], 'version').at(-1)!.version;
}

/** All records that a change of schema touches, as they are after it. */
class CarriedRecords implements Carrying {
  readonly changes: Change[] = [];
  readonly effects: Effects;
  readonly context: Context;
  readonly migration: SchemaMigration;
  readonly #settled: ReadonlySet<string>;

  constructor(context: Context, migration: SchemaMigration, settled: ReadonlySet<string>) {
    this.context = context;
    this.migration = migration;
    this.#settled = settled;
    this.effects = new Effects(context);
    const gone = this.#carryAnnotations();
    this.#carryEntities();
    this.#carryStances(gone);
    carryRelations(this, gone);
    carryEvents(this, gone);
    for (const annotation of gone.values()) this.changes.push(deleted('annotation', annotation));
    tellOverlaps(this);
  }

  #carryAnnotations(): Map<string, SpanAnnotation> {
    const gone = new Map<string, SpanAnnotation>();
    for (const before of this.withTerm('annotation', 'type_id', this.migration.affected('entityTypes'))) {
      const { after, marks } = this.migration.typed('entityTypes', before);
      for (const mark of marks)
        this.effects.add('annotation', mark, before, before.documentId, () =>
          displayQuote(this.context.textOf(before.documentId), before.fragments),
        );
      if (after === null) gone.set(before.id, before);
      else if (!sameValue(before, after)) this.changes.push(changed('annotation', before, after));
    }
    return gone;
  }

  #carryEntities(): void {
    for (const before of this.withTerm('entity', 'type_id', this.migration.affected('entityTypes'))) {
      const { after, marks } = this.migration.entity(before);
      for (const mark of marks) this.effects.add('entity', mark, before, null, () => before.name);
      if (after && !sameValue(before, after)) this.changes.push(changed('entity', before, after));
    }
  }

  #carryStances(gone: ReadonlyMap<string, SpanAnnotation>): void {
    const stances = new Map<string, Stance>();
    const columns = { polarities: 'polarity', expressions: 'expression', modalities: 'modality' } as const;
    for (const [part, column] of Object.entries(columns) as [keyof typeof columns, string][])
      for (const stance of this.withTerm('stance', column, this.migration.affected(part)))
        stances.set(stance.id, stance);
    for (const id of gone.keys())
      for (const stanceId of stancesNaming(this.context.file.connection, 'annotation', id))
        stances.set(stanceId, this.context.need('stance', stanceId));
    for (const before of stances.values()) {
      const quote = () => displayQuote(this.context.textOf(before.documentId), before.evidence);
      const outcome = this.migration.stance(before);
      for (const mark of outcome.marks) this.effects.add('stance', mark, before, before.documentId, quote);
      if (outcome.after === null) {
        this.changes.push(deleted('stance', before));
        continue;
      }
      const after = withReplaced(outcome.after, (id) => insteadOf(gone, id));
      const parties = [before.holder, before.target, ...before.sources];
      for (const typeId of lostTypes(gone, parties))
        this.effects.add('stance', markOf('clear', 'entityTypes', typeId), before, before.documentId, quote);
      if (!sameValue(before, after)) this.changes.push(changed('stance', before, after));
    }
  }

  withTerm<Kind extends TermKind>(kind: Kind, column: string, ids: readonly string[]): Records[Kind][] {
    if (ids.length === 0) return [];
    return this.context.file.records
      .where(kind, `${column} IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)])
      .filter(({ id }) => !this.#settled.has(id));
  }
}
