import type { WireError } from '@core/errors';
import type { Identity } from '../engine/index';

/** What an engine process is for: a project that is there, or one to make. */
export type Goal =
  | { type: 'open'; path: string; readOnly: boolean; identity: Identity }
  /** The named files and folders are imported into the new project. */
  | { type: 'create'; path: string; name: string; identity: Identity; importPaths: string[] };

/** What the main process tells an engine process. A port to serve comes with 'connect'. */
export type ToEngine = Goal | { type: 'connect' } | { type: 'close' };

/** How an engine process answers its goal. */
export type FromEngine =
  | { type: 'opened'; path: string; readOnly: boolean }
  | { type: 'failed'; error: WireError };
