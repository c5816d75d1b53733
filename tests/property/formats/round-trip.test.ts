import { createHash } from 'node:crypto';
import type { Attributes } from '@core/model/annotation';
import { compareByPlace } from '@core/model/fragment';
import type { Party, StanceTarget } from '@core/model/stance';
import { type OffsetUnit, offsetUnits } from '@core/text/offsets';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DatasetDocument, DatasetHeader, DatasetLayer } from '../../../src/formats/dataset';
import { writeParleyJson } from '../../../src/formats/parley-json/writer';
import { anyDocument, someHeader } from '../../support/arbitrary';
import { readParleyJson } from '../../support/read-parley-json';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const idOf = (number: number) => `00000000-0000-7000-9000-${number.toString(16).padStart(12, '0')}`;

const someone = fc.constantFrom<Party>(
  { kind: 'author' },
  { kind: 'entity', id: idOf(1) },
  { kind: 'mention', id: idOf(2) },
);
const something = fc.constantFrom<StanceTarget>(
  { kind: 'entity', id: idOf(1) },
  { kind: 'mention', id: idOf(2) },
  { kind: 'proposition', id: idOf(3) },
);
const attributes: fc.Arbitrary<Attributes> = fc.dictionary(
  fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/),
  fc.oneof(fc.boolean(), fc.integer(), fc.string({ unit: 'grapheme', maxLength: 5 })),
  { maxKeys: 4 },
);
const extras = fc.record({
  attributes,
  metadata: fc.dictionary(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }), fc.string(), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
  holder: fc.option(someone),
  target: fc.option(something),
  sources: fc.array(someone, { maxLength: 3 }),
  ofWholeDocument: fc.boolean(),
  labels: fc.dictionary(
    fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/),
    fc.array(fc.oneof(fc.boolean(), fc.string({ unit: 'grapheme', maxLength: 5 })), {
      minLength: 1,
      maxLength: 3,
    }),
    { maxKeys: 3 },
  ),
  note: fc.string({ unit: 'grapheme', maxLength: 8 }),
});

/** A document with two annotators' layers and gold, with every field that a file can hold. */
function anyFullDocument(number: number): fc.Arbitrary<DatasetDocument> {
  return fc.tuple(anyDocument(number), extras).map(([{ document, text, layers }, extra]) => {
    const first = layers[0]!;
    const layer = (
      offset: number,
      of: DatasetLayer['layer'],
      status: DatasetLayer['status'],
    ): DatasetLayer => ({
      layer: of,
      status,
      labels: extra.labels,
      note: extra.note,
      annotations: first.annotations.map((span, index) => ({
        ...span,
        id: idOf(number * 10_000 + offset + index),
        layerId: of.id,
        attributes: extra.attributes,
      })),
      stances: first.stances.map(({ evidence, ...stance }, index) => ({
        ...stance,
        id: idOf(number * 10_000 + offset + 500 + index),
        layerId: of.id,
        holder: extra.holder,
        target: extra.target,
        sources: extra.sources,
        modality: 'denies',
        expression: 'implied',
        confidence: 2 as const,
        evidence: extra.ofWholeDocument && index % 2 === 0 ? [] : evidence,
      })),
      relations: first.relations.map((relation, index) => ({
        ...relation,
        id: idOf(number * 10_000 + offset + 700 + index),
        layerId: of.id,
        fromId: spanId(offset, relation.fromId),
        toId: spanId(offset, relation.toId),
        attributes: extra.attributes,
      })),
      events: first.events.map((event, index) => ({
        ...event,
        id: idOf(number * 10_000 + offset + 800 + index),
        layerId: of.id,
        attributes: extra.attributes,
      })),
    });
    const spanId = (offset: number, id: string) =>
      idOf(number * 10_000 + offset + first.annotations.findIndex((span) => span.id === id));
    const documentId = document.id;
    return {
      document: {
        ...document,
        metadata: extra.metadata,
        source: {
          fileName: 'گزارش.txt',
          sha256: '0'.repeat(64),
          encoding: 'utf-16le',
          byteOrderMark: true,
          removedNulls: 1,
          replaced: 2,
        },
      },
      text,
      layers: [
        layer(1_000, { id: idOf(11), documentId, kind: 'annotator', annotatorId: idOf(21) }, 'done'),
        layer(2_000, { id: idOf(12), documentId, kind: 'annotator', annotatorId: idOf(22) }, 'in-progress'),
        layer(3_000, { id: idOf(13), documentId, kind: 'gold', annotatorId: null }, 'new'),
      ],
    };
  });
}

