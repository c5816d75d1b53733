import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OffsetUnit, offsetUnits } from '@core/text/offsets';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DatasetDocument } from '../../../src/formats/dataset';
import type { ParleyJson } from '../../../src/formats/parley-json/model';
import { writeParleyJson } from '../../../src/formats/parley-json/writer';
import { anyDocument, someHeader } from '../../support/arbitrary';
import { temporaryFolder } from '../../support/project';

const documents = fc.tuple(anyDocument(1), anyDocument(2));

function write(list: readonly DatasetDocument[], offsetUnit: OffsetUnit, includeText = true): string {
  return [...writeParleyJson(someHeader, list, { includeText, offsetUnit, generatorVersion: '0.0.0' })].join(
    '',
  );
}

/** The part of a text between two offsets in a unit, as a program that counts in it would take it. */
function slice(text: string, unit: OffsetUnit, start: number, end: number): string {
  if (unit === 'utf-16') return text.slice(start, end);
  if (unit === 'utf-8') return Buffer.from(text, 'utf8').subarray(start, end).toString('utf8');
  return Array.from(text).slice(start, end).join('');
}

function fragmentsOf(file: ParleyJson) {
  return file.documents.flatMap((document) =>
    document.layers.flatMap((layer) =>
      [
        ...layer.spans.flatMap((span) => span.fragments),
        ...layer.stances.flatMap((stance) => stance.evidence),
      ].map((fragment) => ({ document, fragment })),
    ),
  );
}

describe('Parley JSON', () => {
  test('gives offsets that cut out the quote, in every unit and script', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom(...offsetUnits), (list, unit) => {
        const file = JSON.parse(write(list, unit)) as ParleyJson;
        expect(file.offset_unit).toBe(unit);
        for (const { document, fragment } of fragmentsOf(file)) {
          expect(slice(document.text!, unit, fragment.start, fragment.end)).toBe(fragment.quote);
        }
      }),
    );
  });

  test('loses nothing', () => {
    fc.assert(
      fc.property(documents, (list) => {
        const file = JSON.parse(write(list, 'utf-16')) as ParleyJson;
        for (const [index, { text, layers }] of list.entries()) {
          const written = file.documents[index]!;
          expect(written.text).toBe(text);
          const spans = new Map(written.layers[0]!.spans.map((span) => [span.id, span]));
          expect(spans.size).toBe(layers[0]!.annotations.length);
          for (const { id, typeId, fragments, note, entityId } of layers[0]!.annotations) {
            expect(spans.get(id)).toMatchObject({ type: typeId, fragments, note, entity: entityId });
          }
          expect(written.layers[0]!.stances).toHaveLength(layers[0]!.stances.length);
        }
      }),
    );
  });

  test('gives the same bytes whatever the order in which records come', () => {
    fc.assert(
      fc.property(anyDocument(1), (document) => {
        const [layer] = document.layers;
        const turned = {
          ...document,
          layers: [
            { ...layer!, annotations: layer!.annotations.toReversed(), stances: layer!.stances.toReversed() },
          ],
        };
        const header = { ...someHeader, entities: someHeader.entities.toReversed() };
        const options = { includeText: true, offsetUnit: 'code-point', generatorVersion: '0.0.0' } as const;
        expect([...writeParleyJson(header, [turned], options)].join('')).toBe(
          write([document], 'code-point'),
        );
      }),
    );
  });

  test('agrees with its published JSON Schema', () => {
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../docs/formats/parley-json-1.schema.json'), 'utf8'),
    );
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    fc.assert(
      fc.property(documents, fc.boolean(), (list, includeText) => {
        const valid = validate(JSON.parse(write(list, 'code-point', includeText)));
        expect(validate.errors ?? []).toEqual([]);
        expect(valid).toBe(true);
      }),
    );
    const broken = JSON.parse(write([], 'code-point'));
    expect(validate({ ...broken, offset_unit: 'characters' })).toBe(false);
  });

  test('is right for a Python program, which counts code points', () => {
    const samples = fc.sample(documents, { numRuns: 20, seed: 7 });
    const folder = temporaryFolder();
    const program = [
      'import json, sys',
      'checked = 0',
      'for path in sys.argv[1:]:',
      '    data = json.load(open(path, encoding="utf-8"))',
      '    assert data["offset_unit"] == "code-point"',
      '    for document in data["documents"]:',
      '        text = document["text"]',
      '        assert len(text) == document["length"]',
      '        for layer in document["layers"]:',
      '            for item in layer["spans"] + layer["stances"]:',
      '                for f in item.get("fragments", item.get("evidence")):',
      '                    assert text[f["start"]:f["end"]] == f["quote"], (path, f)',
      '                    checked += 1',
      'print(checked)',
    ].join('\n');
    const paths = samples.map((list, index) => {
      const path = join(folder, `${index}.json`);
      writeFileSync(path, write(list, 'code-point'));
      return path;
    });
    const { stdout, stderr } = spawnSync('python3', ['-c', program, ...paths], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(Number(stdout)).toBeGreaterThan(50);
  });
});
