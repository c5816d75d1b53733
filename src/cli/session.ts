import { homedir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import type { Client } from '@contract/client';
import type { SchemaDefinition } from '@core/model/schema';
import { localClient } from '../engine/client';
import { createProject, type Identity, openProject } from '../engine/index';
import { loadProfile } from '../engine/profile';

/** The folder that the app keeps its profile in on this system, so that both are one annotator. */
export function defaultProfileFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (environment.PARLEY_PROFILE) return environment.PARLEY_PROFILE;
  if (platform === 'win32')
    return join(environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Parley');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Parley');
  return join(environment.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'Parley');
}

export interface SessionOptions {
  profile?: string;
}

function identityFrom({ profile }: SessionOptions): Identity {
  return loadProfile(profile ?? defaultProfileFolder(process.env, process.platform), userInfo().username);
}

/** Does some work on an open project and closes it, however the work ends. */
export async function withProject<Result>(
  path: string,
  options: SessionOptions & { readOnly?: boolean; create?: { name: string; schema?: SchemaDefinition } },
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const file = resolve(path);
  const identity = identityFrom(options);
  const engine = options.create
    ? createProject({ path: file, ...options.create, identity })
    : openProject({ path: file, identity, readOnly: options.readOnly ?? false });
  try {
    return await work(localClient(engine));
  } finally {
    engine.close();
  }
}
