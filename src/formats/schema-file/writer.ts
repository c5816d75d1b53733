import { SchemaDefinition } from '@core/model/schema';
import { stringify } from 'yaml';
import { z } from 'zod';

export type SchemaFormat = 'yaml' | 'json';

/** A schema as the text of a file; what has its default value is left out, so that a person can read it. */
export function writeSchemaText(definition: SchemaDefinition, format: SchemaFormat): string {
  const value = { format: 'parley-schema-1', ...lean(definition) };
  if (format === 'json') return `${JSON.stringify(value, null, 2)}\n`;
  return stringify(value, { lineWidth: 100, aliasDuplicateObjects: false });
}

type Plain = Record<string, unknown>;

function lean(definition: SchemaDefinition): Plain {
  return withoutDefaults(definition, SchemaDefinition) as Plain;
}

/** A value without the fields of objects that have their default. */
function withoutDefaults(value: unknown, shape: z.ZodType): unknown {
  if (shape instanceof z.ZodDefault) return withoutDefaults(value, shape.unwrap() as z.ZodType);
  if (shape instanceof z.ZodArray && Array.isArray(value))
    return value.map((item) => withoutDefaults(item, shape.element as z.ZodType));
  if (!(shape instanceof z.ZodObject) || typeof value !== 'object' || value === null) return value;
  const fields: Plain = {};
  for (const [name, field] of Object.entries(shape.shape) as [string, z.ZodType][]) {
    const own = (value as Plain)[name];
    if (field instanceof z.ZodDefault && JSON.stringify(own) === JSON.stringify(field.def.defaultValue))
      continue;
    if (own !== undefined) fields[name] = withoutDefaults(own, field);
  }
  return fields;
}
