import type { WireError } from '@core/errors';
import type { Identity } from '../engine/index';

/** What the main process tells an engine process. A port comes with 'connect'. */
export type ToEngine =
  | { type: 'open'; path: string; readOnly: boolean; identity: Identity }
  /** Makes a project and imports the given files into it. */
  | { type: 'create'; path: string; name: string; identity: Identity; importPaths: string[] }
  | { type: 'connect' }
  | { type: 'close' };

/** How an engine process answers 'open' and 'create'. */
export type FromEngine =
  | { type: 'opened'; path: string; readOnly: boolean }
  | { type: 'failed'; error: WireError };
