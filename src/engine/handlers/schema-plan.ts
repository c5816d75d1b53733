import type { SchemaEffect } from '@contract/schema';
import { type Change, changed, created, deleted, sameValue } from '@core/journal/change';
import type { SpanAnnotation } from '@core/model/annotation';
import { displayQuote } from '@core/model/fragment';
import { overlapConflicts } from '@core/model/overlap';
import type { SchemaDefinition } from '@core/model/schema';
import { findClashes } from '@core/model/schema-clashes';
import type { Stance } from '@core/model/stance';
import { completeDefinition, mappingProblems } from '@core/schema-change/complete';
import { diffSchemas, type SchemaDifference } from '@core/schema-change/diff';
import type { SchemaMapping } from '@core/schema-change/mapping';
import { type Outcome, SchemaMigration } from '@core/schema-change/migrate';
import { stancesNaming } from '../../store/reads/lists';
import type { Context } from '../context';
import { withReplaced } from './mentions-in-stances';
import { Effects } from './schema-effects';

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
class CarriedRecords {
  readonly changes: Change[] = [];
  readonly effects: Effects;
  readonly #context: Context;
  readonly #migration: SchemaMigration;
  readonly #settled: ReadonlySet<string>;

  constructor(context: Context, migration: SchemaMigration, settled: ReadonlySet<string>) {
    this.#context = context;
    this.#migration = migration;
    this.#settled = settled;
    this.effects = new Effects(context);
    const gone = this.#carryAnnotations();
    this.#carryEntities();
    this.#carryStances(gone);
    for (const annotation of gone) this.changes.push(deleted('annotation', annotation));
    this.#tellOverlaps();
  }

  #carryAnnotations(): SpanAnnotation[] {
    const gone: SpanAnnotation[] = [];
    for (const before of this.#withTerm('annotation', 'type_id', this.#migration.affected('entityTypes'))) {
      const { after, marks } = this.#migration.typed('entityTypes', before);
      for (const mark of marks)
        this.effects.add('annotation', mark, before, before.documentId, () =>
          displayQuote(this.#context.textOf(before.documentId), before.fragments),
        );
      if (after === null) gone.push(before);
      else if (!sameValue(before, after)) this.changes.push(changed('annotation', before, after));
    }
    return gone;
  }

  #carryEntities(): void {
    for (const before of this.#withTerm('entity', 'type_id', this.#migration.affected('entityTypes'))) {
      const { after, marks } = this.#migration.entity(before);
      for (const mark of marks) this.effects.add('entity', mark, before, null, () => before.name);
      if (after && !sameValue(before, after)) this.changes.push(changed('entity', before, after));
    }
  }

  #carryStances(gone: readonly SpanAnnotation[]): void {
    const stances = new Map<string, Stance>();
    const columns = { polarities: 'polarity', expressions: 'expression', modalities: 'modality' } as const;
    for (const [part, column] of Object.entries(columns) as [keyof typeof columns, string][])
      for (const stance of this.#withTerm('stance', column, this.#migration.affected(part)))
        stances.set(stance.id, stance);
    const byMention = new Map(gone.map((annotation) => [annotation.id, annotation]));
    for (const { id } of gone)
      for (const stanceId of stancesNaming(this.#context.file.connection, 'annotation', id))
        stances.set(stanceId, this.#context.need('stance', stanceId));
    for (const before of stances.values()) {
      const quote = () => displayQuote(this.#context.textOf(before.documentId), before.evidence);
      const outcome: Outcome<Stance> = this.#migration.stance(before);
      for (const mark of outcome.marks) this.effects.add('stance', mark, before, before.documentId, quote);
      if (outcome.after === null) {
        this.changes.push(deleted('stance', before));
        continue;
      }
      const after = withReplaced(outcome.after, (id) => {
        const annotation = byMention.get(id);
        if (!annotation) return undefined;
        return annotation.entityId === null ? null : { kind: 'entity', id: annotation.entityId };
      });
      for (const typeId of lostTypes(before, byMention)) {
        const mark = { action: 'clear' as const, part: 'entityTypes' as const, id: typeId };
        this.effects.add(
          'stance',
          { ...mark, attribute: null, value: null, into: null },
          before,
          before.documentId,
          quote,
        );
      }
      if (!sameValue(before, after)) this.changes.push(changed('stance', before, after));
    }
  }

  /** Spans that overlap and may not any more: told, and left for the person to change. */
  #tellOverlaps(): void {
    const stricter = this.#migration.stricterOverlaps();
    if (stricter.size === 0) return;
    const types = this.#migration.after.entityTypes.filter(({ id }) => stricter.has(id));
    const carried = new Map(
      this.changes.flatMap((change) => (change.kind === 'annotation' ? [[change.id, change.after]] : [])),
    );
    const { records } = this.#context.file;
    for (const { id: documentId } of records.where('document', 'true', [], 'position, id')) {
      const annotations = records
        .where('annotation', 'document_id = ?', [documentId])
        .map((before) => (carried.has(before.id) ? carried.get(before.id)! : before))
        .filter((annotation) => annotation !== null);
      const told = new Set<string>();
      for (const { annotation } of overlapConflicts(annotations, types)) {
        if (told.has(annotation.id)) continue;
        told.add(annotation.id);
        this.effects.add(
          'annotation',
          {
            action: 'overlaps',
            part: 'entityTypes',
            id: annotation.typeId,
            attribute: null,
            value: null,
            into: null,
          },
          annotation,
          documentId,
          () => displayQuote(this.#context.textOf(documentId), annotation.fragments),
        );
      }
    }
  }

  /** Records of which a column holds one of some terms. */
  #withTerm<Kind extends 'annotation' | 'entity' | 'stance'>(
    kind: Kind,
    column: string,
    ids: readonly string[],
  ) {
    if (ids.length === 0) return [];
    return this.#context.file.records
      .where(kind, `${column} IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)])
      .filter(({ id }) => !this.#settled.has(id));
  }
}

/** The types of the mentions that a stance loses. */
function lostTypes(stance: Stance, gone: ReadonlyMap<string, SpanAnnotation>): Set<string> {
  const types = new Set<string>();
  for (const party of [stance.holder, stance.target, ...stance.sources]) {
    const annotation = party?.kind === 'mention' ? gone.get(party.id) : undefined;
    if (annotation) types.add(annotation.typeId);
  }
  return types;
}
