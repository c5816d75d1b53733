import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeySet } from '@contract/keys';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { readKeySet, writeKeySet } from '../../../src/main/key-file';

const set: KeySet = { format: 'parley-keys', version: 1, keys: { 'edit.undo': ['Mod+KeyU'] } };
let path = '';

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-keys-'));
  path = join(folder, 'keys.json');
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

describe('a file of keys', () => {
  test('is read as it was written', async () => {
    await writeKeySet(path, set);
    expect(await readKeySet(path)).toEqual(set);
  });

  test.each([
    '',
    '[]',
    '{"format":"parley-keys","version":2,"keys":{}}',
    '{"format":"parley-keys","version":1,"keys":{"edit.undo":"Mod+KeyU"}}',
    '{"format":"parley-keys","version":1,"keys":{"edit.undo":["<b>"]}}',
    '{"format":"parley-keys","version":1,"keys":{"edit.undo":[]}}',
  ])('that says %j is refused with its name', async (content) => {
    writeFileSync(path, content);
    await expect(readKeySet(path)).rejects.toMatchObject({ kind: 'bad-input', data: { file: path } });
  });

  test('that is not there, or cannot be written, is told as such', async () => {
    await expect(readKeySet(path)).rejects.toMatchObject({ kind: 'io' });
    await expect(writeKeySet(join(path, 'below'), set)).rejects.toMatchObject({ kind: 'io' });
  });
});
