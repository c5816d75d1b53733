import { app, session } from 'electron';
import { devServer } from './page';

/**
 * Parley needs no network and makes no connection. Chromium's own background traffic is switched
 * off, no name resolves and no proxy is looked for. Must run before the app is ready.
 */
export function switchNetworkOff(): void {
  const { commandLine } = app;
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
    'no-proxy-server',
  ]) {
    commandLine.appendSwitch(name);
  }
  if (!devServer()) commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

const harmless = new Set(['app:', 'devtools:', 'data:', 'blob:']);

/** Cancels every request that would leave the program. Must run when the app is ready. */
export function refuseRequests(): void {
  const server = devServer();
  const allowedHost = server ? new URL(server).host : null;
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    const { protocol, host } = new URL(url);
    answer({ cancel: !harmless.has(protocol) && (allowedHost === null || host !== allowedHost) });
  });
}
