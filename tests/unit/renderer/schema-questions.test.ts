import type { SchemaDefinition } from '@core/model/schema';
import { expect, test } from 'vitest';
import { removeItem } from '../../../src/renderer/schema/draft';
import {
  type Answered,
  choicesFor,
  definitionWith,
  mappingOf,
  questionsOf,
} from '../../../src/renderer/schema/questions';
import { call, newProject } from '../../support/project';

/** A project with two annotated places; both of a kind that is about to go. */
async function annotated() {
  const project = newProject();
  const documentId = await project.addText('From Doha to Istanbul and back.', 'route');
  for (const [start, end, kind] of [
    [5, 9, 'name'],
    [13, 21, 'nominal'],
  ] as const)
    await call(project.engine, 'annotation.create', {
      documentId,
      typeId: 'place',
      fragments: [{ start, end }],
      attributes: { 'mention-kind': kind },
    });
  const { definition } = await call(project.engine, 'schema.get', {});
  return { engine: project.engine, definition, documentId };
}

/** Answers every question that comes up by its choices' words, until none is left. */
async function answerAll(
  engine: Awaited<ReturnType<typeof annotated>>['engine'],
  base: SchemaDefinition,
  draft: SchemaDefinition,
  wanted: RegExp[],
) {
  const answers: Answered[] = [];
  for (let round = 0; round < 5; round++) {
    const input = { definition: definitionWith(base, draft, answers), mapping: mappingOf(draft, answers) };
    const { effects, unresolved } = await call(engine, 'schema.preview', input);
    if (unresolved === 0) {
      await call(engine, 'schema.change', input);
      return answers;
    }
    for (const question of questionsOf(effects)) {
      const choices = choicesFor(question, draft, answers);
      const choice = choices.find(({ words }) => wanted.some((pattern) => pattern.test(words)));
      if (!choice) throw new Error(`none of: ${choices.map(({ words }) => words).join(', ')}`);
      answers.push({ question, answer: choice.answer });
    }
  }
  throw new Error('questions without end');
}

test('a merge into a type without the attribute asks what becomes of its values, too', async () => {
  const { engine, definition, documentId } = await annotated();
  const draft = removeItem(definition, 'entityTypes', 'place');
  const answers = await answerAll(engine, definition, draft, [/become ‘Date or time’/, /keep the attribute/]);
  expect(answers.map(({ answer }) => answer)).toEqual(['merge:time', 'retire']);
  const { annotations } = await call(engine, 'document.annotations', { id: documentId });
  expect(annotations.map(({ typeId, attributes }) => [typeId, attributes['mention-kind']])).toEqual([
    ['time', 'name'],
    ['time', 'nominal'],
  ]);
});

test('a choice that is gone becomes another, or stays as a retired one', async () => {
  const { engine, definition, documentId } = await annotated();
  const draft = structuredClone(definition);
  for (const type of draft.entityTypes)
    for (const attribute of type.attributes)
      attribute.options = attribute.options.filter(({ id }) => id === 'pronoun');
  const input = { definition: draft, mapping: {} };
  const [first, second] = questionsOf((await call(engine, 'schema.preview', input)).effects);
  const answers: Answered[] = [
    { question: first!, answer: 'value:pronoun' },
    { question: second!, answer: 'retire' },
  ];
  await call(engine, 'schema.change', {
    definition: definitionWith(definition, draft, answers),
    mapping: mappingOf(draft, answers),
  });
  const { annotations } = await call(engine, 'document.annotations', { id: documentId });
  expect(new Set(annotations.map(({ attributes }) => attributes['mention-kind']))).toEqual(
    new Set(['pronoun', second!.value]),
  );
  const { schema } = await call(engine, 'project.info', {});
  const place = schema.entityTypes.find(({ id }) => id === 'place')!;
  expect(place.attributes[0]!.options).toMatchObject([
    { id: 'pronoun', retired: false },
    { id: second!.value, retired: true },
  ]);
});
