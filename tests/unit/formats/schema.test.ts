import { expect, test } from 'vitest';
import { parleyJsonSchema } from '../../../src/formats/parley-json/model';

test('the published JSON Schema is that of the program (npx vitest run -u writes it anew)', async () => {
  await expect(`${JSON.stringify(parleyJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
    '../../../docs/formats/parley-json-1.schema.json',
  );
});
