import { basename } from 'node:path';
import type { MergeReport } from '@contract/exchange';
import type { Change } from '@core/journal/change';
import type { Records } from '@core/journal/records';
import type { RecordRef } from '@core/merge/references';
import { displayQuote, type Fragments } from '@core/model/fragment';
import { SchemaDefinition } from '@core/model/schema';
import { folded } from '@core/names/fold';
import { adoptTerms, type TermRef, termsOf } from '@core/schema-change/adopt';
import { itemsOf, schemaParts } from '@core/schema-change/parts';
import { documentOf } from '../../store/received';
import type { Context } from '../context';
import type { Identities } from './identity';
import type { Merged } from './merging';
import type { Source } from './source';

/** What a merge brings, in numbers and names, for people. */
export function reportOf(
  context: Context,
  sources: readonly Source[],
  identities: Identities,
  merged: Merged,
  { schema, changes: versions }: { schema: MergeReport['schema']; changes: readonly Change[] },
): MergeReport {
  const words = new Words(context, sources, merged.changes);
  return {
    files: sources.map(({ path, manifest, project }) => ({ path, manifest, project: project.name })),
    received: merged.received.length,
    created: merged.changes.filter(({ before }) => before === null).length,
    changed: merged.changes.filter(({ before, after }) => before !== null && after !== null).length,
    deleted: merged.changes.filter(({ after }) => after === null).length,
    annotators: annotatorsOf(context, sources),
    documents: documentsOf(identities, merged.changes, words),
    conflicts: merged.flags.map(({ flag, ref, record, by }) => ({
      class: flag,
      kind: ref.kind,
      recordId: ref.id,
      documentId: record && 'documentId' in record ? record.documentId : null,
      words: words.of(ref, record),
      by: by.map((id) => words.annotator(id)),
    })),
    notJoined: [...refusedOf(sources, identities), ...leftOf(sources, merged, words)],
    ...unknownLabelsOf(schemaAfter(context, versions), sources, merged.changes),
    schema,
    sameNames: sameNamesOf(context, merged.changes),
    kept: merged.kept.map((documentId) => ({
      documentId,
      name: titleOf(words.document(documentId)) ?? documentId,
    })),
  };
}

class Words {
  readonly #context: Context;
  readonly #records = new Map<string, Change['after']>();
  readonly #texts = new Map<string, string>();
  readonly #annotators: Map<string, string>;

  constructor(context: Context, sources: readonly Source[], changes: readonly Change[]) {
    this.#context = context;
    for (const { kind, id, after } of changes) this.#records.set(`${kind} ${id}`, after);
    for (const { texts } of sources) for (const [hash, text] of texts) this.#texts.set(hash, text);
    this.#annotators = new Map(
      [
        ...sources.flatMap(({ annotators }) => annotators),
        ...context.file.records.where('annotator', 'true'),
      ].map(({ id, name }) => [id, name]),
    );
  }

  annotator(id: string): string {
    return this.#annotators.get(id) ?? 'somebody';
  }

  document(id: string): Records['document'] | null {
    const pending = this.#records.get(`document ${id}`) as Records['document'] | undefined;
    return pending ?? this.#context.file.records.get('document', id);
  }

  layer(id: string): Records['layer'] | null {
    const pending = this.#records.get(`layer ${id}`) as Records['layer'] | undefined;
    return pending ?? this.#context.file.records.get('layer', id);
  }

  of({ kind }: RecordRef, record: Change['after']): string {
    if (!record) return '';
    if ('name' in record) return record.name;
    if (kind === 'annotation') return this.#quote(record as Records['annotation'], 'fragments');
    if (kind === 'stance') return this.#quote(record as Records['stance'], 'evidence');
    if (kind === 'event') return this.#quote(record as Records['event'], 'trigger');
    return 'documentId' in record ? (this.document(record.documentId)?.name ?? '') : '';
  }

  #quote<Field extends string>(
    record: { documentId: string } & Record<Field, Fragments>,
    field: Field,
  ): string {
    const hash = this.document(record.documentId)?.textSha256;
    const text = hash && (this.#texts.get(hash) ?? this.#context.file.texts.get(hash));
    return text && record[field].length > 0 ? displayQuote(text, record[field]).slice(0, 120) : '';
  }
}

