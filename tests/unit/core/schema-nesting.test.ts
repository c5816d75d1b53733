import { attributeProblem, defaultsOf } from '@core/model/attributes';
import { AttributeType, SchemaDefinition } from '@core/model/schema';
import { findClashes } from '@core/model/schema-clashes';
import { asTree, inForce } from '@core/model/schema-nesting';
import { readyMadeSchemas } from '@core/schemas/index';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';

const kind = { id: 'kind', name: 'Kind', kind: 'choice' as const, options: [{ id: 'a', name: 'A' }] };
const polarity = { id: 'for', name: 'For', colour: '#000000' };

function schemaOf(entityTypes: z.input<typeof SchemaDefinition>['entityTypes']): SchemaDefinition {
  return SchemaDefinition.parse({ id: 's', name: 'S', entityTypes, stance: { polarities: [polarity] } });
}

const nested = schemaOf([
  { id: 'actor', name: 'Actor', colour: '#112233', attributes: [kind] },
  { id: 'city', name: 'City', parent: 'place' },
  { id: 'person', name: 'Person', parent: 'actor', attributes: [{ id: 'age', name: 'Age', kind: 'number' }] },
  { id: 'minister', name: 'Minister', parent: 'person', colour: '#445566' },
  { id: 'ruler', name: 'Ruler', parent: 'person', attributes: [{ ...kind, name: 'Sort' }] },
  { id: 'place', name: 'Place', colour: '#777777' },
]);

describe('nested types', () => {
  const types = new Map(inForce(nested).entityTypes.map((type) => [type.id, type]));

  test('have the colour and attributes of those above unless they say otherwise', () => {
    expect(types.get('person')).toMatchObject({ colour: '#112233' });
    expect(types.get('minister')).toMatchObject({ colour: '#445566' });
    expect(types.get('minister')!.attributes.map(({ id }) => id)).toEqual(['kind', 'age']);
    expect(types.get('ruler')!.attributes.map(({ name }) => name)).toEqual(['Age', 'Sort']);
    expect(types.get('actor')!.attributes.map(({ id }) => id)).toEqual(['kind']);
  });

  test('count as what they are a kind of', () => {
    const schema = SchemaDefinition.parse({
      ...nested,
      relationTypes: [{ id: 'in', name: 'in', colour: '#000000', from: ['actor'], to: [] }],
      eventTypes: [
        {
          id: 'meet',
          name: 'meet',
          colour: '#000000',
          roles: [{ id: 'who', name: 'who', types: ['person'] }],
        },
      ],
    });
    const { relationTypes, eventTypes } = inForce(schema);
    expect(relationTypes[0]).toMatchObject({ from: ['actor', 'person', 'minister', 'ruler'], to: [] });
    expect(eventTypes[0]!.roles[0]!.types).toEqual(['person', 'minister', 'ruler']);
  });

  test('stand in a tree under their parents', () => {
    expect(asTree(nested.entityTypes).map(({ type, depth }) => `${depth} ${type.id}`)).toEqual([
      '0 actor',
      '1 person',
      '2 minister',
      '2 ruler',
      '0 place',
      '1 city',
    ]);
  });

  test('a schema without nesting is in force as it is written', () => {
    expect(inForce(readyMadeSchemas[0]!)).toEqual(readyMadeSchemas[0]);
  });

  test.each([
    ["entity type 'a' is its own ancestor", [{ id: 'a', name: 'A', parent: 'a' }]],
    [
      "entity type 'b' is its own ancestor",
      [
        { id: 'a', name: 'A', parent: 'b' },
        { id: 'b', name: 'B', parent: 'a' },
      ],
    ],
    ["entity type 'x' is named but not defined", [{ id: 'a', name: 'A', parent: 'x' }]],
    ["entity type 'a' has no colour and no parent", [{ id: 'a', name: 'A' }]],
  ])('%s', (message, types) => {
    expect(findClashes(schemaOf(types)).map((clash) => clash.message)).toContain(message);
  });
});

describe('attributes', () => {
  const attribute = (fields: object) => AttributeType.parse({ id: 'x', name: 'X', ...fields });

  test.each([
    [{ kind: 'boolean' }, true, null],
    [{ kind: 'boolean' }, 'true', 'is not yes or no'],
    [{ kind: 'number', min: 1, max: 3 }, 0, 'is below 1'],
    [{ kind: 'number', min: 1, max: 3 }, 4, 'is above 3'],
    [{ kind: 'number', integer: true }, 1.5, 'is no whole number'],
    [{ kind: 'number' }, Number.NaN, 'is no number'],
    [{ kind: 'text', maxLength: 2 }, 'abc', 'is longer than 2 characters'],
    [{ kind: 'text', pattern: 'Q\\d+' }, 'Q12', null],
    [{ kind: 'text', pattern: 'Q\\d+' }, 'xQ12', 'does not have the form asked for'],
    [{ kind: 'text', pattern: '\\p{Script=Arabic}+' }, 'کابل', null],
    [{ kind: 'text', pattern: '(a+)+b' }, 'a'.repeat(5_000), 'does not have the form asked for'],
    [{ kind: 'choice', options: [{ id: 'a', name: 'A', retired: true }] }, 'a', null],
    [{ kind: 'choice', options: [] }, 'a', 'is none of the choices'],
  ])('%o with %o', (fields, value, problem) => {
    expect(attributeProblem(attribute(fields), value)).toBe(problem);
  });

  test('give a new annotation their defaults', () => {
    const list = [attribute({ kind: 'number', default: 1 }), attribute({ id: 'y', kind: 'boolean' })];
    expect(defaultsOf(list)).toEqual({ x: 1 });
  });

  test.each([
    [{ kind: 'text', pattern: '(' }, /pattern is no regular expression/],
    [{ kind: 'text', pattern: '(?=a)b' }, /looks around or back/],
    [{ kind: 'number', min: 2, max: 1 }, /least value is above the greatest/],
    [{ kind: 'number', max: 1, default: 3 }, /the default is above 1/],
    [{ kind: 'choice' }, /nothing to choose/],
  ])('that cannot be used are told: %o', (fields, message) => {
    const [clash] = findClashes(
      schemaOf([{ id: 'a', name: 'A', colour: '#000000', attributes: [attribute(fields)] }]),
    );
    expect(clash!.message).toMatch(message);
    expect(clash!.path.slice(0, 4)).toEqual(['entityTypes', 0, 'attributes', 0]);
  });

  test('a retired label leaves its key to others', () => {
    const schema = schemaOf([
      { id: 'a', name: 'A', colour: '#000000', key: 'KeyA', retired: true },
      { id: 'b', name: 'B', colour: '#000000', key: 'KeyA' },
    ]);
    expect(findClashes(schema)).toEqual([]);
  });
});

test('a schema of an earlier Parley still reads, with nothing in what is new', () => {
  const old = {
    id: 'old',
    name: 'Old',
    version: 1,
    entityTypes: [{ id: 'a', name: 'A', description: '', colour: '#000000', key: null, attributes: [kind] }],
    stance: { polarities: [polarity], expressions: [], modalities: [] },
    relationTypes: [],
    eventTypes: [],
    documentLabels: [],
  };
  expect(SchemaDefinition.parse(old).entityTypes[0]).toMatchObject({
    parent: null,
    retired: false,
    examples: [],
    guidelines: '',
    overlap: 'any',
    attributes: [{ default: null, min: null, pattern: null, retired: false }],
  });
});
