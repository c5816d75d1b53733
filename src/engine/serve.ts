import type { ClientMessage, EngineMessage, Port } from '@contract/protocol';
import { toWireError } from '@core/errors';
import type { Engine } from './engine';

/**
 * Answers a client at the far end of a port. Everything that arrives is checked by the engine,
 * whoever sends it. Returns the way to stop: what is under way is cancelled.
 */
export function serve(engine: Engine, port: Port<ClientMessage, EngineMessage>): () => void {
  const underWay = new Map<number, AbortController>();
  const stopListening = engine.onChanged((entry, changes) => port.post({ type: 'changed', entry, changes }));

  const call = async (id: number, name: string, input: unknown): Promise<void> => {
    const controller = new AbortController();
    underWay.set(id, controller);
    try {
      const value = await engine.execute(name, input, {
        signal: controller.signal,
        onProgress: (progress) => port.post({ type: 'progress', id, progress }),
      });
      port.post({ type: 'result', id, value });
    } catch (thrown) {
      port.post({ type: 'error', id, error: toWireError(thrown) });
    } finally {
      underWay.delete(id);
    }
  };

  port.listen((message) => {
    if (message.type === 'call') void call(message.id, String(message.name), message.input);
    else if (message.type === 'cancel') underWay.get(message.id)?.abort();
  });

  return () => {
    stopListening();
    for (const controller of underWay.values()) controller.abort();
  };
}
