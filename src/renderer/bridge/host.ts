import {
  HOST_MESSAGE,
  type HostCall,
  type HostInput,
  type HostMessage,
  type HostOutput,
  type ParleyBridge,
} from '@contract/host';
import { ParleyError } from '@core/errors';

declare global {
  interface Window {
    parley: ParleyBridge;
  }
}

export const isMac = window.parley.platform === 'darwin';

/** Asks the main process. @throws ParleyError */
export async function callHost<Name extends HostCall>(
  name: Name,
  input: HostInput<Name>,
): Promise<HostOutput<Name>> {
  const answer = await window.parley.call(name, input);
  if (!answer.ok) throw new ParleyError(answer.error.kind, answer.error.data);
  return answer.value as HostOutput<Name>;
}

/** Tells `receive` everything that the main process sends; `port` comes with an open project. */
export function listenToHost(receive: (message: HostMessage, port: MessagePort | undefined) => void): void {
  window.addEventListener('message', (event: MessageEvent) => {
    if (event.source !== window || event.data?.source !== HOST_MESSAGE) return;
    receive(event.data.data as HostMessage, event.ports[0]);
  });
}
