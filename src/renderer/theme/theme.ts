import { callHost } from '../bridge/host';
import { usePreferences } from '../data/preferences';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function show(): void {
  document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light';
}

/** Follows the theme; the main process makes prefers-color-scheme tell the one that was chosen. */
export async function followTheme(): Promise<void> {
  dark.addEventListener('change', show);
  show();
  usePreferences.setState({ theme: await callHost('theme.get', {}) });
}

export async function chooseTheme(theme: 'system' | 'light' | 'dark'): Promise<void> {
  usePreferences.setState({ theme });
  await callHost('theme.set', { theme });
}