const header: DatasetHeader = {
  ...someHeader,
  annotators: [
    { id: idOf(21), name: 'Annotator A' },
    { id: idOf(22), name: 'Annotator B' },
  ],
};

function write(given: DatasetHeader, documents: readonly DatasetDocument[], offsetUnit: OffsetUnit): string {
  return [
    ...writeParleyJson(given, documents, { includeText: true, offsetUnit, generatorVersion: '0.0.0' }),
  ].join('');
}

/** The same header with its lists in the order of a file. */
function inFileOrder(given: DatasetHeader): DatasetHeader {
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  return { ...given, entities: [...given.entities].sort(byName) };
}

/** The same document with its annotations in the order of a file. */
function ordered(document: DatasetDocument): DatasetDocument {
  const layers = document.layers.map((layer) => {
    const whole = layer.stances.filter(({ evidence }) => evidence.length === 0);
    const placed = layer.stances.filter(({ evidence }) => evidence.length > 0);
    const spans = [...layer.annotations].sort(compareByPlace).map(({ id }) => id);
    const spanAt = (id: string) => spans.indexOf(id);
    const place = ({ id, evidence }: (typeof placed)[number]) => ({ id, fragments: evidence });
    return {
      ...layer,
      annotations: [...layer.annotations].sort(compareByPlace),
      stances: [
        ...whole.sort((a, b) => (a.id < b.id ? -1 : 1)),
        ...placed.sort((a, b) => compareByPlace(place(a), place(b))),
      ],
      relations: [...layer.relations].sort(
        (a, b) =>
          spanAt(a.fromId) - spanAt(b.fromId) || spanAt(a.toId) - spanAt(b.toId) || (a.id < b.id ? -1 : 1),
      ),
      events: [...layer.events].sort((a, b) =>
        compareByPlace({ id: a.id, fragments: a.trigger }, { id: b.id, fragments: b.trigger }),
      ),
    };
  });
  return { ...document, layers };
}

const documents = fc.tuple(anyFullDocument(1), anyFullDocument(2));

describe('a dataset written and read back', () => {
  test.each(offsetUnits)('is the same in every field, with offsets in %s', (unit) => {
    fc.assert(
      fc.property(documents, (list) => {
        const read = readParleyJson(write(header, list, unit), sha256);
        expect(read.problems).toEqual([]);
        expect(read.header).toEqual(inFileOrder(header));
        expect(read.documents).toEqual(list.map(ordered));
      }),
    );
  });

  test('gives the same bytes when it is written again', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom(...offsetUnits), (list, unit) => {
        const file = write(header, list, unit);
        const read = readParleyJson(file, sha256);
        expect(write(read.header, read.documents, unit)).toBe(file);
      }),
    );
  });

  test('gives the same bytes in whatever order layers, keys and records come', () => {
    const turned = <Value>(record: Record<string, Value>) =>
      Object.fromEntries(Object.entries(record).toReversed());
    fc.assert(
      fc.property(anyFullDocument(1), (document) => {
        const other: DatasetDocument = {
          ...document,
          document: { ...document.document, metadata: turned(document.document.metadata) },
          layers: document.layers.toReversed().map((layer) => ({
            ...layer,
            stances: layer.stances.toReversed(),
            annotations: layer.annotations
              .toReversed()
              .map((span) => ({ ...span, attributes: turned(span.attributes) })),
          })),
        };
        const otherHeader: DatasetHeader = {
          ...header,
          annotators: header.annotators.toReversed(),
          entities: header.entities.toReversed(),
        };
        expect(write(otherHeader, [other], 'utf-8')).toBe(write(header, [document], 'utf-8'));
      }),
    );
  });

  test('does not hide a text that was changed after the export', () => {
    fc.assert(
      fc.property(anyFullDocument(1), (document) => {
        const data = JSON.parse(write(header, [document], 'utf-16'));
        data.documents[0].text = `x${data.documents[0].text}`;
        const { problems } = readParleyJson(JSON.stringify(data), sha256);
        expect(problems).toEqual(expect.arrayContaining(['Document 1: the text has another hash']));
      }),
    );
  });
});
