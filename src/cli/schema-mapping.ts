import { ParleyError } from '@core/errors';
import type { AttributeType, SchemaDefinition } from '@core/model/schema';
import { inForce } from '@core/model/schema-nesting';
import { type RoleFate, SchemaMapping } from '@core/schema-change/mapping';
import { itemsOf, partWords, type SchemaPart, schemaParts } from '@core/schema-change/parts';

export interface MappingOptions {
  map?: string[];
  retire?: string[];
  delete?: string[];
}

/** What an option names: a term, an attribute of a type, or a value of an attribute. */
interface Named {
  part: SchemaPart;
  term: string;
  attribute: string | null;
  value: string | null;
}

/**
 * A mapping from the words of the command line: OLD=NEW, TYPE.ATTRIBUTE=OTHER,
 * TYPE.ATTRIBUTE.VALUE=OTHER, TYPE.ROLE=OTHER, each with PART: before it where the name alone could be several things.
 * @param before the schema in force, whose terms are named
 * @throws ParleyError 'bad-input'
 */
export function mappingFrom(before: SchemaDefinition, options: MappingOptions): SchemaMapping {
  const mapping = SchemaMapping.parse({});
  const said = new Map<string, string>();
  const find = (text: string, place: string) => {
    const named = namedBy(before, text, place);
    const key = JSON.stringify(named);
    const other = said.get(key);
    if (other !== undefined)
      throw new ParleyError('bad-input', {
        place,
        cause: `What becomes of '${text}' is said twice, by ${other} too`,
        remedy: 'Keep one of the two.',
      });
    said.set(key, place);
    return named;
  };
  for (const text of options.map ?? []) {
    const [left, right, ...more] = text.split('=');
    if (!left || !right || more.length > 0)
      throw new ParleyError('bad-input', { place: `--map ${text}`, cause: 'It has the form OLD=NEW' });
    const named = find(left, `--map ${text}`);
    if (isRole(before, named)) setRole(mapping, named, { do: 'map', to: right });
    else if (named.attribute === null) mapping[named.part][named.term] = { do: 'merge', into: right };
    else if (named.value === null) attributeFate(mapping, named).to = right;
    else attributeFate(mapping, named).values[named.value] = typed(before, named, right);
  }
  for (const text of options.retire ?? []) {
    const named = find(text, `--retire ${text}`);
    if (isRole(before, named)) setRole(mapping, named, { do: 'retire' });
    else if (named.attribute === null) mapping[named.part][named.term] = { do: 'retire' };
    else attributeFate(mapping, named).do = 'retire';
  }
  for (const text of options.delete ?? []) {
    const named = find(text, `--delete ${text}`);
    if (isRole(before, named)) setRole(mapping, named, { do: 'delete' });
    else if (named.part === 'expressions' || named.part === 'modalities')
      mapping[named.part][named.term] = { do: 'clear' };
    else if (named.attribute === null) mapping[named.part][named.term] = { do: 'delete' };
    else if (named.value === null) attributeFate(mapping, named).do = 'delete';
    else attributeFate(mapping, named).values[named.value] = null;
  }
  return mapping;
}

/** Whether a name is that of a role: of an event type, and no attribute of it. */
function isRole(before: SchemaDefinition, { part, term, attribute, value }: Named): boolean {
  if (part !== 'eventTypes' || attribute === null || value !== null) return false;
  const type = before.eventTypes.find(({ id }) => id === term);
  if (!type) return false;
  const has = (list: readonly { id: string }[]) => list.some(({ id }) => id === attribute);
  return has(type.roles) && !has(type.attributes);
}

function setRole(
  mapping: SchemaMapping,
  { term, attribute }: Named,
  fate: Pick<RoleFate, 'do' | 'to'>,
): void {
  mapping.roles.push({ type: term, role: attribute!, ...fate });
}

function attributeFate(mapping: SchemaMapping, { part, term, attribute }: Named) {
  const kind = part === 'relationTypes' || part === 'eventTypes' ? part : 'entityTypes';
  let fate = mapping.attributes.find(
    (candidate) => candidate.part === kind && candidate.type === term && candidate.attribute === attribute,
  );
  if (!fate) {
    fate = { type: term, part: kind, attribute: attribute!, do: 'map', values: {} };
    mapping.attributes.push(fate);
  }
  return fate;
}

/** A new value in the kind of the attribute: yes or no, a number, else as it is. */
function typed(before: SchemaDefinition, { part, term, attribute }: Named, text: string) {
  const items = part === 'entityTypes' ? inForce(before).entityTypes : itemsOf(before, part);
  const item = items.find(({ id }) => id === term) as
    | { attributes?: { id: string; kind: string }[] }
    | undefined;
  const kind = item?.attributes?.find(({ id }) => id === attribute)?.kind;
  if (kind === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if (kind === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  return text;
}

/** @throws ParleyError 'bad-input' where the schema in force has nothing of that name, or several things */
function namedBy(before: SchemaDefinition, text: string, place: string): Named {
  const [, prefix, name] = /^(?:([A-Za-z]+):)?(.+)$/.exec(text) ?? [];
  const [term = '', attribute = null, ...value] = (name ?? '').split('.');
  const parts = schemaParts.filter(
    (part) =>
      (prefix === undefined || prefix === part) && itemsOf(before, part).some(({ id }) => id === term),
  );
  if (parts.length === 1) {
    const named = { part: parts[0]!, term, attribute, value: value.length > 0 ? value.join('.') : null };
    checkInside(before, named, place);
    return named;
  }
  throw new ParleyError('bad-input', {
    place,
    cause:
      parts.length === 0
        ? `The schema in force has no '${term}'`
        : `'${term}' is ${parts.map((part) => `a ${partWords[part].one}`).join(' and ')}`,
    remedy:
      parts.length === 0
        ? 'Name it by its id; "parley schema export" shows them.'
        : `Write ${parts.map((part) => `${part}:${term}`).join(' or ')}.`,
  });
}

/** @throws ParleyError 'bad-input' where a term has no such attribute or role, or a choice no such value */
function checkInside(before: SchemaDefinition, { part, term, attribute, value }: Named, place: string): void {
  if (attribute === null) return;
  const items = part === 'entityTypes' ? inForce(before).entityTypes : itemsOf(before, part);
  const item = items.find(({ id }) => id === term) as unknown as {
    attributes?: AttributeType[];
    roles?: { id: string }[];
  };
  const attributes = item.attributes ?? [];
  const known = attributes.find(({ id }) => id === attribute);
  const ids = [...attributes, ...(item.roles ?? [])].map(({ id }) => id);
  if (!ids.includes(attribute))
    throw new ParleyError('bad-input', {
      place,
      cause: `'${term}' has no '${attribute}'`,
      remedy: `It has: ${ids.join(', ') || 'no attributes and no roles'}.`,
    });
  if (value === null || known?.kind !== 'choice' || known.options.some(({ id }) => id === value)) return;
  throw new ParleyError('bad-input', {
    place,
    cause: `'${term}.${attribute}' has no choice '${value}'`,
    remedy: `It has: ${known.options.map(({ id }) => id).join(', ')}.`,
  });
}
