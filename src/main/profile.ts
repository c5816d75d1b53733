import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
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
  return new JsonFile(() => join(app.getPath('userData'), name), schema, defaults);
}

let known: Identity | null = null;

/** Who works here and on which device. */
export function identity(): Identity {
  known ??= loadProfile(app.getPath('userData'), userInfo().username);
  return known;
}
