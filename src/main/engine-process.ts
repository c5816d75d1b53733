/** The engine's own process: the only one that opens a project file. */
import type { ClientMessage, EngineMessage } from '@contract/protocol';
import { toWireError } from '@core/errors';
import type { MessagePortMain } from 'electron';
import { createProject, type Engine, openProject } from '../engine/index';
import { serve } from '../engine/serve';
import type { FromEngine, ToEngine } from './engine-messages';

let engine: Engine | null = null;

async function open(message: Extract<ToEngine, { type: 'open' | 'create' }>): Promise<FromEngine> {
  try {
    engine = message.type === 'open' ? openProject(message) : createProject(message);
    if (message.type === 'create' && message.importPaths.length > 0) {
      await engine.execute('document.import', { paths: message.importPaths });
    }
    return { type: 'opened', path: engine.path, readOnly: engine.readOnly };
  } catch (thrown) {
    return { type: 'failed', error: toWireError(thrown) };
  }
}

function connect(opened: Engine, port: MessagePortMain): void {
  const stop = serve(opened, {
    post: (message: EngineMessage) => port.postMessage(message),
    listen: (receive) => {
      port.on('message', (event) => receive(event.data as ClientMessage));
      port.start();
    },
  });
  port.on('close', stop);
}

process.parentPort.on('message', (event) => {
  const message = event.data as ToEngine;
  const [port] = event.ports;
  if (message.type === 'connect') {
    if (engine && port) connect(engine, port);
  } else if (message.type === 'close') {
    engine?.close();
    process.exit(0);
  } else {
    void open(message).then((answer) => process.parentPort.postMessage(answer));
  }
});
