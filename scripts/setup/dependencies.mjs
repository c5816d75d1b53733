import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../lib/paths.mjs';
import { runOrFail, SetupError } from '../lib/run.mjs';
import { contentHash, readStamp, writeStamp } from '../lib/stamp.mjs';

const stamp = inProject('node_modules', '.parley-dependencies');
const wanted = () => contentHash([inProject('package-lock.json')]);

const nodePackage = inProject('node_modules', 'node');
const nodeIsThere = () => existsSync(join(nodePackage, 'bin'));

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/**
 * Runs the install script of the `node` package, which fetches the program for this platform.
 * By npm, on the machine's own Node: the one that runs this may just have been deleted.
 * npm 12 skips scripts that package.json's `allowScripts` does not name, and still reports success.
 */
export async function installNode(remedy) {
  const output = await runOrFail(npm, ['rebuild', 'node', '--loglevel=warn'], { remedy });
  if (!nodeIsThere())
    throw new SetupError(
      `npm did not run the install script of the package 'node':\n  ${output.trim()}`,
      remedy,
    );
}

/** The packages of the lock file, among them the Node that everything else runs on. */
export const dependencies = {
  name: 'Dependencies',
  async check() {
    const ok = readStamp(stamp) === wanted() && nodeIsThere();
    return { ok, detail: ok ? 'as in package-lock.json' : 'node_modules is missing or of another lock file' };
  },
  async run(say) {
    const remedy = 'Check that the npm registry can be reached (npm ping), then start again.';
    say('npm ci');
    // No package may run scripts of its own; npm would also compile every addon anew.
    await runOrFail(npm, ['ci', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund'], {
      remedy,
    });
    say('the Node.js that the tools run on');
    await installNode(remedy);
    writeStamp(stamp, wanted());
  },
};
