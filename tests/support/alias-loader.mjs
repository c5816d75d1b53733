/**
 * Lets plain Node run the sources: resolves the aliases of tsconfig.json and the extension-less
 * imports, and reads JSON modules. For tests that need a process of their own.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const source = new URL('../../src/', import.meta.url);
const aliases = { '@core/': 'core/', '@contract/': 'contract/', '@actions/': 'actions/' };

function withExtension(url) {
  const path = fileURLToPath(url);
  for (const ending of ['', '.ts', '/index.ts']) {
    const candidate = path + ending;
    if (/\.(ts|mjs|json)$/.test(candidate) && existsSync(candidate)) return pathToFileURL(candidate).href;
  }
  return url;
}

function resolveSource(specifier, context) {
  for (const [alias, folder] of Object.entries(aliases)) {
    if (specifier.startsWith(alias))
      return withExtension(new URL(folder + specifier.slice(alias.length), source).href);
  }
  const relative =
    specifier.startsWith('.') && context.parentURL && !context.parentURL.includes('/node_modules/');
  return relative ? withExtension(new URL(specifier, context.parentURL).href) : specifier;
}

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(resolveSource(specifier, context), context);
    return resolved.url.endsWith('.json') ? { ...resolved, importAttributes: { type: 'json' } } : resolved;
  },
});
