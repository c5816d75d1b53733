import { BrowserWindow, screen } from 'electron';
import { profileFile } from './profile';
import { defaultWindowState, type Rectangle, visibleBounds, WindowState } from './window-state';

/** So long a window must rest before its place is written, in milliseconds. */
const REST = 500;

const file = profileFile('window-state.json', WindowState, defaultWindowState);

/** How a new window is to stand: as the last one did, where that can be seen and is free. */
export function storedWindow(): { bounds: Rectangle; maximized: boolean; zoomLevel: number } {
  const { bounds, maximized, zoomLevel } = file.get();
  const first = screen.getPrimaryDisplay();
  const displays = [first, ...screen.getAllDisplays().filter(({ id }) => id !== first.id)];
  const areas = displays.map(({ workArea }) => workArea);
  const others = BrowserWindow.getAllWindows().map((window) => window.getBounds());
  return { bounds: visibleBounds(bounds, areas, others), maximized, zoomLevel };
}

/** Remembers how a window stands, when it has come to rest and when it closes. */
export function keepWindowState(window: BrowserWindow): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = () => {
    clearTimeout(timer);
    file.set({
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
      zoomLevel: window.webContents.getZoomLevel(),
    });
  };
  const keepSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, REST);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('close', keep);
  window.on('closed', () => clearTimeout(timer));
}
