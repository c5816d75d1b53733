import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { ParleyError } from '@core/errors';
import type { Annotator } from '@core/model/project';
import { app } from 'electron';
import type { z } from 'zod';
import type { Identity } from '../engine/index';
import { loadProfile, type Person, workAs as workAsIn } from '../engine/profile';
import { JsonFile } from './json-file';

/**
 * Settles the folder of settings, recent projects and window places: PARLEY_PROFILE, or Chromium's
 * own `--user-data-dir=`, else the system's place for Parley. Two profiles know nothing of each
 * other and run side by side. Must run before anything asks for the folder.
 */
export function chooseProfile(): void {
  app.setName('Parley');
  const chosen = process.env.PARLEY_PROFILE || app.commandLine.getSwitchValue('user-data-dir');
  if (!chosen) return;
  const folder = resolve(chosen);
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
}

/** A JSON file of the profile. */
export function profileFile<Value>(name: string, schema: z.ZodType<Value>, defaults: Value): JsonFile<Value> {
  const path = () => join(app.getPath('userData'), name);
  return new JsonFile(path, schema, defaults, (kept) => setAside.push(kept));
}

const setAside: string[] = [];

/** Where files of the profile are kept that could not be understood; each is told once. */
export function takeSetAside(): string[] {
  return setAside.splice(0);
}

let loaded: ReturnType<typeof loadProfile> | null = null;

/**
 * Who works here and on which device.
 * @throws ParleyError 'io' where the profile's folder can neither be read nor written
 */
export function identity(): Identity {
  const { deviceId, annotator } = profile();
  return { deviceId, annotator };
}

/** Everybody who has worked with this profile. @throws ParleyError 'io' as {@link identity} */
export function knownHere(): Annotator[] {
  const { known, annotator } = profile();
  return known.some(({ id }) => id === annotator.id) ? known : [...known, annotator];
}

/** Lets somebody work here from now on, or oneself under another name. @throws ParleyError 'io' as {@link identity} */
export function workAs(person: Person): void {
  const before = profile();
  loaded = inFolder((folder) => workAsIn(folder, before, person));
}

function profile() {
  loaded ??= inFolder((folder) => loadProfile(folder, userInfo().username));
  return loaded;
}

function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = app.getPath('userData');
  try {
    return work(folder);
  } catch (error) {
    throw new ParleyError('io', {
      file: folder,
      cause: `Parley's own folder cannot be used (${error instanceof Error ? error.message : String(error)})`,
      remedy: 'Make room and give yourself the right to write there, then start Parley again.',
    });
  }
}
