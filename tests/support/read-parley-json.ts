import type { Comment } from '@core/model/comment';
import type { Fragment } from '@core/model/fragment';
import { OffsetIndex } from '@core/text/offsets';
import type { DatasetDocument, DatasetHeader } from '../../src/formats/dataset';
import { type FileDocument, ParleyJson } from '../../src/formats/parley-json/model';

type FileFragment = FileDocument['layers'][number]['spans'][number]['fragments'][number];

export interface ReadDataset {
  header: DatasetHeader;
  documents: DatasetDocument[];
  /** Quotes and hashes that differ from the text, each with its place in the file. */
  problems: string[];
}

/**
 * A Parley JSON file with texts, read back to what its writer was given. Offsets come back as
 * UTF-16 code units. What the file does not hold (order of documents, code points) is counted anew.
 * @param sha256 of a text in UTF-8, in hex
 * @throws ZodError when the file has another shape
 */
export function readParleyJson(file: string, sha256: (text: string) => string): ReadDataset {
  const data = ParleyJson.parse(JSON.parse(file));
  const problems: string[] = [];
  const documents = data.documents.map((entry, index) =>
    documentFrom(entry, index + 1, data.offset_unit, sha256, problems),
  );
  const header: DatasetHeader = {
    project: data.project,
    schema: data.schema,
    annotators: data.annotators,
    entities: data.entities.map(({ type, external_ids, ...entity }) => ({
      ...entity,
      typeId: type,
      externalIds: external_ids,
    })),
    propositions: data.propositions,
  };
  return { header, documents, problems };
}

function documentFrom(
  entry: FileDocument,
  position: number,
  unit: ParleyJson['offset_unit'],
  sha256: (text: string) => string,
  problems: string[],
): DatasetDocument {
  const { text, source, layers, length, sha256: textSha256, decisions = [], comments = [], ...own } = entry;
  if (text === undefined) throw new RangeError(`${entry.name}: the file has no texts`);
  if (sha256(text) !== textSha256) problems.push(`${entry.name}: the text has another hash`);
  const offsets = new OffsetIndex(text, unit);
  if (offsets.length !== length) problems.push(`${entry.name}: the text has another length`);
  const inText =
    (place: string) =>
    ({ start, end, quote }: FileFragment): Fragment => {
      const fragment = toUtf16(offsets, start, end);
      if (!fragment) problems.push(`${entry.name}, ${place}: ${start}–${end} is no stretch of the text`);
      else if (text.slice(fragment.start, fragment.end) !== quote) {
        problems.push(`${entry.name}, ${place}: the text at ${start}–${end} is not the quote`);
      }
      return fragment ?? { start, end };
    };
  return {
    document: {
      ...own,
      textSha256,
      length: text.length,
      codePoints: Array.from(text).length,
      position,
      source: source && {
        fileName: source.file_name,
        sha256: source.sha256,
        encoding: source.encoding,
        byteOrderMark: source.byte_order_mark,
        removedNulls: source.removed_nulls,
        replaced: source.replaced,
      },
    },
    text,
    ...(decisions.length === 0
      ? {}
      : {
          decisions: decisions.map(({ results, adjudicator, schema_version, ...decision }) => ({
            ...decision,
            documentId: entry.id,
            resultIds: results,
            adjudicatorId: adjudicator,
            schemaVersionId: schema_version,
          })),
        }),
    ...(comments.length === 0
      ? {}
      : {
          comments: comments.map(({ thread, annotator, edited, resolved, target, ...comment }) => ({
            ...comment,
            documentId: entry.id,
            threadId: thread,
            annotatorId: annotator,
            editedTime: edited,
            resolved: resolved && { annotatorId: resolved.annotator, time: resolved.time },
            target:
              target.kind === 'span'
                ? { ...target, fragments: target.fragments.map(inText(`comment ${comment.id}`)) }
                : (target as Comment['target']),
          })),
        }),
    layers: layers.map((layer) => ({
      layer: { id: layer.id, documentId: entry.id, kind: layer.kind, annotatorId: layer.annotator },
      status: layer.status,
      labels: layer.labels,
      note: layer.note,
      annotations: layer.spans.map(({ type, entity, ...span }) => ({
        ...span,
        layerId: layer.id,
        documentId: entry.id,
        typeId: type,
        entityId: entity,
        fragments: span.fragments.map(inText(`span ${span.id}`)),
      })),
      stances: layer.stances.map((stance) => ({
        ...stance,
        layerId: layer.id,
        documentId: entry.id,
        evidence: stance.evidence.map(inText(`stance ${stance.id}`)),
      })),
      relations: layer.relations.map(({ type, from, to, ...relation }) => ({
        ...relation,
        layerId: layer.id,
        documentId: entry.id,
        typeId: type,
        fromId: from,
        toId: to,
      })),
      events: layer.events.map(({ type, trigger, roles, ...event }) => ({
        ...event,
        layerId: layer.id,
        documentId: entry.id,
        typeId: type,
        trigger: trigger.map(inText(`event ${event.id}`)),
        roles: roles.map(({ role, filler }) => ({ roleId: role, filler })),
      })),
    })),
  };
}

/** Null where the offsets lie outside the text or inside a character. */
function toUtf16(offsets: OffsetIndex, start: number, end: number): Fragment | null {
  try {
    return { start: offsets.toUtf16(start), end: offsets.toUtf16(end) };
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}
