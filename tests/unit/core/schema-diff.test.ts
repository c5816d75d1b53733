import { SchemaDefinition } from '@core/model/schema';
import { diffSchemas } from '@core/schema-change/diff';
import { differenceWords } from '@core/schema-change/words';
import { readyMadeSchemas } from '@core/schemas/index';
import { describe, expect, test } from 'vitest';

const [news] = readyMadeSchemas;

function edited(edit: (schema: SchemaDefinition) => void): string[] {
  const schema = structuredClone(news!);
  edit(schema);
  return diffSchemas(news!, SchemaDefinition.parse(schema)).map(differenceWords);
}

describe('differences of two schemas', () => {
  test('are none for the same schema, whatever its number', () => {
    expect(edited((schema) => Object.assign(schema, { version: 9 }))).toEqual([]);
  });

  test.each<[string, (schema: SchemaDefinition) => void]>([
    [
      "entity type 'Person': name 'Human' (was 'Person')",
      (s) => Object.assign(s.entityTypes[0]!, { name: 'Human' }),
    ],
    [
      "entity type 'Person': colour '#000000' (was '#0b5cb7')",
      (s) => Object.assign(s.entityTypes[0]!, { colour: '#000000' }),
    ],
    ["entity type 'Quantity': removed", (s) => s.entityTypes.pop()],
    ["polarity 'Mixed': retired", (s) => Object.assign(s.stance.polarities[3]!, { retired: true })],
    [
      "entity type 'Person', attribute 'Mention kind', choice 'pronoun': removed",
      (s) => s.entityTypes[0]!.attributes[0]!.options.pop(),
    ],
    [
      "event type 'Agree', role 'Source': now required",
      (s) => Object.assign(s.eventTypes[0]!.roles[0]!, { required: true }),
    ],
    ['entity types: in another order', (s) => s.entityTypes.reverse()],
    [
      "the schema: name 'Other' (was 'News on conflict and peace talks')",
      (s) => Object.assign(s, { name: 'Other' }),
    ],
    [
      "entity type 'Person': guidelines changed",
      (s) => Object.assign(s.entityTypes[0]!, { guidelines: 'Long.' }),
    ],
  ])('%s', (words, edit) => {
    expect(edited(edit)).toEqual([words]);
  });
});
