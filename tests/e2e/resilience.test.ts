import type { App } from '../support/app';
import { expect, test } from './desktop';

test('when the engine dies nothing that was saved is lost, and work goes on', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await page.keyboard.press('j');
  await page.keyboard.press('1');
  await expect.poll(() => app.marks()).toHaveLength(1);
  await app.saved();
  const pid = await app.application.evaluate(
    ({ app: electron }) =>
      electron
        .getAppMetrics()
        .find((metric) => metric.name === 'Parley engine' || metric.serviceName === 'Parley engine')?.pid,
  );
  expect(pid).toBeGreaterThan(0);
  process.kill(pid!, 'SIGKILL');
  await expect(page.getByText('The engine was restarted.')).toBeVisible();
  await app.textShown();
  await expect.poll(() => app.marks()).toHaveLength(1);
  await page.locator('.cm-content').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('2');
  await expect.poll(() => app.marks()).toHaveLength(2);
});

test('when the page dies it comes back with the project', async ({ desktop }) => {
  const app = await desktop.start();
  await app.textShown();
  await app.page.keyboard.press('j');
  await app.page.keyboard.press('1');
  await app.saved();
  const crashed = app.page.waitForEvent('crash');
  await app.application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
  );
  await crashed;
  // A question to a frame that is dying is never answered.
  const marks = () =>
    app.application.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents;
      const count = contents.executeJavaScript("document.querySelectorAll('[data-annotation-id]').length");
      return Promise.race([
        count.catch(() => 0),
        new Promise((resolve) => setTimeout(() => resolve(0), 500)),
      ]);
    });
  await expect.poll(marks).toBe(1);
});

test('the width of a pane, changed by keyboard, is kept between starts', async ({ desktop }) => {
  const app = await desktop.start();
  await app.textShown();
  const widthIn = async ({ page }: App) =>
    (await page.getByRole('navigation', { name: 'Documents' }).boundingBox())!.width;
  const before = await widthIn(app);
  await app.page.getByRole('separator', { name: 'Width of the document list' }).focus();
  for (let step = 0; step < 3; step++) await app.page.keyboard.press('ArrowRight');
  await expect.poll(() => widthIn(app)).toBeGreaterThan(before + 30);
  const after = await widthIn(app);
  await app.close();
  const again = await desktop.start();
  await again.textShown();
  await expect.poll(async () => Math.abs((await widthIn(again)) - after) < 3).toBe(true);
});

test('panes, theme, zoom and the window’s size are kept between starts', async ({ desktop }) => {
  const app = await desktop.start();
  await app.textShown();
  await app.page.keyboard.press('Control+2');
  await expect(app.page.getByRole('complementary', { name: 'Inspector' })).toBeHidden();
  await app.chooseMenu('view.themeDark');
  await expect(app.page.locator(':root')).toHaveAttribute('data-theme', 'dark');
  await app.chooseMenu('view.zoomIn');
  await app.application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.setBounds({ x: 40, y: 30, width: 1100, height: 700 }),
  );
  await app.close();

  const again = await desktop.start();
  await again.textShown();
  await expect(again.page.getByRole('complementary', { name: 'Inspector' })).toBeHidden();
  await expect(again.page.locator(':root')).toHaveAttribute('data-theme', 'dark');
  const seen = () =>
    again.application.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const { width, height } = window!.getBounds();
      return { width, height, zoomed: window!.webContents.getZoomLevel() > 0 };
    });
  await expect.poll(seen).toEqual({ width: 1100, height: 700, zoomed: true });
});
