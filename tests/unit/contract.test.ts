import { contract, type OperationName } from '@contract/index';
import { expect, test } from 'vitest';
import { z } from 'zod';

/** The shape of an input for people: field: kind, with ? where it may be left out. */
function shapeOf(schema: z.ZodType): string {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return Object.entries(json.properties ?? {})
    .map(([name, property]) => `\`${name}${json.required?.includes(name) ? '' : '?'}\`: ${kindOf(property)}`)
    .join(', ');
}

interface JsonSchema {
  title?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  format?: string;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

function kindOf(schema: JsonSchema): string {
  if (schema.title) return schema.title;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(kindOf))].join(' or ');
  if (schema.type === 'array') return `list of ${kindOf(schema.items ?? {})}`;
  if (schema.type === 'object' && schema.properties) {
    return `{ ${Object.entries(schema.properties)
      .map(([name, property]) => `${name}: ${kindOf(property)}`)
      .join(', ')} }`;
  }
  return schema.format === 'uuid' ? 'id' : (schema.type ?? 'anything');
}

function reference(): string {
  const names = Object.keys(contract) as OperationName[];
  const sections = names.map((name) => {
    const { kind, summary, input, long } = contract[name];
    const facts = [kind, ...(long ? ['reports progress, can be cancelled'] : [])].join(', ');
    const shape = shapeOf(input);
    return `## ${name}\n\n${summary} _(${facts})_\n\n${shape ? `Input: ${shape}` : 'No input.'}\n`;
  });
  return `# The contract

Everything that can be asked of a project, made from \`src/contract\`. The window, the command line
(\`parley run\`, see cli.md) and the tests use these operations and no others. Ids are UUIDs; offsets
are UTF-16 code units.

${sections.join('\n')}`;
}

test('docs/contract.md describes the contract as it is (npx vitest run -u writes it anew)', async () => {
  await expect(reference()).toMatchFileSnapshot('../../docs/contract.md');
});

test('every operation has a summary that is a sentence', () => {
  for (const [name, { summary }] of Object.entries(contract)) expect(summary, name).toMatch(/^[A-Z].*\.$/);
});
