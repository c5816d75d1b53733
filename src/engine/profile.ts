import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Id } from '@core/model/ids';
import { Annotator } from '@core/model/project';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Identity } from './context';

const Profile = z.object({ deviceId: Id, annotator: Annotator });

/**
 * Who works here and on which device, from profile.json in the profile's folder; made at first
 * use with `userName`. A file that cannot be understood is kept aside as profile.json.bad.
 */
export function loadProfile(directory: string, userName: string): Identity {
  const path = join(directory, 'profile.json');
  if (existsSync(path)) {
    try {
      return Profile.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      renameSync(path, `${path}.bad`);
    }
  }
  const identity: Identity = {
    deviceId: v7(),
    annotator: { id: v7(), name: userName.trim().slice(0, 200) || 'Annotator' },
  };
  mkdirSync(directory, { recursive: true });
  writeFileSync(`${path}.part`, `${JSON.stringify(identity, null, 2)}\n`);
  renameSync(`${path}.part`, path);
  return identity;
}
