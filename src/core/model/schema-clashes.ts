import { attributeProblem, patternOf } from './attributes';
import type { AttributeType, SchemaDefinition } from './schema';
import { ancestors } from './schema-nesting';

/** Something that the shape of a schema cannot rule out, at a place in it. */
export interface SchemaClash {
  path: (string | number)[];
  /** What is wrong, in a few words without a full stop. */
  message: string;
}

type Path = SchemaClash['path'];

/**
 * Two things of one id, one key for two labels of a list, references to types that do not exist,
 * circles of parents, constraints that cannot be met. Empty when the schema is sound.
 */
export function findClashes(schema: SchemaDefinition): SchemaClash[] {
  const clashes: SchemaClash[] = [];
  const tell = (path: Path, message: string) => clashes.push({ path, message });
  const once = (what: string, path: Path, field: string, items: readonly object[]) => {
    const seen = new Map<unknown, unknown>();
    for (const [index, item] of items.entries()) {
      const { [field]: value, retired, name } = item as Record<string, unknown>;
      if (value === null || value === undefined || (field === 'key' && retired)) continue;
      if (seen.has(value))
        tell(
          [...path, index, field],
          field === 'key'
            ? `the ${what} '${name}' has the key of '${seen.get(value)}'`
            : `${what} '${value}' is used twice`,
        );
      else seen.set(value, name);
    }
  };
  const lists = [
    { what: 'entity type', path: ['entityTypes'], terms: schema.entityTypes },
    { what: 'polarity', path: ['stance', 'polarities'], terms: schema.stance.polarities },
    { what: 'expression', path: ['stance', 'expressions'], terms: schema.stance.expressions },
    { what: 'modality', path: ['stance', 'modalities'], terms: schema.stance.modalities },
    { what: 'relation type', path: ['relationTypes'], terms: schema.relationTypes },
    { what: 'event type', path: ['eventTypes'], terms: schema.eventTypes },
  ];
  for (const { what, path, terms } of lists) {
    once(what, path, 'id', terms);
    once(what, path, 'key', terms);
  }
  once('document label', ['documentLabels'], 'id', schema.documentLabels);
  for (const [index, { id, options, kind }] of schema.documentLabels.entries()) {
    once(`option of document label '${id}'`, ['documentLabels', index, 'options'], 'id', options);
    if (kind === 'choice' && options.length === 0)
      tell(['documentLabels', index], `document label '${id}' has nothing to choose`);
  }
  for (const { what, path, terms } of lists) {
    for (const [index, term] of terms.entries()) {
      if (!('attributes' in term)) continue;
      const attributes = term.attributes as AttributeType[];
      const where = [...path, index, 'attributes'];
      once(`attribute of ${what} '${term.id}'`, where, 'id', attributes);
      for (const [at, attribute] of attributes.entries())
        checkAttribute(attribute, `attribute of ${what} '${term.id}' '${attribute.id}'`, [...where, at], {
          tell,
          once,
        });
    }
  }
  for (const [index, { id, roles }] of schema.eventTypes.entries())
    once(`role of event type '${id}'`, ['eventTypes', index, 'roles'], 'id', roles);
  checkParents(schema, tell);
  checkReferences(schema, tell);
  if (schema.stance.polarities.every(({ retired }) => retired))
    tell(['stance', 'polarities'], 'every polarity is retired, so that no stance can be recorded');
  return clashes;
}

/** The same in words. */
export function schemaClashes(schema: SchemaDefinition): string[] {
  return findClashes(schema).map(({ message }) => message);
}

function checkAttribute(
  attribute: AttributeType,
  what: string,
  path: Path,
  {
    tell,
    once,
  }: {
    tell(path: Path, message: string): void;
    once(what: string, path: Path, field: string, items: readonly object[]): void;
  },
): void {
  once(`option of ${what}`, [...path, 'options'], 'id', attribute.options);
  if (attribute.kind === 'choice' && attribute.options.length === 0)
    tell(path, `${what} has nothing to choose`);
  if (attribute.min !== null && attribute.max !== null && attribute.min > attribute.max)
    tell([...path, 'min'], `${what}: the least value is above the greatest`);
  if (attribute.pattern !== null && patternOf(attribute.pattern) === null)
    tell(
      [...path, 'pattern'],
      `${what}: the pattern is no regular expression, or one that looks around or back`,
    );
  else if (attribute.default !== null && attributeProblem(attribute, attribute.default) !== null)
    tell([...path, 'default'], `${what}: the default ${attributeProblem(attribute, attribute.default)}`);
}

function checkParents({ entityTypes }: SchemaDefinition, tell: (path: Path, message: string) => void): void {
  const known = new Set(entityTypes.map(({ id }) => id));
  for (const [index, type] of entityTypes.entries()) {
    const { id, parent, colour } = type;
    if (parent === null) {
      if (colour === null) tell(['entityTypes', index], `entity type '${id}' has no colour and no parent`);
      continue;
    }
    const path = ['entityTypes', index, 'parent'];
    if (!known.has(parent)) {
      tell(path, `entity type '${parent}' is named but not defined`);
      continue;
    }
    const above = ancestors(entityTypes, id);
    const top = above.at(-1);
    if (parent === id || (top && top.parent !== null && known.has(top.parent)))
      tell(path, `entity type '${id}' is its own ancestor`);
    else if (colour === null && above.every((type) => type.colour === null) && top?.parent === null)
      tell(['entityTypes', index], `entity type '${id}' has no colour and no parent that has one`);
  }
}

function checkReferences(schema: SchemaDefinition, tell: (path: Path, message: string) => void): void {
  const known = new Set(schema.entityTypes.map((type) => type.id));
  const check = (path: Path, ids: readonly string[]) => {
    for (const [index, id] of ids.entries())
      if (!known.has(id)) tell([...path, index], `entity type '${id}' is named but not defined`);
  };
  for (const [index, { from, to }] of schema.relationTypes.entries()) {
    check(['relationTypes', index, 'from'], from);
    check(['relationTypes', index, 'to'], to);
  }
  for (const [index, { roles }] of schema.eventTypes.entries())
    for (const [at, { types }] of roles.entries()) check(['eventTypes', index, 'roles', at, 'types'], types);
}
