import { extname, join, sep } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * What the window may load and do: its own bundle, no network, no frames, no eval. Styles may
 * stand inline, because CodeMirror and React Aria write style elements and attributes.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "object-src 'none'",
].join('; ');

/**
 * The file of the bundle that an app:// address names, with its content type; null where it
 * names nothing that may be served.
 * @param folder the bundle's folder
 */
export function bundleFile(address: string, folder: string): { path: string; type: string } | null {
  let url: URL;
  let pathname: string;
  try {
    url = new URL(address);
    pathname = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (url.protocol !== 'app:' || url.host !== 'bundle') return null;
  const parts = pathname.split('/').filter((part) => part !== '');
  if (parts.some((part) => part === '..' || part === '.' || /[\\\0:]/.test(part))) return null;
  const path = join(folder, ...parts);
  const type = types[extname(path)];
  return path.startsWith(folder + sep) && type ? { path, type } : null;
}
