import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { progressOn, table } from '../../../src/cli/output';
import { defaultProfileFolder } from '../../../src/cli/session';

describe('the profile folder', () => {
  test.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ['linux', { XDG_CONFIG_HOME: '/c' }, join('/c', 'Parley')],
    ['win32', { APPDATA: '/roaming' }, join('/roaming', 'Parley')],
    ['darwin', { PARLEY_PROFILE: '/mine' }, '/mine'],
    ['linux', { PARLEY_PROFILE: '/mine', XDG_CONFIG_HOME: '/c' }, '/mine'],
  ])('on %s with %j is %s', (platform, environment, folder) => {
    expect(defaultProfileFolder(environment, platform)).toBe(folder);
  });

  test('is in the home folder where the environment says nothing', () => {
    expect(defaultProfileFolder({}, 'linux')).toMatch(/\.config.Parley$/);
    expect(defaultProfileFolder({}, 'darwin')).toMatch(/Library.Application Support.Parley$/);
    expect(defaultProfileFolder({}, 'win32')).toMatch(/AppData.Roaming.Parley$/);
  });
});

test('a table has columns as wide as their widest cell, and no white space at the end of lines', () => {
  expect(
    table([
      ['a', 'long cell', ''],
      ['wide', 'b', 'c'],
    ]),
  ).toBe('a     long cell\nwide  b          c\n');
  expect(table([])).toBe('');
});

describe('progress', () => {
  const report = { done: 1, total: 2, what: 'Reading' };

  test('is shown on a terminal', () => {
    const stderr = Object.assign(new PassThrough(), { isTTY: true });
    progressOn(stderr)(report);
    expect(String(stderr.read())).toContain('1/2 Reading');
  });

  test('is silent elsewhere', () => {
    const stderr = new PassThrough();
    progressOn(stderr)(report);
    expect(stderr.read()).toBeNull();
  });
});
