import { SchemaDefinition } from '@core/model/schema';
import { issueWords } from '@core/model/schema-issues';
import { defaultSchema } from '@core/schemas/index';
import { describe, expect, test } from 'vitest';

function wordsFor(change: (schema: SchemaDefinition) => void): string[] {
  const schema = structuredClone(defaultSchema) as SchemaDefinition;
  change(schema);
  const checked = SchemaDefinition.safeParse(schema);
  return checked.success ? [] : checked.error.issues.map((issue) => issueWords(schema, issue));
}

describe('what is wrong with the shape of a schema', () => {
  test.each<[string, (schema: SchemaDefinition) => void]>([
    ['entity type ‘person’: the name is empty', ({ entityTypes: [first] }) => (first!.name = ' ')],
    [
      'entity type ‘Person’, attribute ‘mention-kind’: the name is empty',
      ({ entityTypes: [first] }) => (first!.attributes[0]!.name = ''),
    ],
    [
      'polarity ‘Favor’: the colour is written like #1a5fb4',
      ({ stance }) => (stance.polarities[0]!.colour = 'green'),
    ],
    ['the name is empty', (schema) => (schema.name = '')],
  ])('%s', (words, change) => expect(wordsFor(change)).toContain(words));
});
