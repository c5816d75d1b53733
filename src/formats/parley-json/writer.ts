import { type Comment, compareByTime } from '@core/model/comment';
import type { Decision } from '@core/model/decision';
import { compareByPlace, type Fragment } from '@core/model/fragment';
import { compareDecisions } from '@core/review/judge';
import { OffsetIndex } from '@core/text/offsets';
import type { DatasetDocument, DatasetHeader, DatasetLayer, WriteOptions } from '../dataset';
import type { FileDocument, ParleyJson } from './model';

type FileLayer = FileDocument['layers'][number];

/**
 * A Parley JSON file in pieces, one document after the other. The same project gives the same
 * bytes: everything has its order, and nothing in it tells when or where it was written.
 */
export function* writeParleyJson(
  header: DatasetHeader,
  documents: Iterable<DatasetDocument>,
  options: WriteOptions,
): Generator<string> {
  const head: Omit<ParleyJson, 'documents'> = {
    format: 'parley',
    version: 1,
    generator: { name: 'Parley', version: options.generatorVersion },
    offset_unit: options.offsetUnit,
    project: { id: header.project.id, name: header.project.name, guidelines: header.project.guidelines },
    schema: header.schema,
    annotators: sortedByName(header.annotators),
    entities: sortedByName(header.entities).map(({ typeId, externalIds, ...entity }) => ({
      id: entity.id,
      name: entity.name,
      type: typeId,
      aliases: entity.aliases,
      external_ids: externalIds,
      note: entity.note,
    })),
    propositions: sortedByName(header.propositions),
  };
  const names = new Map(header.annotators.map(({ id, name }) => [id, name]));
  yield `${JSON.stringify(head, null, 1).replace(/\n}$/, '')},\n "documents": [`;
  let separator = '\n';
  for (const document of documents) {
    yield separator;
    yield* writeDocument(document, names, options);
    separator = ',\n';
  }
  yield '\n ]\n}\n';
}

/** One document: its own fields on a line, then a line for every span, stance, relation and event. */
function* writeDocument(
  { document, text, layers, decisions = [], comments = [] }: DatasetDocument,
  names: ReadonlyMap<string, string>,
  { includeText, offsetUnit }: WriteOptions,
): Generator<string> {
  const offsets = new OffsetIndex(text, offsetUnit);
  const { source } = document;
  const own: Omit<FileDocument, 'layers' | 'decisions' | 'comments'> = {
    id: document.id,
    name: document.name,
    language: document.language,
    direction: document.direction,
    sha256: document.textSha256,
    length: offsets.length,
    ...(includeText ? { text } : {}),
    metadata: sortedKeys(document.metadata),
    tags: document.tags,
    source: source && {
      file_name: source.fileName,
      sha256: source.sha256,
      encoding: source.encoding,
      byte_order_mark: source.byteOrderMark,
      removed_nulls: source.removedNulls,
      replaced: source.replaced,
    },
  };
  yield `  ${JSON.stringify(own).slice(0, -1)}, "layers": [`;
  const placed = (fragment: Fragment) => ({
    start: offsets.fromUtf16(fragment.start),
    end: offsets.fromUtf16(fragment.end),
    quote: text.slice(fragment.start, fragment.end),
  });
  const ordered = [...layers].sort((a, b) => compareLayers(a, b, names));
  for (const [index, layer] of ordered.entries()) {
    yield index === 0 ? '\n' : ',\n';
    yield* writeLayer(layer, placed);
  }
  yield ordered.length === 0 ? ']' : '\n  ]';
  yield* writeDecisions(decisions);
  yield* writeComments(comments, placed);
  yield '}';
}

function* writeComments(
  comments: readonly Comment[],
  placed: (fragment: Fragment) => FileLayer['spans'][number]['fragments'][number],
): Generator<string> {
  if (comments.length === 0) return;
  yield ', "comments": [';
  for (const [index, comment] of [...comments].sort(compareByTime).entries()) {
    const { target } = comment;
    const line: NonNullable<FileDocument['comments']>[number] = {
      id: comment.id,
      thread: comment.threadId,
      target: target.kind === 'span' ? { ...target, fragments: target.fragments.map(placed) } : target,
      annotator: comment.annotatorId,
      text: comment.text,
      mentions: comment.mentions,
      time: comment.time,
      edited: comment.editedTime,
      resolved: comment.resolved && {
        annotator: comment.resolved.annotatorId,
        time: comment.resolved.time,
      },
    };
    yield `${index === 0 ? '\n' : ',\n'}   ${JSON.stringify(line)}`;
  }
  yield '\n  ]';
}

