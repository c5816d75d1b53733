import { basename, dirname, join } from 'node:path';
import { created } from '@core/journal/change';
import type { SchemaDefinition } from '@core/model/schema';
import { readyMadeSchemas } from '@core/schemas/index';
import { v7 } from 'uuid';
import { publish } from '../store/claim';
import { copyProject as copyFile } from '../store/copy';
import { ProjectFile, type Session } from '../store/project-file';
import type { Environment, Identity } from './context';
import { type Engine, ProjectEngine } from './engine';

export type { Environment, Identity } from './context';
export type { Engine } from './engine';

export interface OpenOptions {
  path: string;
  identity: Identity;
  /** Open without the right to write; works while another program has the project open. */
  readOnly?: boolean;
  environment?: Environment;
}

export interface CreateOptions {
  path: string;
  name: string;
  identity: Identity;
  /** What may be marked in it; the first ready-made schema where absent. */
  schema?: SchemaDefinition;
  environment?: Environment;
}

const realEnvironment: Environment = { now: Date.now, newId: () => v7() };

/**
 * Makes a project with a schema and opens it. The file appears under its name only when
 * it is a whole project, so that nothing half made is left where the making was cut short.
 * @throws ParleyError 'exists', 'io', 'disk-full'
 */
export function createProject({
  path,
  name,
  identity,
  schema = readyMadeSchemas[0]!,
  environment = realEnvironment,
}: CreateOptions): Engine {
  const part = join(dirname(path), `.${basename(path)}.${environment.newId()}.part`);
  const engine = new ProjectEngine(
    ProjectFile.create(part, sessionOf(identity, environment)),
    identity,
    environment,
  );
  engine.commit(
    'do',
    'project.create',
    { name },
    {
      changes: [
        created('project', {
          id: environment.newId(),
          name,
          guidelines: '',
          blind: false,
          adjudicators: [],
        }),
        created('schema', {
          id: environment.newId(),
          version: 1,
          definition: { ...schema, version: 1 },
        }),
        created('annotator', identity.annotator),
      ],
    },
  );
  engine.close();
  publish(part, path);
  return openProject({ path, identity, environment });
}

/**
 * Opens a project file; read-only also where the file or its folder cannot be written.
 * @throws ParleyError 'not-found', 'not-a-project', 'newer-file', 'damaged', 'locked', 'io'
 */
export function openProject({
  path,
  identity,
  readOnly = false,
  environment = realEnvironment,
}: OpenOptions): Engine {
  const file = ProjectFile.open(path, sessionOf(identity, environment), { readOnly });
  return new ProjectEngine(file, identity, environment);
}

/** Copies a project as it stands. @throws ParleyError 'exists', 'io', and what opening it throws */
export function copyProject(path: string, to: string): void {
  copyFile(path, to, v7());
}

function sessionOf(identity: Identity, environment: Environment): Session {
  return {
    annotator: identity.annotator.name,
    token: environment.newId(),
    since: new Date(environment.now()).toISOString(),
  };
}
