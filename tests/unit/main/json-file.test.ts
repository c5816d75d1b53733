import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { JsonFile } from '../../../src/main/json-file';

const Value = z.object({ theme: z.string() });
const defaults = { theme: 'system' };
let folder = '';
let path = '';
const open = () => new JsonFile(() => path, Value, defaults);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-profile-'));
  path = join(folder, 'profile', 'settings.json');
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

describe('a JSON file of the profile', () => {
  test('holds the defaults until something is written, and then that', () => {
    expect(open().get()).toEqual(defaults);
    open().set({ theme: 'dark' });
    expect(open().get()).toEqual({ theme: 'dark' });
    expect(readdirSync(join(folder, 'profile'))).toEqual(['settings.json']);
  });

  test.each(['', '{"theme":', '[]', '{"theme":1}', '\u0000'])(
    'that says %j is kept aside, and the defaults hold',
    (content) => {
      mkdirSync(join(folder, 'profile'));
      writeFileSync(path, content);
      expect(open().get()).toEqual(defaults);
      expect(readdirSync(join(folder, 'profile'))).toEqual(['settings.json.bad']);
      expect(readFileSync(`${path}.bad`, 'utf8')).toBe(content);
    },
  );

  test('that cannot be written costs nothing but the memory of it', () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => complaints.mockRestore());
    writeFileSync(join(folder, 'profile'), 'a file where the folder should be');
    const file = open();
    file.set({ theme: 'dark' });
    expect(file.get()).toEqual({ theme: 'dark' });
    expect(complaints).toHaveBeenCalledOnce();
  });
});