function annotatorsOf(context: Context, sources: readonly Source[]): MergeReport['annotators'] {
  const all = new Map(sources.flatMap(({ annotators }) => annotators).map((one) => [one.id, one.name]));
  return [...all].map(([id, name]) => ({
    id,
    name,
    isNew: context.file.records.get('annotator', id) === null,
  }));
}

function documentsOf(
  { matches }: Identities,
  changes: readonly Change[],
  words: Words,
): MergeReport['documents'] {
  const found = new Map<string, Map<string, MergeReport['documents'][number]['layers'][number]>>();
  for (const change of changes) {
    const documentId = documentOf(change);
    const image = change.after ?? change.before;
    if (!documentId || !image || change.kind === 'layer' || change.kind === 'progress') continue;
    const owner =
      'layerId' in image
        ? (words.layer(image.layerId)?.annotatorId ?? null)
        : 'annotatorId' in image
          ? image.annotatorId
          : undefined;
    const layers = found.get(documentId) ?? new Map();
    found.set(documentId, layers);
    if (owner === undefined) continue;
    const layer = layers.get(owner ?? '') ?? {
      annotatorId: owner,
      name: owner === null ? 'gold' : words.annotator(owner),
      created: 0,
      changed: 0,
      deleted: 0,
    };
    layers.set(owner ?? '', layer);
    if (change.before === null) layer.created++;
    else if (change.after === null) layer.deleted++;
    else layer.changed++;
  }
  return [...found].map(([documentId, layers]) => ({
    documentId,
    name: titleOf(words.document(documentId)) ?? documentId,
    match: matches.get(documentId) ?? 'id',
    layers: [...layers.values()],
  }));
}

function titleOf(document: Records['document'] | null): string | undefined {
  return document?.metadata.title ?? document?.name;
}

function refusedOf(sources: readonly Source[], { refused }: Identities): MergeReport['notJoined'] {
  return refused.map(({ path, documentId, name, words }) => {
    const source = sources.find((one) => one.path === path)!;
    const there = new Set<string>();
    for (const { change } of source.changes) {
      if (change.kind !== 'annotation' || documentOf(change) !== documentId) continue;
      if (change.after) there.add(change.id);
      else there.delete(change.id);
    }
    return {
      file: basename(path),
      reason: 'other-text',
      documentId,
      name,
      annotations: there.size,
      words: `${words}. Add it as a document of its own, and mark it there.`,
    };
  });
}

function leftOf(sources: readonly Source[], { left }: Merged, words: Words): MergeReport['notJoined'] {
  const groups = Map.groupBy(left, ({ reason, documentId }) => `${reason} ${documentId ?? ''}`);
  return [...groups.values()].map((group) => {
    const { reason, documentId } = group[0]!;
    const name = (documentId && words.document(documentId)?.name) || 'the whole project';
    return {
      file: sources.map(({ path }) => basename(path)).join(', '),
      reason,
      documentId,
      name,
      annotations: group.filter(({ ref }) => ref.kind === 'annotation').length,
      words:
        reason === 'unreadable-record'
          ? `${group.length} of its records are not as Parley writes them`
          : `${group.length} of its records name something that none of the files has`,
    };
  });
}

function schemaAfter(context: Context, versions: readonly Change[]): SchemaDefinition {
  const newest = versions.at(-1)?.after as Records['schema'] | undefined;
  return newest ? SchemaDefinition.parse(newest.definition) : context.schemaDefinition();
}

