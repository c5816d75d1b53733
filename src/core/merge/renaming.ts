/** Ids of another project, and the ids that the same things have here. */
export type Renaming = ReadonlyMap<string, string>;

/** A value with every id in it that has another name here replaced, however deep it lies. */
export function renamed<Value>(value: Value, names: Renaming): Value {
  return names.size === 0 ? value : (replaced(value, names) as Value);
}

function replaced(value: unknown, names: Renaming): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => replaced(item, names));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner, names)]));
}
