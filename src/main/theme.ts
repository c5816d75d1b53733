import { BrowserWindow, nativeTheme } from 'electron';
import { type Settings, settings, updateSettings } from './settings';

export type Theme = Settings['theme'];

/** What a window shows before its page does: the page's own background, so that nothing flashes. */
export function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? '#17191c' : '#ffffff';
}

/** Puts the stored theme in force, and keeps the windows' background to it. */
export function startTheme(): void {
  nativeTheme.themeSource = settings().theme;
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(backgroundColor());
  });
}

export function theme(): Theme {
  return settings().theme;
}

export function setTheme(theme: Theme): void {
  nativeTheme.themeSource = theme;
  if (theme !== settings().theme) updateSettings({ theme });
}
