import { existsSync } from 'node:fs';
import { app } from 'electron';
import { z } from 'zod';
import { profileFile } from './profile';
import { projectName, type RecentProject, withProject } from './recent-list';

/** Paths of projects, the last opened first. */
const file = profileFile('recent.json', z.array(z.string().min(1)).max(100), []);
const listeners = new Set<() => void>();

/** Projects opened lately that are still there, the last first. */
export function recentProjects(): RecentProject[] {
  return file
    .get()
    .filter((path) => existsSync(path))
    .map((path) => ({ path, name: projectName(path) }));
}

/** The project opened last, be it there or not. */
export function lastProject(): string | null {
  return file.get()[0] ?? null;
}

export function rememberProject(path: string): void {
  if (path === lastProject()) return;
  file.set(withProject(file.get(), path));
  // Only macOS and Windows keep such a list of their own.
  if (process.platform !== 'linux') app.addRecentDocument(path);
  changed();
}

export function forgetRecentProjects(): void {
  file.set([]);
  if (process.platform !== 'linux') app.clearRecentDocuments();
  changed();
}

/** Told whenever the list changes. */
export function onRecentChanged(listener: () => void): void {
  listeners.add(listener);
}

function changed(): void {
  for (const listener of listeners) listener();
}
