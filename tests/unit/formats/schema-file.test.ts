import { readyMadeSchemas } from '@core/schemas/index';
import { describe, expect, test } from 'vitest';
import { schemaFileSchema } from '../../../src/formats/schema-file/model';
import { readSchemaText } from '../../../src/formats/schema-file/reader';
import { writeSchemaText } from '../../../src/formats/schema-file/writer';

describe('a schema file', () => {
  test.each(readyMadeSchemas.map((schema) => [schema.id, schema] as const))(
    'brings %s back whole',
    (_id, schema) => {
      for (const format of ['yaml', 'json'] as const)
        expect(readSchemaText(writeSchemaText(schema, format), 'f')).toEqual(schema);
    },
  );

  test('leaves out what has its default', () => {
    const text = writeSchemaText(readyMadeSchemas[1]!, 'yaml');
    expect(text).not.toMatch(/retired|guidelines|parent|relationTypes/);
  });

  const bomb = `a: &a [x]\nb: &b [${'*a,'.repeat(50)}]\nc: &c [${'*b,'.repeat(50)}]\nd: [${'*c,'.repeat(50)}]`;
  const head =
    'id: t\nname: T\nstance:\n  polarities:\n    - {id: f, name: F, colour: "#000000"}\nentityTypes:\n';
  test.each([
    ['a: [', 'line 1', /neither YAML nor JSON/],
    ['', 'line 1', /no schema/],
    [bomb, 'line 1', /alias/],
    [
      `${head}  - {id: a, name: A, colour: red}\n`,
      'line 7',
      /entity type ‘A’: the colour is written like #1a5fb4/,
    ],
    [`${head}  - id: a\n    name: A\n    colour: "#000000"\n    kolour: x\n`, 'line 7', /kolour/],
    [
      `${head}  - {id: a, name: A, colour: "#000000"}\n  - {id: a, name: B, colour: "#000000"}\n`,
      'line 8',
      /'a' is used twice/,
    ],
    [`${head}  - {id: a, name: A, parent: b}\n`, 'line 7', /'b' is named but not defined/],
    ['{\n "id": "t",\n "id": "u"}', 'line 3', /unique/],
  ])('%j is refused at %s', (text, place, cause) => {
    expect(() => readSchemaText(text, 'my.yaml')).toThrow(
      expect.objectContaining({
        data: expect.objectContaining({
          file: 'my.yaml',
          place,
          cause: expect.stringMatching(cause),
          remedy: expect.stringMatching(/./),
        }),
      }),
    );
  });

  test('has the published JSON Schema (npx vitest run -u writes it anew)', async () => {
    await expect(`${JSON.stringify(schemaFileSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../../../docs/formats/parley-schema-1.schema.json',
    );
  });
});
