import type { WebContents } from 'electron';

const STEP = 0.5;
const SMALLEST = -3;
const LARGEST = 5;

/** Changes the size of everything in a page by steps; one step is a factor of about 1.1. */
export function zoomBy(contents: WebContents, steps: number): void {
  const level = contents.getZoomLevel() + steps * STEP;
  contents.setZoomLevel(Math.max(SMALLEST, Math.min(LARGEST, level)));
}

/** Starts a page at a zoom level, keeps it over reloads, and lets Ctrl and the wheel change it. */
export function keepZoom(contents: WebContents, level: number): void {
  let current = level;
  contents.on('did-start-navigation', (event) => {
    if (event.isMainFrame && contents.getURL() !== '') current = contents.getZoomLevel();
  });
  contents.on('did-navigate', () => contents.setZoomLevel(current));
  contents.on('zoom-changed', (_event, direction) => zoomBy(contents, direction === 'in' ? 1 : -1));
}