function* writeDecisions(decisions: readonly Decision[]): Generator<string> {
  if (decisions.length === 0) return;
  yield ', "decisions": [';
  for (const [index, decision] of [...decisions].sort(compareDecisions).entries()) {
    const line: NonNullable<FileDocument['decisions']>[number] = {
      id: decision.id,
      targets: decision.targets,
      class: decision.class,
      verdict: decision.verdict,
      results: decision.resultIds,
      adjudicator: decision.adjudicatorId,
      time: decision.time,
      rationale: decision.rationale,
      schema_version: decision.schemaVersionId,
      view: decision.view,
    };
    yield `${index === 0 ? '\n' : ',\n'}   ${JSON.stringify(line)}`;
  }
  yield '\n  ]';
}

function* writeLayer(
  { layer, status, labels, note, annotations, stances, relations, events }: DatasetLayer,
  placed: (fragment: Fragment) => FileLayer['spans'][number]['fragments'][number],
): Generator<string> {
  const own = {
    id: layer.id,
    kind: layer.kind,
    annotator: layer.annotatorId,
    status,
    labels: sortedKeys(labels),
    note,
  };
  yield `   ${JSON.stringify(own).slice(0, -1)}, "spans": [`;
  const spans = [...annotations].sort(compareByPlace);
  for (const [index, span] of spans.entries()) {
    const line: FileLayer['spans'][number] = {
      id: span.id,
      type: span.typeId,
      fragments: span.fragments.map(placed),
      attributes: sortedKeys(span.attributes),
      note: span.note,
      entity: span.entityId,
      origin: span.origin,
    };
    yield `${index === 0 ? '\n' : ',\n'}    ${JSON.stringify(line)}`;
  }
  yield `${spans.length === 0 ? '' : '\n   '}], "stances": [`;
  const positions = [...stances].sort(compareStances);
  for (const [index, stance] of positions.entries()) {
    const line: FileLayer['stances'][number] = {
      id: stance.id,
      holder: stance.holder,
      target: stance.target,
      polarity: stance.polarity,
      intensity: stance.intensity,
      expression: stance.expression,
      modality: stance.modality,
      sources: stance.sources,
      evidence: stance.evidence.map(placed),
      confidence: stance.confidence,
      note: stance.note,
      origin: stance.origin,
    };
    yield `${index === 0 ? '\n' : ',\n'}    ${JSON.stringify(line)}`;
  }
  yield `${positions.length === 0 ? '' : '\n   '}], "relations": [`;
  const placeOf = new Map(spans.map(({ id }, index) => [id, index]));
  const joins = [...relations].sort(
    (a, b) =>
      placeOf.get(a.fromId)! - placeOf.get(b.fromId)! ||
      placeOf.get(a.toId)! - placeOf.get(b.toId)! ||
      compareText(a.id, b.id),
  );
  for (const [index, relation] of joins.entries()) {
    const line: FileLayer['relations'][number] = {
      id: relation.id,
      type: relation.typeId,
      from: relation.fromId,
      to: relation.toId,
      attributes: sortedKeys(relation.attributes),
      note: relation.note,
      origin: relation.origin,
    };
    yield `${index === 0 ? '\n' : ',\n'}    ${JSON.stringify(line)}`;
  }
  yield `${joins.length === 0 ? '' : '\n   '}], "events": [`;
  const happenings = [...events].sort((a, b) =>
    compareByPlace({ id: a.id, fragments: a.trigger }, { id: b.id, fragments: b.trigger }),
  );
  for (const [index, event] of happenings.entries()) {
    const line: FileLayer['events'][number] = {
      id: event.id,
      type: event.typeId,
      trigger: event.trigger.map(placed),
      roles: event.roles.map(({ roleId, filler }) => ({ role: roleId, filler })),
      attributes: sortedKeys(event.attributes),
      note: event.note,
      origin: event.origin,
    };
    yield `${index === 0 ? '\n' : ',\n'}    ${JSON.stringify(line)}`;
  }
  yield `${happenings.length === 0 ? '' : '\n   '}]}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortedByName<Item extends { id: string; name: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}

function sortedKeys<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)));
}

/** By annotator's name; the gold layer last. */
function compareLayers(a: DatasetLayer, b: DatasetLayer, names: ReadonlyMap<string, string>): number {
  const nameOf = ({ layer }: DatasetLayer) => names.get(layer.annotatorId ?? '') ?? '';
  return (
    Number(a.layer.kind === 'gold') - Number(b.layer.kind === 'gold') ||
    compareText(nameOf(a), nameOf(b)) ||
    compareText(a.layer.id, b.layer.id)
  );
}

/** By the place of their evidence; those of the whole document first. */
function compareStances(a: DatasetLayer['stances'][number], b: DatasetLayer['stances'][number]): number {
  if (a.evidence.length === 0 || b.evidence.length === 0) {
    return Math.sign(a.evidence.length) - Math.sign(b.evidence.length) || compareText(a.id, b.id);
  }
  return compareByPlace({ id: a.id, fragments: a.evidence }, { id: b.id, fragments: b.evidence });
}
