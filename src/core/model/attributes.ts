import type { Attributes } from './annotation';
import type { AttributeType } from './schema';

export type Value = Attributes[string];

const patterns = new Map<string, RegExp | null>();

/** The regular expression of a pattern, for whole values; null when it is none. */
export function patternOf(source: string): RegExp | null {
  let pattern = patterns.get(source);
  if (pattern === undefined) {
    try {
      pattern = new RegExp(`^(?:${source})$`, 'u');
    } catch {
      pattern = null;
    }
    patterns.set(source, pattern);
  }
  return pattern;
}

/**
 * What is wrong with a value of an attribute, as the end of a sentence that begins with the value;
 * null when it fits. A retired choice still fits: it is kept where it is.
 */
export function attributeProblem(attribute: AttributeType, value: Value): string | null {
  switch (attribute.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? null : 'is not yes or no';
    case 'choice':
      return attribute.options.some(({ id }) => id === value) ? null : 'is none of the choices';
    case 'number':
      return numberProblem(attribute, value);
    case 'text':
      return textProblem(attribute, value);
  }
}

function numberProblem({ min, max, integer }: AttributeType, value: Value): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'is no number';
  if (integer && !Number.isInteger(value)) return 'is no whole number';
  if (min !== null && value < min) return `is below ${min}`;
  if (max !== null && value > max) return `is above ${max}`;
  return null;
}

function textProblem({ pattern, maxLength }: AttributeType, value: Value): string | null {
  if (typeof value !== 'string') return 'is no text';
  if (maxLength !== null && value.length > maxLength) return `is longer than ${maxLength} characters`;
  if (pattern !== null && !patternOf(pattern)?.test(value)) return 'does not have the form asked for';
  return null;
}

/** The values that a new annotation begins with. */
export function defaultsOf(attributes: readonly AttributeType[]): Attributes {
  const values: Attributes = {};
  for (const { id, default: value, retired } of attributes)
    if (value !== null && !retired) values[id] = value;
  return values;
}
