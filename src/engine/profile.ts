import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Id } from '@core/model/ids';
import { Annotator } from '@core/model/project';
import { v7 } from 'uuid';
import { z } from 'zod';

const Profile = z.object({
  deviceId: Id,
  annotator: Annotator,
  /** Everybody who has worked with this profile, who works now among them. */
  known: z.array(Annotator).default([]),
});
type Profile = z.infer<typeof Profile>;

const pathIn = (directory: string) => join(directory, 'profile.json');

/**
 * Who works here and on which device, from profile.json in the profile's folder; made at first
 * use with `userName`. A file that cannot be understood is kept aside as profile.json.bad.
 */
export function loadProfile(directory: string, userName: string): Profile {
  const path = pathIn(directory);
  if (existsSync(path)) {
    try {
      return Profile.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      renameSync(path, `${path}.bad`);
    }
  }
  const annotator = { id: v7(), name: userName.trim().slice(0, 200) || 'Annotator' };
  return write(directory, { deviceId: v7(), annotator, known: [annotator] });
}

/** Whose work is kept from now on: somebody known, or somebody new where there is no id yet. */
export type Person = Omit<Annotator, 'id'> & { id: string | null };

/** From now on this person works with the profile, under this name. The device stays the same. */
export function workAs(directory: string, profile: Profile, { id, name }: Person): Profile {
  const annotator = { id: id ?? v7(), name };
  const others = [...profile.known, profile.annotator].filter((one) => one.id !== annotator.id);
  const known = [...new Map([...others, annotator].map((one) => [one.id, one])).values()];
  return write(directory, { ...profile, annotator, known });
}

function write(directory: string, profile: Profile): Profile {
  const path = pathIn(directory);
  mkdirSync(directory, { recursive: true });
  writeFileSync(`${path}.part`, `${JSON.stringify(profile, null, 2)}\n`);
  renameSync(`${path}.part`, path);
  return profile;
}
