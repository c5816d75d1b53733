import { z } from 'zod';
import { profileFile } from './profile';

const Folder = z.string().min(1).optional();

const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Where each kind of dialog was left. */
  folders: z.object({ project: Folder, import: Folder, export: Folder }).default({}),
});
export type Settings = z.output<typeof Settings>;

const file = profileFile('settings.json', Settings, Settings.parse({}));

/** What the app remembers between starts, for all its windows. */
export function settings(): Settings {
  return file.get();
}

export function updateSettings(patch: Partial<Settings>): void {
  file.set({ ...file.get(), ...patch });
}
