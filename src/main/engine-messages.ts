import type { WireError } from '@core/errors';
import type { Identity } from '../engine/index';

/**
 * What an engine process is for: a project that is there, or one to make. The files and folders
 * of `importPaths` are imported before it is reached; what the project has already is left out.
 */
export type Goal = { path: string; identity: Identity; importPaths: string[] } & (
  | { type: 'open'; readOnly: boolean }
  /** `schemaId`: a ready-made schema, instead of the first. */
  | { type: 'create'; name: string; schemaId?: string | undefined }
);

/** What the main process tells an engine process. A port to serve comes with 'connect'. */
export type ToEngine = Goal | { type: 'connect' } | { type: 'close' };

/** How an engine process answers its goal. */
export type FromEngine =
  | { type: 'opened'; path: string; readOnly: boolean }
  | { type: 'failed'; error: WireError };
