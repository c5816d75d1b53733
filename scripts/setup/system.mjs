import { existsSync } from 'node:fs';
import { capture, hasDisplay, runOrFail, SetupError } from '../lib/run.mjs';

/** Debian packages that Electron, a virtual display and the texts' scripts need; newer releases rename some. */
const packages = [
  ['libnss3'],
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libgbm1'],
  ['libasound2', 'libasound2t64'],
  ['libxss1'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libdrm2'],
  ['libxkbcommon0'],
  ['fonts-noto-core'],
  ['fonts-noto-cjk'],
  ['fonts-noto-color-emoji'],
  ['python3'],
  ['make'],
  ['g++'],
  ...(hasDisplay() ? [] : [['xvfb'], ['xauth']]),
];

async function missing() {
  const format = ['db:Status-Status', 'Package'].map((field) => `\${${field}}`).join(' ');
  const { output } = await capture('dpkg-query', ['-W', '-f', `${format}\n`]);
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.startsWith('installed '))
      .map((line) => line.slice('installed '.length)),
  );
  return packages.filter((names) => !names.some((name) => installed.has(name)));
}

/** Libraries, fonts and tools of the operating system; on Debian and its like only. */
export const system = {
  name: 'System packages',
  async check() {
    if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) {
      return { ok: true, detail: 'not a Debian system, left to you' };
    }
    const absent = await missing();
    return {
      ok: absent.length === 0,
      detail: absent.length ? `missing: ${absent.map(([name]) => name).join(' ')}` : 'all there',
    };
  },
  async run(say) {
    const asRoot = process.getuid?.() === 0;
    const absent = await missing();
    if (!asRoot) {
      throw new SetupError(
        `These packages are missing: ${absent.map(([name]) => name).join(' ')}.`,
        `Run: sudo apt-get install -y ${absent.map(([name]) => name).join(' ')}`,
      );
    }
    const options = {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      remedy: 'Check that the package sources in /etc/apt can be reached, then start again.',
    };
    say('apt-get update');
    await runOrFail('apt-get', ['update'], options);
    const { output } = await capture('apt-cache', ['pkgnames']);
    const known = new Set(output.split('\n'));
    const chosen = absent.map((names) => names.find((name) => known.has(name)) ?? names[0]);
    say(`apt-get install ${chosen.join(' ')}`);
    await runOrFail('apt-get', ['install', '-y', '--no-install-recommends', ...chosen], options);
  },
};
