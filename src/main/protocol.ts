import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol } from 'electron';
import { bundleName, CONTENT_SECURITY_POLICY, listBundle } from './bundle-files';

export const PAGE = 'app://bundle/index.html';

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the window's bundle, and nothing else, under app://bundle/. */
export function serveBundle(): void {
  const files = listBundle(join(__dirname, '..', 'renderer'));
  protocol.handle('app', async (request) => {
    const name = bundleName(request.url);
    const file = name === null ? undefined : files.get(name);
    if (!file || request.method !== 'GET') return new Response('not found', { status: 404 });
    return new Response(new Uint8Array(await readFile(file.path)), {
      headers: {
        'content-type': file.type,
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'cross-origin-opener-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      },
    });
  });
}
