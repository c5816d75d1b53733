import type { SchemaEffect } from '@contract/schema';
import type { AttributeType, SchemaDefinition } from '@core/model/schema';
import { ancestors, inForce } from '@core/model/schema-nesting';
import { type AttributeFate, noMapping, type SchemaMapping } from '@core/schema-change/mapping';
import { itemsOf, type SchemaItem, type SchemaPart, withItems } from '@core/schema-change/parts';
import { withSuccessors } from '@core/schema-change/references';

/** Something of which the person is to say what becomes of it. */
export interface Question {
  key: string;
  part: SchemaPart;
  /** The term before the change. */
  id: string;
  attribute: string | null;
  role: string | null;
  value: string | null;
  /** What it is about: annotations, entities, stances. */
  effects: SchemaEffect[];
}

/** 'merge:ID', 'retire', 'delete', 'to:ATTRIBUTE' or 'value:VALUE'. */
export type Answer = string;

/** What is asked, one question for all that one answer can settle. */
export function questionsOf(effects: readonly SchemaEffect[]): Question[] {
  const questions = new Map<string, Question>();
  for (const effect of effects) {
    if (effect.action !== 'unresolved') continue;
    const { part, id, attribute, role, value } = effect;
    const key = JSON.stringify([part, id, attribute, role, value]);
    const question = questions.get(key);
    if (question) question.effects.push(effect);
    else questions.set(key, { key, part, id, attribute, role, value, effects: [effect] });
  }
  return [...questions.values()];
}

export interface Answered {
  question: Question;
  answer: Answer;
}

/** The term that takes over the annotations of a question, by the answers so far. */
function goalOf({ part, id }: Question, answers: readonly Answered[]): string {
  const merged = answers.find(
    ({ question, answer }) =>
      question.part === part &&
      question.id === id &&
      question.attribute === null &&
      question.role === null &&
      answer.startsWith('merge:'),
  );
  return merged ? merged.answer.slice('merge:'.length) : id;
}

function attributesOf(item: object | undefined): AttributeType[] {
  return item && 'attributes' in item ? (item.attributes as AttributeType[]) : [];
}

function typeIn(schema: SchemaDefinition, part: SchemaPart, id: string): SchemaItem | undefined {
  return itemsOf(part === 'entityTypes' ? inForce(schema) : schema, part).find((item) => item.id === id);
}

/** What may be answered, in words. */
export function choicesFor(
  question: Question,
  draft: SchemaDefinition,
  answers: readonly Answered[],
): { answer: Answer; words: string }[] {
  const { part, attribute, value } = question;
  if (question.role !== null) {
    const roles = draft.eventTypes.find(({ id }) => id === goalOf(question, answers))?.roles ?? [];
    return [
      ...roles
        .filter(({ id, retired }) => id !== question.role && !retired)
        .map(({ id, name }) => ({ answer: `to:${id}`, words: `fill the role ‘${name}’` })),
      { answer: 'retire', words: 'keep the role (retired)' },
      { answer: 'delete', words: 'be left out' },
    ];
  }
  if (attribute === null) {
    const others = itemsOf(draft, part).filter(({ id, retired }) => id !== question.id && !retired);
    const field = part === 'expressions' || part === 'modalities';
    return [
      ...others.map(({ id, name }) => ({ answer: `merge:${id}`, words: `become ‘${name}’` })),
      { answer: 'retire', words: 'keep it (retired: no longer offered)' },
      { answer: 'delete', words: field ? 'leave the field empty' : 'be deleted' },
    ];
  }
  const attributes = attributesOf(typeIn(draft, part, goalOf(question, answers)));
  const now = attributes.find(({ id }) => id === attribute);
  if (!now) {
    return [
      { answer: 'retire', words: 'keep the attribute (retired)' },
      ...attributes.map(({ id, name }) => ({ answer: `to:${id}`, words: `go to the attribute ‘${name}’` })),
      { answer: 'delete', words: 'be deleted' },
    ];
  }
  const values =
    now.kind === 'choice'
      ? now.options.filter(({ retired }) => !retired)
      : now.kind === 'boolean'
        ? [
            { id: 'true', name: 'yes' },
            { id: 'false', name: 'no' },
          ]
        : [];
  return [
    ...values.map(({ id, name }) => ({ answer: `value:${id}`, words: `become ‘${name}’` })),
    ...(now.kind === 'choice' && value !== null
      ? [{ answer: 'retire', words: 'keep the choice (retired)' }]
      : []),
    { answer: 'delete', words: 'be deleted' },
  ];
}

