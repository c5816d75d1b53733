import { mkdirSync, writeFileSync } from 'node:fs';
import { expect } from 'playwright/test';
import type { App, Desktop } from './app.ts';

/** A profile of somebody with a name of their own. */
export function profileOf(desktop: Desktop, name: string, number: number): string {
  const folder = desktop.path(`profile-${number}`);
  mkdirSync(folder, { recursive: true });
  const id = (part: number) => `00000000-0000-7000-8000-${String(part * 100 + number).padStart(12, '0')}`;
  writeFileSync(
    desktop.path(`profile-${number}`, 'profile.json'),
    JSON.stringify({ deviceId: id(1), annotator: { id: id(2), name } }),
  );
  return `profile-${number}`;
}

/** Hands one's own layers over through the window. */
export async function handOver(app: App, path: string): Promise<void> {
  await app.answerDialog('save', path);
  await app.page.keyboard.press('Control+Shift+o');
  const dialog = app.page.getByRole('dialog', { name: 'Hand over to colleagues' });
  await dialog.getByRole('button', { name: 'Hand over…' }).press('Enter');
  await expect(dialog.getByRole('status')).toContainText('✓ Written: 1 document');
  await app.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}
