import { ParleyError } from '@core/errors';
import type { Attributes } from '@core/model/annotation';
import { attributeProblem } from '@core/model/attributes';
import { canonicalFragments, type Fragment } from '@core/model/fragment';
import { type EntityType, offered, type Schema, type Term } from '@core/model/schema';
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

/** @throws ParleyError 'bad-input' also when the type is retired: it stays for what has it, and is given to nothing new */
export function offeredTypeOf(schema: Schema, id: string): EntityType {
  const type = entityTypeOf(schema, id);
  refuseRetired('entity type', type, schema.entityTypes);
  return type;
}

/** @throws ParleyError 'bad-input' when a term is retired */
export function refuseRetired(
  what: string,
  term: { id: string; retired: boolean },
  vocabulary: readonly { id: string; retired: boolean }[],
): void {
  if (!term.retired) return;
  throw new ParleyError('bad-input', {
    cause: `The ${what} '${term.id}' is retired`,
    remedy: `In use are: ${offered(vocabulary)
      .map((other) => other.id)
      .join(', ')}.`,
  });
}

/**
 * @param present the value that is there already, which may be a retired one
 * @throws ParleyError 'bad-input' when a value is given that the vocabulary does not have or offer
 */
export function checkTerm(
  what: string,
  vocabulary: readonly Term[],
  id: string | null | undefined,
  present: string | null,
): void {
  if (id === null || id === undefined || id === present) return;
  const term = vocabulary.find((candidate) => candidate.id === id);
  if (term && !term.retired) return;
  throw new ParleyError('bad-input', {
    cause: term ? `The ${what} '${id}' is retired` : `The schema has no ${what} '${id}'`,
    remedy: `It has: ${offered(vocabulary)
      .map((other) => other.id)
      .join(', ')}.`,
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
    const problem = attributeProblem(attribute, value);
    if (problem !== null) {
      throw new ParleyError('bad-input', {
        place: id,
        cause: `${JSON.stringify(value)} is no value of the attribute '${attribute.name}' (${attribute.kind}): it ${problem}`,
      });
    }
  }
}

/** Those of some attributes that a type has and that fit it. */
export function attributesFor(type: Attributed, attributes: Attributes): Attributes {
  const known = new Map(type.attributes.map((attribute) => [attribute.id, attribute]));
  return Object.fromEntries(
    Object.entries(attributes).filter(([id, value]) => {
      const attribute = known.get(id);
      return attribute !== undefined && attributeProblem(attribute, value) === null;
    }),
  );
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
