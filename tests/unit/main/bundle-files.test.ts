import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleName, listBundle } from '../../../src/main/bundle-files';
import { sameOrigin } from '../../../src/main/origin';

const root = mkdtempSync(join(tmpdir(), 'parley-bundle-'));
const folder = join(root, 'renderer');
mkdirSync(join(folder, 'assets'), { recursive: true });
for (const name of ['index.html', 'assets/index.js', 'assets/index.css', 'assets/index.js.map']) {
  writeFileSync(join(folder, name), name);
}
writeFileSync(join(root, 'secret.json'), '{}');
afterAll(() => rmSync(root, { recursive: true }));

const served = (address: string) => {
  const name = bundleName(address);
  return name === null ? undefined : listBundle(folder).get(name)?.path;
};

describe('the app: scheme', () => {
  test('serves the files of the bundle', () => {
    expect(served('app://bundle/index.html')).toBe(join(folder, 'index.html'));
    expect(served('app://bundle/assets/index.js?v=1#top')).toBe(join(folder, 'assets', 'index.js'));
    expect(listBundle(folder).get('assets/index.css')?.type).toBe('text/css; charset=utf-8');
  });

  test('serves no kind of file that a page has no use for', () => {
    expect(served('app://bundle/assets/index.js.map')).toBeUndefined();
  });

  test('serves nothing where the bundle has not been built', () => {
    expect(listBundle(join(root, 'nowhere')).size).toBe(0);
  });

  test.each([
    'app://bundle/',
    'app://bundle//index.html',
    'app://bundle/../secret.json',
    'app://bundle/../../etc/passwd',
    'app://bundle/%2e%2e/secret.json',
    'app://bundle/..%2fsecret.json',
    'app://bundle/%252e%252e/secret.json',
    'app://bundle/..%5csecret.json',
    'app://bundle/..\\secret.json',
    'app://bundle/assets/../../secret.json',
    'app://bundle/index.html%00.js',
    'app://bundle/%E0%A4%A',
    'app://bundle/C:/index.html',
    'app://other/index.html',
    'app:index.html',
    'https://bundle/index.html',
    'file:///etc/passwd',
    'index.html',
    '',
  ])('leads nowhere by %s', (address) => {
    expect(served(address)).toBeUndefined();
  });

  test('leads only into the bundle, whatever the address', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '%2e', '%2e%2e', '%2f', '%5c', '\\', '%00', 'secret.json', 'index.html', ''),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const path = served(`app://bundle/${parts.join('/')}`);
        if (path !== undefined) expect(path.startsWith(folder)).toBe(true);
      }),
    );
  });
});

describe('an origin', () => {
  test('is scheme and host', () => {
    expect(sameOrigin('app://bundle/a', 'app://bundle/index.html')).toBe(true);
    expect(sameOrigin('http://localhost:5173/x', 'http://localhost:5173')).toBe(true);
  });

  test.each([
    'app://bundle.example.org/',
    'app://other/index.html',
    'https://bundle/index.html',
    'app:bundle/index.html',
    'data:text/html,app://bundle/',
    'about:blank',
    'file:///index.html',
    '',
  ])('is another one in %s', (address) => {
    expect(sameOrigin(address, 'app://bundle/index.html')).toBe(false);
  });
});
