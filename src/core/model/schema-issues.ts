import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What the lists of a schema hold, by their names in it. */
const things: Record<string, string> = {
  entityTypes: 'entity type',
  polarities: 'polarity',
  expressions: 'expression',
  modalities: 'modality',
  relationTypes: 'relation type',
  eventTypes: 'event type',
  documentLabels: 'document label',
  attributes: 'attribute',
  options: 'choice',
  roles: 'role',
  examples: 'example',
};

/** Fields whose form is not told by a length. */
const forms: Record<string, string> = {
  id: 'may have only a–z, 0–9 and “-”, and begins with a letter or a digit',
  colour: 'is written like #1a5fb4',
  key: 'is no key that a label can have, such as KeyG or Digit1',
};

/** The thing that a path leads to, as `entity type ‘Person’, attribute 2`, and the field in it. */
function placeOf(schema: unknown, path: readonly PropertyKey[]): { thing: string; field: string } {
  const words: string[] = [];
  let here = schema;
  let list = '';
  let field = '';
  for (const step of path) {
    here = (here as Record<PropertyKey, unknown> | undefined)?.[step];
    if (typeof step !== 'number') {
      field = list = String(step);
      continue;
    }
    const { name, id } = (here ?? {}) as { name?: unknown; id?: unknown };
    const called = [name, id].find((word) => typeof word === 'string' && word.trim() !== '');
    words.push(`${things[list] ?? list} ${called === undefined ? step + 1 : `‘${called}’`}`);
    field = '';
  }
  return { thing: words.join(', '), field };
}

function faultOf(issue: Issue, field: string): string {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? 'is empty' : `is below ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `is longer than ${issue.maximum} characters`
        : issue.origin === 'array'
          ? `has more than ${issue.maximum} entries`
          : `is above ${issue.maximum}`;
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'is missing' : `is to be: ${issue.expected}`;
    case 'invalid_value':
      return `is to be one of ${issue.values.join(', ')}`;
    case 'invalid_format':
      return forms[field] ?? 'has another form than it should';
    case 'unrecognized_keys':
      return `has what no schema knows: ${issue.keys.join(', ')}`;
    default:
      return issue.message;
  }
}

/** What is wrong with the shape of a schema, at what, in words without a full stop. */
export function issueWords(schema: unknown, issue: Issue): string {
  const { thing, field } = placeOf(schema, issue.path);
  const what = [
    thing,
    field && `the ${things[field] ? field : field.replace(/([A-Z])/g, ' $1').toLowerCase()}`,
  ]
    .filter(Boolean)
    .join(': ');
  return `${what || 'The schema'} ${faultOf(issue, field)}`;
}
