import type { SchemaDefinition } from '@core/model/schema';
import { openedToAll, withReferences, withSuccessors } from '@core/schema-change/references';
import { defaultSchema } from '@core/schemas/index';
import { describe, expect, test } from 'vitest';

const before = defaultSchema as SchemaDefinition;

/** Without a type, as the schema editor removes it. */
function without(id: string): SchemaDefinition {
  const rest = { ...before, entityTypes: before.entityTypes.filter((type) => type.id !== id) };
  return withReferences(rest, (ids) => ids.filter((other) => other !== id));
}

const dateOf = (schema: SchemaDefinition) =>
  schema.eventTypes.find(({ id }) => id === 'reject')!.roles.find(({ id }) => id === 'date')!.types;

describe('what relations and roles ask for', () => {
  test('is not opened to every label without a word', () => {
    expect(dateOf(before)).toEqual(['time']);
    expect(dateOf(without('time'))).toEqual([]);
    expect(openedToAll(before, without('time'))).toContain(
      'The role ‘Date’ of ‘Reject’ may now be filled by anything, since ‘Date or time’ is gone.',
    );
    expect(openedToAll(before, before)).toEqual([]);
    expect(openedToAll(before, without('role'))).toEqual([]);
  });

  test('goes over to the label that takes over', () => {
    const after = withSuccessors(before, without('time'), new Map([['time', 'event']]));
    expect(dateOf(after)).toEqual(['event']);
    expect(openedToAll(before, after)).toEqual([]);
    const kept = withSuccessors(before, without('time'), new Map([['time', 'time']]));
    expect(dateOf(kept)).toEqual(['time']);
  });

  test('that the person has changed apart from that stays', () => {
    expect(withSuccessors(before, before, new Map([['time', 'event']]))).toEqual(before);
  });
});
