import { ParleyError } from '@core/errors';
import type { Input, OperationName, Output } from './index';
import type { ClientMessage, EngineMessage, Port, ProgressReport } from './protocol';

export interface CallOptions {
  /** Cancels long work; the call then fails with kind 'cancelled'. */
  signal?: AbortSignal;
  onProgress?: (progress: ProgressReport) => void;
}

export type Changed = Extract<EngineMessage, { type: 'changed' }>;

/** Asks an engine; the same shape in the window, the command line and the tests. */
export interface Client {
  /** @throws ParleyError as the engine reports it. */
  call<Name extends OperationName>(
    name: Name,
    input: Input<Name>,
    options?: CallOptions,
  ): Promise<Output<Name>>;
  /** Told after every committed change, whoever caused it. Returns the way to stop listening. */
  onChanged(listener: (changed: Changed) => void): () => void;
}

interface Pending {
  resolve(value: unknown): void;
  reject(reason: Error): void;
  onProgress: CallOptions['onProgress'];
}

/** A client at the far end of a port, which can be told that the engine is gone. */
export interface PortClient extends Client {
  /** Fails every call under way, and every later one, with the given error. */
  disconnect(error: ParleyError): void;
}

export function connect(port: Port<EngineMessage, ClientMessage>): PortClient {
  const pending = new Map<number, Pending>();
  const listeners = new Set<(changed: Changed) => void>();
  let nextId = 1;
  let gone: ParleyError | null = null;

  port.listen((message) => {
    if (message.type === 'changed') {
      for (const listener of listeners) listener(message);
      return;
    }
    const call = pending.get(message.id);
    if (!call) return;
    if (message.type === 'progress') {
      call.onProgress?.(message.progress);
      return;
    }
    pending.delete(message.id);
    if (message.type === 'result') call.resolve(message.value);
    else call.reject(new ParleyError(message.error.kind, message.error.data));
  });

  return {
    call(name, input, options = {}) {
      if (gone) return Promise.reject(gone);
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const id = nextId++;
      pending.set(id, { resolve, reject, onProgress: options.onProgress });
      const cancel = () => port.post({ type: 'cancel', id });
      port.post({ type: 'call', id, name, input });
      if (options.signal?.aborted) cancel();
      else options.signal?.addEventListener('abort', cancel, { once: true });
      return promise.finally(() => options.signal?.removeEventListener('abort', cancel)) as Promise<never>;
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    disconnect(error) {
      gone = error;
      for (const call of pending.values()) call.reject(error);
      pending.clear();
    },
  };
}
