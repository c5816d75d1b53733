import { ParleyError } from '@core/errors';
import type { Attributes } from '@core/model/annotation';
import { canonicalFragments, type Fragment } from '@core/model/fragment';
import type { AttributeType, EntityType, Schema, Term } from '@core/model/schema';
import type { Context } from '../context';

/** @throws ParleyError 'bad-input' when the schema has no entity type of this id */
export function entityTypeOf(schema: Schema, id: string): EntityType {
  const found = schema.entityTypes.find((type) => type.id === id);
  if (!found) {
    throw new ParleyError('bad-input', {
      cause: `The schema has no entity type '${id}'`,
      remedy: `It has: ${schema.entityTypes.map((type) => type.id).join(', ')}.`,
    });
  }
  return found;
}

/** @throws ParleyError 'bad-input' when a value is given that the vocabulary does not have */
export function checkTerm(what: string, vocabulary: readonly Term[], id: string | null | undefined): void {
  if (id === null || id === undefined || vocabulary.some((term) => term.id === id)) return;
  throw new ParleyError('bad-input', {
    cause: `The schema has no ${what} '${id}'`,
    remedy: `It has: ${vocabulary.map((term) => term.id).join(', ')}.`,
  });
}

/** A type of the schema that has attributes: of entities, relations or events. */
type Attributed = Pick<EntityType, 'id' | 'attributes'>;

/** @throws ParleyError 'bad-input' when an attribute is unknown to the type or its value of the wrong kind */
export function checkAttributes(type: Attributed, attributes: Attributes): void {
  for (const [id, value] of Object.entries(attributes)) {
    const attribute = type.attributes.find((candidate) => candidate.id === id);
    if (!attribute) {
      throw new ParleyError('bad-input', { cause: `'${type.id}' has no attribute '${id}'` });
    }
    if (!fits(attribute, value)) {
      throw new ParleyError('bad-input', {
        place: id,
        cause: `${JSON.stringify(value)} is no value of the attribute '${attribute.name}' (${attribute.kind})`,
      });
    }
  }
}

/** Those of some attributes that a type has. */
export function attributesFor(type: Attributed, attributes: Attributes): Attributes {
  const known = new Set(type.attributes.map(({ id }) => id));
  return Object.fromEntries(Object.entries(attributes).filter(([id]) => known.has(id)));
}

function fits(attribute: AttributeType, value: Attributes[string]): boolean {
  switch (attribute.kind) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'text':
      return typeof value === 'string';
    case 'choice':
      return attribute.options.some((option) => option.id === value);
  }
}

/**
 * Fragments of a document in canonical form (whole grapheme clusters, in order, joined).
 * @throws ParleyError 'bad-input' naming the document and the offsets when one lies outside its text
 */
export function fragmentsIn(
  context: Context,
  documentId: string,
  fragments: readonly Fragment[],
): Fragment[] {
  const text = context.textOf(documentId);
  try {
    return canonicalFragments(text, fragments);
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    const document = context.need('document', documentId);
    throw new ParleyError('bad-input', { file: document.name, cause: thrown.message });
  }
}
