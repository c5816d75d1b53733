import { SchemaDefinition } from '@core/model/schema';
import { schemaClashes } from '@core/model/schema-clashes';
import { adoptTerms, type TermRef } from '@core/schema-change/adopt';
import { itemsOf, schemaParts } from '@core/schema-change/parts';
import { readyMadeSchemas } from '@core/schemas/index';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const anySchema = fc.constantFrom(...readyMadeSchemas);
const ids = (schema: SchemaDefinition) =>
  schemaParts.flatMap((part) => itemsOf(schema, part).map(({ id }) => `${part} ${id}`));

describe('terms of another schema', () => {
  test('come in beside what is there, which stays as it is; twice is once', () => {
    fc.assert(
      fc.property(anySchema, anySchema, fc.infiniteStream(fc.boolean()), (here, theirs, coin) => {
        const wanted = schemaParts
          .flatMap((part) => itemsOf(theirs, part).map(({ id }): TermRef => ({ part, id })))
          .filter(() => coin.next().value);
        const adopted = adoptTerms(here, theirs, wanted);
        for (const part of schemaParts) {
          const before = itemsOf(here, part);
          expect(itemsOf(adopted, part).slice(0, before.length)).toEqual(before);
        }
        expect(ids(adopted)).toEqual(expect.arrayContaining(wanted.map(({ part, id }) => `${part} ${id}`)));
        expect(SchemaDefinition.safeParse(adopted).success).toBe(true);
        expect(schemaClashes(adopted)).toEqual([]);
        expect(adoptTerms(adopted, theirs, wanted)).toEqual(adopted);
      }),
    );
  });

  test('bring those above them, lose a key that is taken, and name only what is there', () => {
    const [here] = readyMadeSchemas as [SchemaDefinition];
    const [first] = here.entityTypes as [SchemaDefinition['entityTypes'][number]];
    const type = (id: string, parent: string | null, key: string | null) => ({
      ...first,
      id,
      name: id,
      parent,
      key,
    });
    const theirs = SchemaDefinition.parse({
      ...here,
      entityTypes: [type('unseen', null, null), type('way', null, first.key), type('road', 'way', null)],
      relationTypes: [
        { id: 'goes-by', name: 'goes by', colour: '#000000', from: ['road', 'unseen'], to: ['unseen'] },
      ],
    });
    const adopted = adoptTerms(here, theirs, [
      { part: 'entityTypes', id: 'road' },
      { part: 'relationTypes', id: 'goes-by' },
    ]);
    expect(adopted.entityTypes.slice(here.entityTypes.length)).toMatchObject([
      { id: 'way', key: null },
      { id: 'road', parent: 'way' },
    ]);
    expect(adopted.relationTypes.at(-1)).toMatchObject({ from: ['road'], to: [] });
  });
});
