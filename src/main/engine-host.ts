import { join } from 'node:path';
import type { ProjectState } from '@contract/host';
import { ParleyError, type WireError } from '@core/errors';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { FromEngine, ToEngine } from './engine-messages';

/** What to open: a project that is there, or a new one with files to import. */
export type Goal = Extract<ToEngine, { type: 'open' | 'create' }>;

const MOST_RESTARTS = 3;
const RESTART_WINDOW = 60_000;
const CLOSING_TIME = 5_000;

/**
 * Keeps the engine process of one window's project: starts it, hands out ports to it, and starts
 * it anew when it ends by itself. What was acknowledged is on disk, so nothing is lost then.
 */
export class EngineHost {
  #process: UtilityProcess | null = null;
  #state: ProjectState = { state: 'none' };
  #closing = false;
  #ends: number[] = [];
  readonly #onState: (state: ProjectState) => void;

  /** @param onState told at every change; for 'open' a port can then be asked for */
  constructor(onState: (state: ProjectState) => void) {
    this.#onState = onState;
  }

  get state(): ProjectState {
    return this.#state;
  }

  async open(goal: Goal, restarted = false): Promise<void> {
    this.#closing = false;
    this.#setState({ state: 'opening', path: goal.path });
    const child = utilityProcess.fork(join(__dirname, 'engine.cjs'), [], { serviceName: 'Parley engine' });
    this.#process = child;
    const answer = await this.#ask(child, goal);
    if (this.#process !== child) return;
    if (answer.type === 'failed') {
      this.#process = null;
      child.kill();
      this.#setState({ state: 'failed', path: goal.path, error: answer.error });
      return;
    }
    const again: Goal = {
      type: 'open',
      path: answer.path,
      readOnly: answer.readOnly,
      identity: goal.identity,
    };
    child.once('exit', () => void this.#ended(child, again));
    this.#setState({ state: 'open', path: answer.path, readOnly: answer.readOnly, restarted });
  }

  /** A new port to the open engine, for a page that has loaded. */
  connect(): MessagePortMain | null {
    if (!this.#process || this.#state.state !== 'open') return null;
    const { port1, port2 } = new MessageChannelMain();
    this.#process.postMessage({ type: 'connect' } satisfies ToEngine, [port1]);
    return port2;
  }

  /** Lets the engine finish what it is writing and close the file. */
  async close(): Promise<void> {
    this.#closing = true;
    const child = this.#process;
    this.#process = null;
    if (!child?.pid) return;
    await new Promise<void>((resolve) => {
      const late = setTimeout(() => {
        child.kill();
        resolve();
      }, CLOSING_TIME);
      child.once('exit', () => {
        clearTimeout(late);
        resolve();
      });
      child.postMessage({ type: 'close' } satisfies ToEngine);
    });
  }

  #ask(child: UtilityProcess, goal: Goal): Promise<FromEngine> {
    return new Promise((resolve) => {
      const ended = (code: number) =>
        resolve({ type: 'failed', error: stopped(goal.path, `exit code ${code}`) });
      child.once('exit', ended);
      child.once('message', (message: FromEngine) => {
        child.off('exit', ended);
        resolve(message);
      });
      child.postMessage(goal);
    });
  }

  async #ended(child: UtilityProcess, goal: Goal): Promise<void> {
    if (this.#closing || this.#process !== child) return;
    this.#process = null;
    this.#setState({ state: 'stopped', path: goal.path });
    const now = Date.now();
    this.#ends = [...this.#ends.filter((time) => now - time < RESTART_WINDOW), now];
    if (this.#ends.length > MOST_RESTARTS) {
      this.#setState({
        state: 'failed',
        path: goal.path,
        error: stopped(goal.path, 'several times in a minute'),
      });
      return;
    }
    await this.open(goal, true);
  }

  #setState(state: ProjectState): void {
    this.#state = state;
    this.#onState(state);
  }
}

function stopped(path: string, how: string): WireError {
  const { kind, data } = new ParleyError('engine-stopped', {
    file: path,
    cause: `The engine that keeps the project stopped (${how})`,
    remedy: 'What was shown as saved is in the file. Open the project again.',
  });
  return { kind, data };
}
