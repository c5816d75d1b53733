import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { ParleyError } from '@core/errors';
import { app } from 'electron';
import type { z } from 'zod';
import type { Identity } from '../engine/index';
import { loadProfile } from '../engine/profile';
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

let known: Identity | null = null;

/**
 * Who works here and on which device.
 * @throws ParleyError 'io' where the profile's folder can neither be read nor written
 */
export function identity(): Identity {
  const folder = app.getPath('userData');
  try {
    known ??= loadProfile(folder, userInfo().username);
    return known;
  } catch (error) {
    throw new ParleyError('io', {
      file: folder,
      cause: `Parley's own folder cannot be used (${error instanceof Error ? error.message : String(error)})`,
      remedy: 'Make room and give yourself the right to write there, then start Parley again.',
    });
  }
}