/** The mapping that the answers make. */
export function mappingOf(draft: SchemaDefinition, answers: readonly Answered[]): SchemaMapping {
  const mapping = structuredClone(noMapping);
  for (const { question, answer } of answers) {
    const { part, id, attribute } = question;
    if (question.role !== null) addRole(mapping, question, answer);
    else if (attribute !== null) addAttribute(mapping, draft, question, answer, answers);
    else if (answer.startsWith('merge:'))
      mapping[part][id] = { do: 'merge', into: answer.slice('merge:'.length) };
    else if (answer === 'retire') mapping[part][id] = { do: 'retire' };
    else if (part === 'expressions' || part === 'modalities') mapping[part][id] = { do: 'clear' };
    else mapping[part][id] = { do: 'delete' };
  }
  return mapping;
}

function addRole(mapping: SchemaMapping, { id, role }: Question, answer: Answer): void {
  const fate = { type: id, role: role! };
  if (answer.startsWith('to:')) mapping.roles.push({ ...fate, do: 'map', to: answer.slice('to:'.length) });
  else mapping.roles.push({ ...fate, do: answer === 'retire' ? 'retire' : 'delete' });
}

function addAttribute(
  mapping: SchemaMapping,
  draft: SchemaDefinition,
  question: Question,
  answer: Answer,
  answers: readonly Answered[],
): void {
  const { id, attribute, value } = question;
  const part: AttributeFate['part'] =
    question.part === 'relationTypes' || question.part === 'eventTypes' ? question.part : 'entityTypes';
  let fate = mapping.attributes.find(
    (other) => other.part === part && other.type === id && other.attribute === attribute,
  );
  if (!fate) {
    fate = { type: id, part, attribute: attribute!, do: 'map', values: {} };
    mapping.attributes.push(fate);
  }
  const now = attributesOf(typeIn(draft, question.part, goalOf(question, answers))).find(
    (candidate) => candidate.id === attribute,
  );
  if (answer.startsWith('to:')) fate.to = answer.slice('to:'.length);
  else if (!now) fate.do = answer === 'retire' ? 'retire' : 'delete';
  else {
    const text = answer.startsWith('value:') ? answer.slice('value:'.length) : null;
    const next = text !== null && now.kind === 'boolean' ? text === 'true' : text;
    if (value === null) fate.rest = next;
    else if (answer !== 'retire') fate.values[value] = next;
  }
}

/** The draft with the choices that the answers retire put back, and with labels that take over named where those before them were. */
export function definitionWith(
  before: SchemaDefinition,
  draft: SchemaDefinition,
  answers: readonly Answered[],
): SchemaDefinition {
  const successors = new Map<string, string>();
  for (const { question, answer } of answers) {
    const { part, id, attribute } = question;
    if (part !== 'entityTypes' || attribute !== null) continue;
    if (answer.startsWith('merge:')) successors.set(id, answer.slice('merge:'.length));
    else if (answer === 'retire') successors.set(id, id);
  }
  let definition = withSuccessors(before, draft, successors);
  for (const { question, answer } of answers) {
    const { part, id, attribute, value } = question;
    if (answer !== 'retire' || attribute === null || value === null) continue;
    const had = attributesOf(typeIn(before, part, id)).find((candidate) => candidate.id === attribute);
    const option = had?.options.find((candidate) => candidate.id === value);
    const goal = goalOf(question, answers);
    const chain = [goal, ...ancestors(definition.entityTypes, goal).map((type) => type.id)];
    const definer = chain.find((typeId) =>
      attributesOf(itemsOf(definition, part).find((item) => item.id === typeId)).some(
        (candidate) => candidate.id === attribute,
      ),
    );
    if (!option || !definer) continue;
    const items = itemsOf(definition, part).map((item) =>
      item.id !== definer
        ? item
        : {
            ...item,
            attributes: attributesOf(item).map((candidate) =>
              candidate.id !== attribute || candidate.options.some((other) => other.id === value)
                ? candidate
                : { ...candidate, options: [...candidate.options, { ...option, retired: true }] },
            ),
          },
    );
    definition = withItems(definition, part, items);
  }
  return definition;
}
