import { SchemaDefinition } from '@core/model/schema';
import { findClashes } from '@core/model/schema-clashes';
import { readyMadeSchemas } from '@core/schemas/index';
import { describe, expect, test } from 'vitest';
import {
  addItem,
  dropItem,
  indentItem,
  listed,
  moveItem,
  nestUnder,
  removeItem,
  renameId,
  slugOf,
  takenIds,
  updateItem,
} from '../../../src/renderer/schema/draft';

const colour = '#000000';
const tree = SchemaDefinition.parse({
  id: 't',
  name: 'T',
  entityTypes: [
    { id: 'actor', name: 'Actor', colour },
    { id: 'person', name: 'Person', parent: 'actor' },
    { id: 'minister', name: 'Minister', parent: 'person' },
    { id: 'group', name: 'Group', parent: 'actor' },
    { id: 'place', name: 'Place', colour },
  ],
  stance: { polarities: [{ id: 'for', name: 'For', colour }] },
  relationTypes: [{ id: 'in', name: 'in', colour, from: ['person', 'group'], to: ['place'] }],
});

const outline = (schema: SchemaDefinition) =>
  listed(schema, 'entityTypes').map(({ item, depth }) => '.'.repeat(depth) + item.id);

describe('a draft of a schema', () => {
  test.each([
    ['Armed group', 'armed-group'],
    ['Türkiye’s allies!', 'turkiye-s-allies'],
    ['شخص', 'new'],
    ['Person', 'person-2'],
  ])('‘%s’ gets the id %s', (name, id) => {
    expect(slugOf(name, new Set(['person']), 'new')).toBe(id);
  });

  test.each(['entityTypes', 'polarities', 'relationTypes', 'eventTypes', 'documentLabels'] as const)(
    'takes new things in %s and stays sound',
    (part) => {
      const first = addItem(tree, tree, part);
      const second = addItem(tree, first.schema, part);
      expect(second.id).not.toBe(first.id);
      expect(findClashes(SchemaDefinition.parse(second.schema))).toEqual([]);
    },
  );

  test('takes new things beside one whose name is still to be typed', () => {
    const [first] = tree.entityTypes;
    const unnamed = updateItem(tree, 'entityTypes', first!.id, { name: '' });
    expect(addItem(tree, unnamed, 'entityTypes').schema.entityTypes).toHaveLength(
      tree.entityTypes.length + 1,
    );
  });

  test('never gives a new thing the id of one in force that was removed', () => {
    const without = removeItem(tree, 'entityTypes', 'place');
    expect(slugOf('Place', takenIds(tree, without, 'entityTypes'), 'new')).toBe('place-2');
  });

  test('gives a new label a colour that is still free', () => {
    const { schema, id } = addItem(readyMadeSchemas[1]!, readyMadeSchemas[1]!, 'entityTypes');
    const added = schema.entityTypes.find((type) => type.id === id)!;
    expect(schema.entityTypes.filter((type) => type.colour === added.colour)).toHaveLength(1);
  });

  test('moves a type with its kinds among its siblings', () => {
    expect(outline(moveItem(tree, 'entityTypes', 'person', 1))).toEqual([
      'actor',
      '.group',
      '.person',
      '..minister',
      'place',
    ]);
    expect(outline(moveItem(tree, 'entityTypes', 'place', -1))[0]).toBe('place');
    expect(moveItem(tree, 'entityTypes', 'actor', -1)).toBe(tree);
  });

  test('puts a type into the one before and out again', () => {
    const inward = indentItem(tree, 'group', true);
    expect(outline(inward)).toEqual(['actor', '.person', '..minister', '..group', 'place']);
    expect(outline(indentItem(inward, 'group', false))).toEqual(outline(tree));
    const top = indentItem(tree, 'person', false);
    expect(top.entityTypes.find(({ id }) => id === 'person')).toMatchObject({ parent: null, colour });
  });

  test('drops a type beside another, never below itself', () => {
    expect(outline(dropItem(tree, 'entityTypes', 'place', 'minister', 'before'))).toEqual([
      'actor',
      '.person',
      '..place',
      '..minister',
      '.group',
    ]);
    expect(dropItem(tree, 'entityTypes', 'actor', 'minister', 'after')).toBe(tree);
    expect(nestUnder(tree, 'actor', 'minister')).toBeNull();
  });

  test('takes a type away: its kinds and what names it go to the type above', () => {
    const without = removeItem(tree, 'entityTypes', 'person');
    expect(outline(without)).toEqual(['actor', '.minister', '.group', 'place']);
    expect(without.relationTypes[0]!.from).toEqual(['actor', 'group']);
    expect(findClashes(without)).toEqual([]);
    const bare = removeItem(removeItem(tree, 'entityTypes', 'actor'), 'entityTypes', 'place');
    expect(bare.relationTypes[0]!.to).toEqual([]);
    expect(findClashes(bare)).toEqual([]);
  });

  test('changes an id wherever it is named', () => {
    const renamed = renameId(tree, 'entityTypes', 'person', 'human');
    expect(renamed.relationTypes[0]!.from).toEqual(['human', 'group']);
    expect(renamed.entityTypes.find(({ id }) => id === 'minister')!.parent).toBe('human');
    expect(findClashes(renamed)).toEqual([]);
  });
});
