import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadProfile, workAs } from '../../../src/engine/profile';
import { temporaryFolder } from '../../support/project';

const other = { id: '01a20000-0000-7000-8000-000000000001', name: 'Annotator B' };

describe('who works here', () => {
  test('is made at the first use, and the same ever after', () => {
    const folder = join(temporaryFolder(), 'profile');
    const made = loadProfile(folder, ' Somebody ');
    expect(made.annotator.name).toBe('Somebody');
    expect(loadProfile(folder, 'Else')).toEqual(made);
  });

  test('changes to another person and back; the device and all who have worked here stay known', () => {
    const folder = temporaryFolder();
    const first = loadProfile(folder, 'Somebody');
    const second = workAs(folder, first, other);
    expect(loadProfile(folder, '')).toEqual(second);
    expect(second).toEqual({
      deviceId: first.deviceId,
      annotator: other,
      known: [first.annotator, other],
    });
    const back = workAs(folder, second, { ...first.annotator, name: 'Renamed' });
    expect(back.annotator).toEqual({ id: first.annotator.id, name: 'Renamed' });
    expect(back.known).toEqual([other, back.annotator]);
  });

  test('is read from a profile that knows of one person only, and kept aside where it is no profile', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'profile.json');
    writeFileSync(path, JSON.stringify({ deviceId: other.id, annotator: other }));
    expect(loadProfile(folder, '')).toEqual({ deviceId: other.id, annotator: other, known: [] });
    writeFileSync(path, 'no profile');
    expect(loadProfile(folder, 'Somebody').annotator.name).toBe('Somebody');
    expect(readFileSync(`${path}.bad`, 'utf8')).toBe('no profile');
  });
});
