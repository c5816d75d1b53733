import type { Client } from '@contract/client';
import type { Engine } from './engine';

/** The contract's client over an engine in the same process, for the command line and for tests. */
export function localClient(engine: Engine): Client {
  return {
    call: (name, input, options) => engine.execute(name, input, options) as Promise<never>,
    onChanged: (listener) =>
      engine.onChanged((entry, changes) => listener({ type: 'changed', entry, changes })),
  };
}
