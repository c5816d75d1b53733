import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, inProject, nodeExecutable } from '../lib/paths.mjs';
import { capture, SetupError } from '../lib/run.mjs';
import { readStamp, writeStamp } from '../lib/stamp.mjs';
import { FALLBACK_VERSION, fallbackPossible, installFallback } from './electron-fallback.mjs';

const folder = inProject('node_modules', 'electron');
const refusedStamp = join(cacheFolder, 'electron-download-refused');
const DAY = 24 * 60 * 60 * 1000;

/** The version of the Electron that is in place, and where its program is; null where there is none. */
export function installedElectron() {
  try {
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    const version = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    return existsSync(program) ? { program, version } : null;
  } catch {
    return null;
  }
}

const wantedVersion = () => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

function refusedLately() {
  const said = JSON.parse(readStamp(refusedStamp) ?? 'null');
  return said?.version === wantedVersion() && Date.now() - said.at < DAY;
}

/** Electron itself: the official program, or where its download is refused one for development and tests. */
export const electron = {
  name: 'Electron',
  async check() {
    const found = installedElectron();
    if (!found) return { ok: false, detail: 'not there' };
    if (found.version === wantedVersion()) return { ok: true, detail: found.version };
    if (found.version !== FALLBACK_VERSION)
      return { ok: false, detail: `${found.version}, ${wantedVersion()} is wanted` };
    const retry = process.argv.includes('--retry-electron');
    return { ok: !retry, detail: `${found.version}, for development and tests alone` };
  },
  async run(say) {
    if (process.argv.includes('--retry-electron') || !refusedLately()) {
      say(`downloading Electron ${wantedVersion()}`);
      const { code, output } = await capture(nodeExecutable(), [join(folder, 'install.js')], {
        timeout: 10 * 60 * 1000,
      });
      if (code === 0 && installedElectron()) return;
      say(`refused: ${firstReason(output)}`);
      writeStamp(refusedStamp, JSON.stringify({ version: wantedVersion(), at: Date.now() }));
    }
    if (!fallbackPossible()) {
      throw new SetupError(
        `Electron ${wantedVersion()} could not be downloaded.`,
        'Allow downloads from github.com, or set ELECTRON_MIRROR to a mirror that can be reached, then start again.',
      );
    }
    await installFallback(folder, say);
  },
};

function firstReason(output) {
  return (
    output
      .split('\n')
      .find((line) => /error/i.test(line))
      ?.trim()
      .slice(0, 200) ?? 'no reason given'
  );
}
