import { Schema } from '@core/model/schema';
import { schemaClashes } from '@core/model/schema-clashes';
import { defaultSchema } from '@core/schemas/index';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';

type Written = z.input<typeof Schema>;

/** The default schema after an edit. */
function edited(edit: (schema: Written) => void): Schema {
  const schema: Written = structuredClone(defaultSchema);
  edit(schema);
  return Schema.parse(schema);
}

describe('the default schema', () => {
  test('has what the field asks for', () => {
    expect(defaultSchema.stance.polarities.map(({ id }) => id)).toEqual([
      'favor',
      'against',
      'neutral',
      'mixed',
      'unclear',
    ]);
    expect(defaultSchema.stance.expressions.map(({ id }) => id)).toEqual(['explicit', 'implied']);
    expect(defaultSchema.entityTypes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['person', 'armed-group', 'state', 'place']),
    );
  });

  test('explains every entity type and polarity', () => {
    for (const { id, description } of [...defaultSchema.entityTypes, ...defaultSchema.stance.polarities]) {
      expect(description, id).not.toBe('');
    }
  });
});

describe('clashes are found', () => {
  const person = (schema: Written) => schema.entityTypes[0]!.attributes!;
  const choice = {
    id: 'mood',
    name: 'Mood',
    description: '',
    kind: 'choice' as const,
    options: [
      { id: 'calm', name: 'calm' },
      { id: 'calm', name: 'serene' },
    ],
  };
  const mood = { ...choice, required: false };
  const label = { ...choice, many: false };
  const role = { id: 'agent', name: 'Agent', types: [], required: false, many: false };

  test.each<[string, (schema: Written) => void]>([
    [
      "attribute of entity type 'person' 'mention-kind' is used twice",
      (schema) => person(schema).push(person(schema)[0]!),
    ],
    [
      "option of attribute of entity type 'person' 'mood' 'calm' is used twice",
      (schema) => person(schema).push(mood),
    ],
    [
      "role of event type 'meet' 'agent' is used twice",
      (schema) =>
        schema.eventTypes!.push({
          id: 'meet',
          name: 'Meet',
          description: '',
          colour: '#000000',
          key: null,
          roles: [role, role],
          attributes: [],
        }),
    ],
    ["option of document label 'mood' 'calm' is used twice", (schema) => schema.documentLabels!.push(label)],
    ["document label 'mood' is used twice", (schema) => schema.documentLabels!.push(label, label)],
    [
      "polarity 'favor' is used twice",
      (schema) => schema.stance.polarities.push({ ...schema.stance.polarities[0]!, key: null }),
    ],
  ])('%s', (words, edit) => {
    expect(schemaClashes(edited(edit))).toContain(words);
  });
});
