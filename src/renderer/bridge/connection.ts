import { connect, type PortClient } from '@contract/client';
import type { ProjectState } from '@contract/host';
import type { EngineMessage } from '@contract/protocol';
import { ParleyError } from '@core/errors';
import { create } from 'zustand';

type OpenProject = Extract<ProjectState, { state: 'open' }>;

interface Connection {
  project: ProjectState;
  /** The project in the window: it stays there while its engine is started again. */
  shown: OpenProject | null;
  /** Present while a project is open. */
  client: PortClient | null;
}

/** How the window's project stands, and the way to its engine. */
export const useConnection = create<Connection>(() => ({
  project: { state: 'opening', path: '' },
  shown: null,
  client: null,
}));

export function projectStateChanged(project: ProjectState, port: MessagePort | undefined): void {
  const { client, shown } = useConnection.getState();
  client?.disconnect(gone());
  if (project.state === 'open' && port) {
    useConnection.setState({ project, shown: project, client: clientOver(port) });
  } else {
    useConnection.setState({ project, shown: project.state === 'stopped' ? shown : null, client: null });
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
