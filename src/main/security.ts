import { app, session } from 'electron';
import { PAGE } from './protocol';

/** The address that windows show: the bundle, or in development the dev server. */
export function pageAddress(): string {
  const devServer = process.env.ELECTRON_RENDERER_URL;
  return !app.isPackaged && devServer ? devServer : PAGE;
}

/** Is this address part of the app's own page? */
export function isOwnPage(address: string): boolean {
  try {
    const given = new URL(address);
    const own = new URL(pageAddress());
    return given.protocol === own.protocol && given.host === own.host;
  } catch {
    return false;
  }
}

/** Refuses, for every page, what an annotation tool never needs: navigation, new windows, permissions. */
export function lockDown(): void {
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
  });
}

/** Denies every permission. Must run when the app is ready. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
  session.defaultSession.setSpellCheckerEnabled(false);
}
