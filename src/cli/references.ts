import { ParleyError } from '@core/errors';

/**
 * Replaces every `{"$ref": "NAME.path.to.field"}` in a value by the field of the result that was
 * kept under NAME, so that a script can use ids that earlier lines made.
 * @throws ParleyError 'bad-input' when there is no such result or field
 */
export function resolveReferences(value: unknown, results: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveReferences(item, results));
  if (typeof value !== 'object' || value === null) return value;
  if ('$ref' in value && Object.keys(value).length === 1) return lookUp(String(value.$ref), results);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, resolveReferences(item, results)]),
  );
}

function lookUp(reference: string, results: ReadonlyMap<string, unknown>): unknown {
  const [name, ...path] = reference.split('.');
  if (!results.has(name!)) {
    throw new ParleyError('bad-input', {
      place: `$ref ${reference}`,
      cause: `No earlier line has "as": "${name}"`,
    });
  }
  let current = results.get(name!);
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) {
      throw new ParleyError('bad-input', {
        place: `$ref ${reference}`,
        cause: `The result has no field '${key}'`,
      });
    }
    current = (current as Record<string, unknown>)[key];
  }
  return current;
}
