/**
 * The engine's own process: the only one that opens a project file. It is told its goal, answers
 * once, then serves every port that it is handed until it is told to close.
 */
import type { ClientMessage, EngineMessage } from '@contract/protocol';
import { toWireError } from '@core/errors';
import type { SchemaDefinition } from '@core/model/schema';
import { readyMadeSchemas } from '@core/schemas/index';
import type { MessagePortMain } from 'electron';
import { createProject, type Engine, openProject } from '../engine/index';
import { serve } from '../engine/serve';
import type { FromEngine, Goal, ToEngine } from './engine-messages';

/** So long a page that is going away has for its last commands to arrive, in milliseconds. */
const LAST_WORDS = 1_000;

let engine: Engine | null = null;
const ports = new Set<MessagePortMain>();
let portClosed: () => void = () => {};

async function reach(goal: Goal): Promise<FromEngine> {
  try {
    engine =
      goal.type === 'open' ? openProject(goal) : createProject({ ...goal, ...schemaOf(goal.schemaId) });
    await importInto(engine, goal.importPaths);
    return { type: 'opened', path: engine.path, readOnly: engine.readOnly };
  } catch (thrown) {
    return { type: 'failed', error: toWireError(thrown) };
  }
}

function schemaOf(id: string | undefined): { schema?: SchemaDefinition } {
  const schema = readyMadeSchemas.find((candidate) => candidate.id === id);
  return schema ? { schema } : {};
}

/** The project is of use without these documents too, so that their failure is not its own. */
async function importInto(project: Engine, paths: string[]): Promise<void> {
  if (paths.length === 0) return;
  try {
    await project.execute('document.import', { paths });
  } catch (error) {
    console.error('parley: the first documents were not imported:', toWireError(error).kind);
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
  ports.add(port);
  port.on('close', () => {
    stop();
    ports.delete(port);
    portClosed();
  });
}

/**
 * Closes the file and ends. The last commands of a page may still be on their way when main asks
 * for this, since they come by another road: they are ahead of the end of the page's port.
 */
async function close(): Promise<void> {
  await new Promise<void>((resolve) => {
    portClosed = () => {
      if (ports.size === 0) resolve();
    };
    setTimeout(resolve, LAST_WORDS);
    portClosed();
  });
  try {
    engine?.close();
  } finally {
    process.exit(0);
  }
}

process.parentPort.on('message', (event) => {
  const message = event.data as ToEngine;
  const [port] = event.ports;
  if (message.type === 'connect') {
    if (engine && port) connect(engine, port);
  } else if (message.type === 'close') {
    void close();
  } else {
    void reach(message).then((answer) => process.parentPort.postMessage(answer));
  }
});
