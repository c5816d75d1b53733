import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol } from 'electron';
import { bundleFile, CONTENT_SECURITY_POLICY } from './bundle-files';

export const PAGE = 'app://bundle/index.html';

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the renderer's bundle, and nothing else, under app://bundle/. */
export function serveBundle(): void {
  const folder = join(__dirname, '..', 'renderer');
  protocol.handle('app', async (request) => {
    const file = bundleFile(request.url, folder);
    if (!file) return new Response('not found', { status: 404 });
    try {
      return new Response(new Uint8Array(await readFile(file.path)), {
        headers: {
          'content-type': file.type,
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      return new Response('not found', { status: 404 });
    }
  });
}
