import { type BrowserWindow, dialog } from 'electron';
import { RestartLimit } from './restart-limit';

/**
 * Loads a window's page again when its process has ended unexpectedly; the project goes on in its
 * engine. When it keeps ending, the person decides.
 */
export function reviveAfterCrash(window: BrowserWindow): void {
  const limit = new RestartLimit(3, 60_000);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    console.error(`parley: the window's page ended unexpectedly (${reason})`);
    if (limit.allows(Date.now())) reload(window);
    else void askToGoOn(window);
  });
}

/** A page cannot be loaded again while Chromium is still telling that it has gone. */
function reload(window: BrowserWindow): void {
  setImmediate(() => {
    if (!window.isDestroyed()) window.webContents.reload();
  });
}

async function askToGoOn(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Parley',
    message: 'This window stopped several times in a minute.',
    detail: 'What was shown as saved is in the project file.',
    buttons: ['Load it again', 'Close it'],
    defaultId: 0,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === 0) reload(window);
  else window.destroy();
}