/** Terms that came in and that the schema in force lacks, and that schema with them. */
function unknownLabelsOf(
  here: SchemaDefinition,
  sources: readonly Source[],
  changes: readonly Change[],
): Pick<MergeReport, 'unknownLabels' | 'schemaWithThem'> {
  const known = new Set(schemaParts.flatMap((part) => itemsOf(here, part).map(({ id }) => `${part} ${id}`)));
  const counts = new Map<string, TermRef & { count: number }>();
  for (const { kind, after } of changes) {
    if (!after) continue;
    for (const { part, id } of termsOf(kind, after)) {
      const key = `${part} ${id}`;
      if (known.has(key)) continue;
      const found = counts.get(key) ?? { part, id, count: 0 };
      counts.set(key, { ...found, count: found.count + 1 });
    }
  }
  const theirs = sources
    .flatMap(({ schemas }) => schemas.toReversed())
    .map(({ definition }) => SchemaDefinition.parse(definition));
  const unknown = [...counts.values()].map(({ part, id, count }) => {
    const schema = theirs.find((one) => itemsOf(one, part).some((item) => item.id === id));
    const name = schema && itemsOf(schema, part).find((item) => item.id === id)!.name;
    return { part, id, name: name ?? id, count, schema };
  });
  const adopted = unknown.reduce(
    (before, { schema, ...term }) => (schema ? adoptTerms(before, schema, [term]) : before),
    here,
  );
  return {
    unknownLabels: unknown.map(({ schema: _, ...label }) => label),
    schemaWithThem: adopted === here ? null : adopted,
  };
}

function sameNamesOf(context: Context, changes: readonly Change[]): MergeReport['sameNames'] {
  return [
    ...sameNamed(context, changes, 'entity', (a, b) => a === null || b === null || a === b),
    ...sameNamed(context, changes, 'proposition', () => true),
  ];
}

function sameNamed<Kind extends 'entity' | 'proposition'>(
  context: Context,
  changes: readonly Change[],
  kind: Kind,
  areOfOneType: (a: string | null, b: string | null) => boolean,
): MergeReport['sameNames'] {
  type Named = { id: string; name: string; typeId?: string | null };
  const came = changes.flatMap(({ kind: of, before, after }) =>
    of === kind && before === null && after ? [after as Named] : [],
  );
  if (came.length === 0) return [];
  const newIds = new Set(came.map(({ id }) => id));
  const all: Named[] = [...context.file.records.where(kind, 'true'), ...came];
  return [...Map.groupBy(all, ({ name }) => folded(name)).values()].flatMap((same) =>
    same.slice(1).flatMap(({ id, name, typeId = null }, index) => {
      const first = same.slice(0, index + 1).find((one) => areOfOneType(one.typeId ?? null, typeId));
      return newIds.has(id) && first ? [{ kind, name, hereId: first.id, cameId: id }] : [];
    }),
  );
}

/** How the newest schema of the files stands to the one in force here. */
export function compareSchemas(
  context: Context,
  sources: readonly Source[],
): { schema: MergeReport['schema']; changes: Change[] } {
  const mine = context.file.records.where('schema', 'true', [], 'version');
  const newest = mine.at(-1)!;
  const same = (definition: unknown) =>
    JSON.stringify(SchemaDefinition.parse(definition)) ===
    JSON.stringify(SchemaDefinition.parse(newest.definition));
  let outcome: MergeReport['schema'] = 'same';
  let taken: Records['schema'][] = [];
  for (const { schemas } of sources) {
    const theirs = schemas.at(-1);
    if (!theirs || theirs.id === newest.id || same(theirs.definition)) continue;
    if (mine.some(({ id }) => id === theirs.id)) {
      if (outcome === 'same') outcome = 'older';
      continue;
    }
    const isOurLine = schemas.some(({ id }) => id === newest.id);
    if (!isOurLine) {
      outcome = 'differs';
      continue;
    }
    const later = schemas.filter(({ version }) => version > newest.version);
    const rivals = taken.some(
      ({ version, id }) => !later.some((one) => one.version !== version || one.id === id),
    );
    if (rivals) {
      outcome = 'differs';
      continue;
    }
    if (later.length > taken.length) taken = later;
    if (outcome !== 'differs') outcome = 'taken-over';
  }
  return {
    schema: outcome,
    changes: taken.map((record): Change => ({ kind: 'schema', id: record.id, before: null, after: record })),
  };
}
