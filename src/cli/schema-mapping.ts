import { ParleyError } from '@core/errors';
import type { SchemaDefinition } from '@core/model/schema';
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
  for (const text of options.map ?? []) {
    const [left, right, ...more] = text.split('=');
    if (!left || !right || more.length > 0)
      throw new ParleyError('bad-input', { place: `--map ${text}`, cause: 'It has the form OLD=NEW' });
    const named = find(before, left, `--map ${text}`);
    if (isRole(before, named)) setRole(mapping, named, { do: 'map', to: right });
    else if (named.attribute === null) mapping[named.part][named.term] = { do: 'merge', into: right };
    else if (named.value === null) attributeFate(mapping, named).to = right;
    else attributeFate(mapping, named).values[named.value] = typed(before, named, right);
  }
  for (const text of options.retire ?? []) {
    const named = find(before, text, `--retire ${text}`);
    if (isRole(before, named)) setRole(mapping, named, { do: 'retire' });
    else if (named.attribute === null) mapping[named.part][named.term] = { do: 'retire' };
    else attributeFate(mapping, named).do = 'retire';
  }
  for (const text of options.delete ?? []) {
    const named = find(before, text, `--delete ${text}`);
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

function find(before: SchemaDefinition, text: string, place: string): Named {
  const [, prefix, name] = /^(?:([A-Za-z]+):)?(.+)$/.exec(text) ?? [];
  const [term = '', attribute = null, ...value] = (name ?? '').split('.');
  const parts = schemaParts.filter(
    (part) =>
      (prefix === undefined || prefix === part) && itemsOf(before, part).some(({ id }) => id === term),
  );
  if (parts.length === 1)
    return { part: parts[0]!, term, attribute, value: value.length > 0 ? value.join('.') : null };
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
