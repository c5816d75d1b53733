import { existsSync } from 'node:fs';
import { inProject, nodeExecutable } from '../lib/paths.mjs';
import { runOrFail } from '../lib/run.mjs';
import { contentHash, readStamp, writeStamp } from '../lib/stamp.mjs';

const stamp = inProject('out', '.stamp');
const products = [
  'main/index.cjs',
  'main/engine.cjs',
  'main/cli.cjs',
  'preload/index.cjs',
  'renderer/index.html',
];
const sources = [
  'src',
  'electron.vite.config.ts',
  'aliases.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const wanted = () => contentHash(sources.map((name) => inProject(name)));

/** The program itself, built from its sources where these have changed. */
export const build = {
  name: 'Build',
  async check() {
    const ok = readStamp(stamp) === wanted() && products.every((name) => existsSync(inProject('out', name)));
    return { ok, detail: ok ? 'as the sources are' : 'sources have changed' };
  },
  async run(say) {
    say('electron-vite build');
    const hash = wanted();
    await runOrFail(
      nodeExecutable(),
      [inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'],
      {
        remedy: 'The sources do not build; see the message above.',
      },
    );
    writeStamp(stamp, hash);
  },
};
