import { connect, type PortClient } from '@contract/client';
import type { ProjectState } from '@contract/host';
import type { EngineMessage } from '@contract/protocol';
import { ParleyError } from '@core/errors';
import { create } from 'zustand';

interface Connection {
  project: ProjectState;
  /** Present while a project is open. */
  client: PortClient | null;
}

/** How the window's project stands, and the way to its engine. */
export const useConnection = create<Connection>(() => ({
  project: { state: 'opening', path: '' },
  client: null,
}));

export function projectStateChanged(project: ProjectState, port: MessagePort | undefined): void {
  const { client } = useConnection.getState();
  if (project.state === 'open' && port) {
    client?.disconnect(gone());
    useConnection.setState({ project, client: clientOver(port) });
  } else {
    client?.disconnect(gone());
    useConnection.setState({ project, client: null });
  }
}

function gone(): ParleyError {
  return new ParleyError('engine-stopped', {
    remedy: 'It is being started again; then do the last thing once more.',
  });
}

function clientOver(port: MessagePort): PortClient {
  return connect({
    post: (message) => port.postMessage(message),
    listen: (receive) => {
      port.onmessage = (event) => receive(event.data as EngineMessage);
    },
  });
}

/** The client of the open project. @throws ParleyError when none is open */
export function theClient(): PortClient {
  const { client } = useConnection.getState();
  if (!client) throw gone();
  return client;
}
