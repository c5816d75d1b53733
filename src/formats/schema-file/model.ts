import { SchemaDefinition } from '@core/model/schema';
import { z } from 'zod';

/** The shape of a schema file, in YAML or JSON; docs/formats/parley-schema-1.schema.json is made from this. */
export const SchemaFile = SchemaDefinition.extend({
  format: z.literal('parley-schema-1').default('parley-schema-1'),
}).describe('A schema (tagset) as Parley reads and writes it.');

/** The published JSON Schema (draft 2020-12) of a schema file. */
export function schemaFileSchema(): unknown {
  return {
    title: 'Parley schema',
    ...z.toJSONSchema(SchemaFile, { target: 'draft-2020-12', io: 'input' }),
  };
}
