import { expect, test } from './desktop';

test('the page is shut in: no Node, no network, no frames, no new windows, no permissions', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  const preferences = await app.application.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  const reached = await page.evaluate(async () => {
    const tries: Record<string, () => unknown> = {
      node: () =>
        (globalThis as { process?: unknown }).process ?? (globalThis as { require?: unknown }).require,
      inline: () => {
        const script = document.createElement('script');
        script.textContent = 'globalThis.ran = 1';
        document.head.append(script);
        return (globalThis as { ran?: number }).ran;
      },
      fetched: () => fetch('https://example.org/').then((response) => response.status),
      file: () => fetch('file:///etc/passwd').then((response) => response.status),
      opened: () => window.open('https://example.org/'),
      camera: () => navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'a camera'),
      place: () =>
        new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('a place'),
            () => resolve(null),
          ),
        ),
    };
    const results: Record<string, unknown> = {};
    for (const [name, act] of Object.entries(tries)) {
      try {
        results[name] = (await act()) ?? null;
      } catch {
        results[name] = null;
      }
    }
    return results;
  });
  expect(
    Object.values(reached).every((value) => value === null),
    JSON.stringify(reached),
  ).toBe(true);
});

test('the app’s own scheme serves its bundle and nothing else', async ({ desktop }) => {
  const app = await desktop.start();
  await app.textShown();
  const statuses = await app.page.evaluate(async () => {
    const paths = [
      '/index.html',
      '/../../package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%5c..%5cpackage.json',
      '/no-such-file.js',
      '/',
    ];
    return Promise.all(
      paths.map(async (path) => (await fetch(`app://bundle${path}`).catch(() => ({ status: 0 }))).status),
    );
  });
  expect(statuses[0]).toBe(200);
  expect(statuses.slice(1).every((status) => status !== 200)).toBe(true);
});

test('the engine refuses what does not fit the contract', async ({ desktop }) => {
  const app = await desktop.start();
  await app.textShown();
  const answers = await app.page.evaluate(async () => [
    await window.parley.call('no.such.call', {}),
    await window.parley.call('projects.open', { path: 7 }),
    await window.parley.call('theme.set', { theme: 'pink' }),
  ]);
  expect(answers.map((answer) => answer.ok)).toEqual([false, false, false]);
});
