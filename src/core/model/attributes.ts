import { RE2JS } from 're2js';
import type { Attributes } from './annotation';
import type { AttributeType } from './schema';

export type Value = Attributes[string];

interface Pattern {
  /** Does a whole value match? In time linear in its length. */
  matches(value: string): boolean;
}

const patterns = new Map<string, Pattern | null>();

/** RE2 knows scripts by their names alone. */
const SCRIPT = /\\([pP])\{(?:Script|sc|Script_Extensions|scx)=(\w+)\}/g;

/**
 * The regular expression of a pattern, for whole values; null when it is none. It comes with a
 * schema, perhaps from somebody else, and is tried at every key: so it is run by RE2's rules, which
 * have no looking around and no back references, and never take long.
 */
export function patternOf(source: string): Pattern | null {
  let pattern = patterns.get(source);
  if (pattern === undefined) {
    try {
      pattern = RE2JS.compile(RE2JS.translateRegExp(source.replace(SCRIPT, '\\$1{$2}')));
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
  if (pattern !== null && patternOf(pattern)?.matches(value) === false)
    return 'does not have the form asked for';
  return null;
}

/** The values that a new annotation begins with. */
export function defaultsOf(attributes: readonly AttributeType[]): Attributes {
  const values: Attributes = {};
  for (const { id, default: value, retired } of attributes)
    if (value !== null && !retired) values[id] = value;
  return values;
}
