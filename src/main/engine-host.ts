import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectState } from '@contract/host';
import type { WireError } from '@core/errors';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { FromEngine, Goal, ToEngine } from './engine-messages';
import { RestartLimit } from './restart-limit';

/** So long an engine may take to close its file before it is ended, in milliseconds. */
const CLOSING_TIME = 5_000;
/** So long it may take to end after that, until the system is asked to end it unheard. */
const ENDING_TIME = 1_000;

/** Those that have a process, also while it is closing its file for a window that has gone. */
export const liveEngines: ReadonlySet<EngineHost> = new Set();
const live = liveEngines as Set<EngineHost>;

/**
 * Keeps the engine process of one window's project: starts it, hands out ports to it, and starts
 * it anew when it ends by itself. What was acknowledged is on disk, so nothing is lost then.
 */
export class EngineHost {
  readonly #onState: (state: ProjectState) => void;
  readonly #restarts = new RestartLimit(3, 60_000);
  #goal: Goal;
  #process: UtilityProcess | null = null;
  #state: ProjectState;
  #closing: Promise<void> | null = null;

  /** @param onState told at every change; while 'open' a port can be asked for */
  constructor(goal: Goal, onState: (state: ProjectState) => void) {
    this.#goal = goal;
    this.#state = { state: 'opening', path: goal.path };
    this.#onState = onState;
  }

  /** Path of the project, also of one that could not be opened. */
  get path(): string {
    return this.#goal.path;
  }

  start(): void {
    if (!this.#closing) this.#fork(false);
  }

  /** A new port to the open engine, for a page that has loaded; null while there is none. */
  connect(): MessagePortMain | null {
    if (!this.#process || this.#state.state !== 'open') return null;
    const { port1, port2 } = new MessageChannelMain();
    this.#process.postMessage({ type: 'connect' } satisfies ToEngine, [port1]);
    return port2;
  }

  /** Lets the engine finish what it is writing and close the file. Resolves when its process has ended. */
  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  #fork(restarted: boolean): void {
    const child = utilityProcess.fork(join(__dirname, 'engine.cjs'), [], { serviceName: 'Parley engine' });
    this.#process = child;
    live.add(this);
    child.on('message', (answer: FromEngine) => this.#answered(child, answer, restarted));
    child.once('exit', (code) => this.#ended(code));
    child.postMessage(this.#goal);
  }

  #answered(child: UtilityProcess, answer: FromEngine, restarted: boolean): void {
    if (this.#closing) return;
    if (answer.type === 'failed') {
      child.postMessage({ type: 'close' } satisfies ToEngine);
      this.#setState({ state: 'failed', path: this.path, error: answer.error });
      return;
    }
    const { path, readOnly } = answer;
    this.#goal = { type: 'open', path, readOnly, identity: this.#goal.identity, importPaths: [] };
    this.#setState({ state: 'open', path, readOnly, restarted });
  }

  #ended(code: number): void {
    this.#process = null;
    live.delete(this);
    if (this.#closing || this.#state.state === 'failed') return;
    console.error(`parley: the engine ended unexpectedly (code ${code})`);
    if (!this.#restarts.allows(Date.now())) {
      this.#setState({ state: 'failed', path: this.path, error: stoppedTooOften(this.path) });
      return;
    }
    this.#setState({ state: 'stopped', path: this.path });
    if (this.#goal.type === 'create' && existsSync(this.path)) {
      const { path, identity, importPaths } = this.#goal;
      this.#goal = { type: 'open', path, readOnly: false, identity, importPaths };
    }
    this.#fork(true);
  }

  async #end(): Promise<void> {
    const child = this.#process;
    if (!child) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.postMessage({ type: 'close' } satisfies ToEngine);
    if (await inTime(ended, CLOSING_TIME)) return;
    child.kill();
    if (await inTime(ended, ENDING_TIME)) return;
    if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    await inTime(ended, ENDING_TIME);
  }

  #setState(state: ProjectState): void {
    this.#state = state;
    this.#onState(state);
  }
}

async function inTime(event: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const result = await Promise.race([event.then(() => true), late]);
  clearTimeout(timer);
  return result;
}

function stoppedTooOften(path: string): WireError {
  return {
    kind: 'engine-stopped',
    data: {
      file: path,
      cause: 'The engine that keeps the project stopped several times in a minute',
      remedy:
        'What was shown as saved is in the file. Open the project again, or close Parley and start it anew.',
    },
  };
}
