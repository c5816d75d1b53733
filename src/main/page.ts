import { app } from 'electron';
import { sameOrigin } from './origin';
import { PAGE } from './protocol';

/** The dev server's address while the renderer is being worked on; never in a packaged app. */
export function devServer(): string | null {
  return (!app.isPackaged && process.env.ELECTRON_RENDERER_URL) || null;
}

/** The address that windows show: the bundle, or the dev server. */
export function pageAddress(): string {
  return devServer() ?? PAGE;
}

/** Is this address part of the app's own page? */
export function isOwnPage(address: string): boolean {
  return sameOrigin(address, pageAddress());
}
