import { app, session } from 'electron';
import { isOwnPage } from './page';

/**
 * Refuses, for every page, what an annotation tool never needs: leaving its page, new windows,
 * guests, connections around the proxy. Must run before the app is ready.
 */
export function lockDown(): void {
  // With --no-sandbox (a launcher's choice, where the system has no sandbox for root) there is none to enable.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  if (app.isPackaged) {
    for (const name of ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins']) {
      app.commandLine.removeSwitch(name);
    }
  }
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !isOwnPage(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

/** Denies every permission, and downloads. Must run when the app is ready. */
export function denyPermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  // Without languages first, switching the spell checker off would still ask a server for their dictionaries.
  defaultSession.setSpellCheckerLanguages([]);
  defaultSession.setSpellCheckerEnabled(false);
  defaultSession.on('will-download', (event) => event.preventDefault());
}
