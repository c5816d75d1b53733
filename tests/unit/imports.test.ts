import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

/** Which rooms each room may know, and which packages. Data and knowledge travel one way. */
const rooms: Record<string, { knows: string[]; packages: RegExp }> = {
  core: { knows: [], packages: /^(zod|re2js)$/ },
  contract: { knows: ['core'], packages: /^zod$/ },
  actions: { knows: ['core'], packages: /^$/ },
  store: { knows: ['core'], packages: /^(better-sqlite3|node:)/ },
  formats: { knows: ['core'], packages: /^(zod|yaml)$/ },
  engine: { knows: ['contract', 'store', 'formats', 'core'], packages: /^(node:|zod$|uuid$|franc-min$)/ },
  cli: { knows: ['engine', 'contract', 'core'], packages: /^(node:|zod$|commander$)/ },
  main: { knows: ['engine', 'contract', 'actions', 'core'], packages: /^(node:|electron$|zod$)/ },
  preload: { knows: ['contract', 'core'], packages: /^electron$/ },
  renderer: {
    knows: ['contract', 'actions', 'core'],
    packages: /^(?!node:|electron$|better-sqlite3|commander|uuid|franc)/,
  },
};

const root = join(import.meta.dirname, '..', '..');

interface Import {
  file: string;
  specifier: string;
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  const { module } = parseSync(file, source);
  const fixed = [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap((entry) => entry.entries.map((one) => one.moduleRequest?.value)),
    ...module.dynamicImports.map((entry) =>
      source.slice(entry.moduleRequest.start + 1, entry.moduleRequest.end - 1),
    ),
  ];
  return fixed.filter((specifier) => specifier !== undefined).map((specifier) => ({ file, specifier }));
}

/** The room that an import leads to, or null when it leads to a package. */
function goalOf({ file, specifier }: Import): string | null {
  const alias = /^@(core|contract|actions)\//.exec(specifier);
  if (alias) return alias[1]!;
  if (!specifier.startsWith('.')) return null;
  const path = normalize(join(dirname(file), specifier));
  return /^src\/([^/]+)/.exec(path)?.[1] ?? (path === 'package.json' ? 'manifest' : path);
}

const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.endsWith('.d.ts'));

describe('imports run one way', () => {
  test.each(Object.keys(rooms))('%s knows only what it may', (room) => {
    const { knows, packages } = rooms[room]!;
    const imports = files.filter((file) => file.startsWith(`src/${room}/`)).flatMap(importsOf);
    const wrong = imports.filter((entry) => {
      const goal = goalOf(entry);
      if (goal === null) return !packages.test(entry.specifier);
      return goal !== room && goal !== 'manifest' && !knows.includes(goal);
    });
    expect(wrong.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
  });

  test('every source file lies in a room', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => !(file.split('/')[1]! in rooms))).toEqual([]);
  });
});
