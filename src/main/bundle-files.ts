import { existsSync, readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** A file of the bundle as it is served. */
export interface BundleFile {
  path: string;
  type: string;
}

/**
 * What the window may load and do: its own bundle, no network, no frames, no eval. Styles may
 * stand inline, because CodeMirror and React Aria write style elements; what a style can reach
 * (images, fonts) is the bundle's own all the same.
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
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/**
 * Everything that app:// serves, by its name in the bundle: the files that are in the folder when
 * the program starts. An address is only ever looked up here, so that it cannot lead elsewhere.
 */
export function listBundle(folder: string): ReadonlyMap<string, BundleFile> {
  const files = new Map<string, BundleFile>();
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = types[extname(name)];
    if (type) files.set(name.split(sep).join('/'), { path: join(folder, name), type });
  }
  return files;
}

/** The bundle's name for an app:// address; null where the address can name nothing in it. */
export function bundleName(address: string): string | null {
  try {
    const url = new URL(address);
    if (url.protocol !== 'app:' || url.host !== 'bundle') return null;
    const name = decodeURIComponent(url.pathname).replace(/^\//, '');
    const parts = name.split('/');
    return /[\\\0:%]/.test(name) || parts.some((part) => ['', '.', '..'].includes(part)) ? null : name;
  } catch {
    return null;
  }
}
