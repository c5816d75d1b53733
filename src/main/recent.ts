import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { app } from 'electron';
import { settings, updateSettings } from './settings';

const MOST = 10;
const listeners = new Set<() => void>();

/** Projects opened lately that are still there, the last first. */
export function recentProjects(): { path: string; name: string }[] {
  return settings()
    .recent.filter((path) => existsSync(path))
    .map((path) => ({ path, name: basename(path, '.parley') }));
}

export function rememberProject(path: string): void {
  updateSettings({ recent: [path, ...settings().recent.filter((other) => other !== path)].slice(0, MOST) });
  // Only macOS and Windows keep such a list.
  if (process.platform !== 'linux') app.addRecentDocument(path);
  for (const listener of listeners) listener();
}

export function forgetRecentProjects(): void {
  updateSettings({ recent: [] });
  for (const listener of listeners) listener();
}

export function onRecentChanged(listener: () => void): void {
  listeners.add(listener);
}
