import type { SchemaDifference } from './diff';
import { partWords } from './parts';

const listWords = { attributes: 'attribute', options: 'choice', roles: 'role' };

const fieldWords: Record<string, string> = {
  colour: 'colour',
  from: 'begins at',
  to: 'ends at',
  many: 'more than one',
  min: 'least value',
  max: 'greatest value',
  integer: 'whole numbers only',
  maxLength: 'greatest length',
  types: 'filled by',
  parent: 'is a kind of',
};

/** Texts too long for one line, of which only the fact is told. */
const long = new Set(['guidelines', 'examples', 'description']);

/** One difference in words, such as "entity type 'Person', attribute 'Kind', choice 'name': removed". */
export function differenceWords(difference: SchemaDifference): string {
  return `${placeWords(difference)}: ${changeWords(difference)}`;
}

function placeWords({ part, name, inside }: SchemaDifference): string {
  if (part === 'schema') return 'the schema';
  const first = name === null ? partWords[part].many : `${partWords[part].one} '${name}'`;
  return [first, ...inside.map((step) => `${listWords[step.list]} '${step.name}'`)].join(', ');
}

function changeWords({ change, field, before, after }: SchemaDifference): string {
  if (change === 'reordered') return 'in another order';
  if (change !== 'changed') return change;
  if (field === 'retired') return after === true ? 'retired' : 'offered again';
  if (field === 'required') return after === true ? 'now required' : 'no longer required';
  const what = fieldWords[field!] ?? field!;
  if (long.has(field!)) return `${what} changed`;
  return `${what} ${valueWords(after)} (was ${valueWords(before)})`;
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'any' : value.map(String).join(', ');
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}
