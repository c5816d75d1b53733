import { join } from 'node:path';
import { app, nativeTheme } from 'electron';
import { z } from 'zod';
import { JsonFile } from './json-file';
import { defaultWindowState, WindowState } from './window-state';

const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  window: WindowState,
  /** Folder of the last file dialog. */
  lastFolder: z.string().nullable(),
  /** Paths of projects, the last opened first. */
  recent: z.array(z.string()).max(20),
});
export type Settings = z.infer<typeof Settings>;

const defaults: Settings = { theme: 'system', window: defaultWindowState, lastFolder: null, recent: [] };

let file: JsonFile<Settings> | null = null;
let current: Settings | null = null;

function settingsFile(): JsonFile<Settings> {
  file ??= new JsonFile(join(app.getPath('userData'), 'settings.json'), Settings, defaults);
  return file;
}

/** What the app remembers between starts, for all its windows. */
export function settings(): Settings {
  current ??= settingsFile().read();
  return current;
}

export function updateSettings(patch: Partial<Settings>): void {
  current = { ...settings(), ...patch };
  settingsFile().write(current);
}

export function setTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme;
  if (theme !== settings().theme) updateSettings({ theme });
}
