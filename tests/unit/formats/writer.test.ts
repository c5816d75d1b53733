import type { SpanAnnotation } from '@core/model/annotation';
import type { Stance } from '@core/model/stance';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DatasetDocument, DatasetLayer } from '../../../src/formats/dataset';
import { formats } from '../../../src/formats/index';
import { writeParleyJson } from '../../../src/formats/parley-json/writer';
import { anyDocument, someHeader } from '../../support/arbitrary';

const options = { includeText: true, offsetUnit: 'code-point', generatorVersion: '0.0.0' } as const;
const idOf = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const [sample] = fc.sample(anyDocument(1), { numRuns: 1, seed: 1 }) as [DatasetDocument];

const TEXT = '🕊️ کابل rejects the demand.';
const [rejects, kabul] = [
  { start: 9, end: 16 },
  { start: 4, end: 8 },
];

function span(number: number, fragments: SpanAnnotation['fragments']): SpanAnnotation {
  return {
    id: idOf(number),
    layerId: idOf(1),
    documentId: sample.document.id,
    typeId: 'state',
    fragments,
    attributes: { 'mention-kind': 'name', checked: true },
    note: '',
    entityId: null,
    origin: 'human',
  };
}

function stance(number: number, evidence: Stance['evidence']): Stance {
  return {
    id: idOf(number),
    layerId: idOf(1),
    documentId: sample.document.id,
    holder: { kind: 'mention', id: idOf(31) },
    target: null,
    polarity: 'against',
    intensity: 3,
    expression: 'explicit',
    modality: null,
    sources: [],
    evidence,
    confidence: null,
    note: '',
    origin: 'human',
  };
}

function layer(number: number, annotatorId: string | null, more: Partial<DatasetLayer> = {}): DatasetLayer {
  const kind = annotatorId === null ? 'gold' : 'annotator';
  return {
    layer: { id: idOf(number), documentId: sample.document.id, kind, annotatorId },
    status: 'new',
    labels: {},
    note: '',
    annotations: [],
    stances: [],
    relations: [],
    events: [],
    ...more,
  };
}

const written = (layers: DatasetLayer[], includeText = true) =>
  [...writeParleyJson(someHeader, [{ ...sample, text: TEXT, layers }], { ...options, includeText })].join('');

describe('a written file', () => {
  test('counts code points behind an emoji and in Urdu', () => {
    const [document] = JSON.parse(
      written([layer(1, idOf(9), { annotations: [span(31, [kabul, rejects])] })]),
    ).documents;
    expect(document.layers[0].spans[0].fragments).toEqual([
      { start: 3, end: 7, quote: 'کابل' },
      { start: 8, end: 15, quote: 'rejects' },
    ]);
    expect(document.length).toBe(Array.from(TEXT).length);
  });

  test('gives a line to each span and stance', () => {
    const file = written([
      layer(1, idOf(9), { annotations: [span(31, [kabul])], stances: [stance(41, [rejects])] }),
    ]);
    const lines = file.split('\n').map((line) => line.trim().replace(/,$/, ''));
    const read = lines
      .filter((line) => line.startsWith('{"id"') && line.endsWith('}'))
      .map((line) => JSON.parse(line));
    expect(read.map(({ id }) => id)).toEqual([idOf(31), idOf(41)]);
  });

  test('puts layers by name of annotator, gold last', () => {
    const header = {
      ...someHeader,
      annotators: [
        { id: idOf(92), name: 'A' },
        { id: idOf(91), name: 'B' },
      ],
    };
    const layers = [layer(1, null), layer(2, idOf(91)), layer(3, idOf(92))];
    const file = [...writeParleyJson(header, [{ ...sample, text: TEXT, layers }], options)].join('');
    const kinds = JSON.parse(file).documents[0].layers.map(
      (one: { annotator: string | null }) => one.annotator,
    );
    expect(kinds).toEqual([idOf(92), idOf(91), null]);
  });

  test('puts the longer of two spans first where they begin together, stances of the whole document before others', () => {
    const long = span(33, [{ start: 4, end: 16 }]);
    const short = span(32, [kabul]);
    const stances = [stance(43, [rejects]), stance(42, [kabul]), stance(44, [])];
    const [only] = JSON.parse(written([layer(1, idOf(9), { annotations: [short, long], stances })]))
      .documents[0].layers;
    expect(only.spans.map(({ id }: { id: string }) => id)).toEqual([long.id, short.id]);
    expect(only.stances.map(({ id }: { id: string }) => id)).toEqual([idOf(44), idOf(42), idOf(43)]);
  });

  test('keeps the quotes where texts are left out', () => {
    const file = written([layer(1, idOf(9), { annotations: [span(31, [kabul])] })], false);
    const [document] = JSON.parse(file).documents;
    expect(document).not.toHaveProperty('text');
    expect(document.layers[0].spans[0].fragments[0].quote).toBe('کابل');
  });

  test('is JSON also without documents, layers or annotations, and ends with a line break', () => {
    const empty = [...writeParleyJson(someHeader, [], options)].join('');
    expect(JSON.parse(empty).documents).toEqual([]);
    expect(empty.endsWith('}\n')).toBe(true);
    expect(JSON.parse(written([])).documents[0].layers).toEqual([]);
    expect(JSON.parse(written([layer(1, null)])).documents[0].layers[0]).toMatchObject({
      spans: [],
      stances: [],
    });
  });

  test('asks for a document only when the one before is written', () => {
    const asked: number[] = [];
    function* documents(): Generator<DatasetDocument> {
      for (const number of [1, 2, 3]) {
        asked.push(number);
        yield sample;
      }
    }
    const chunks = writeParleyJson(someHeader, documents(), options);
    while (asked.length < 2) chunks.next();
    expect(asked).toEqual([1, 2]);
  });
});

test('every format has a title and an ending for its files', () => {
  for (const [name, { title, extension }] of Object.entries(formats)) {
    expect(name).toMatch(/^[a-z0-9-]+$/);
    expect(title).not.toBe('');
    expect(extension).toMatch(/^[a-z0-9.]+$/);
  }
});
