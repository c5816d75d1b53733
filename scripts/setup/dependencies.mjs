import { existsSync } from 'node:fs';
import { inProject } from '../lib/paths.mjs';
import { runOrFail } from '../lib/run.mjs';
import { contentHash, readStamp, writeStamp } from '../lib/stamp.mjs';

const stamp = inProject('node_modules', '.parley-dependencies');
const wanted = () => contentHash([inProject('package-lock.json')]);

/** The packages of the lock file, among them the Node that everything else runs on. */
export const dependencies = {
  name: 'Dependencies',
  async check() {
    const ok = readStamp(stamp) === wanted() && existsSync(inProject('node_modules', 'node', 'bin'));
    return { ok, detail: ok ? 'as in package-lock.json' : 'node_modules is missing or of another lock file' };
  },
  async run(say) {
    say('npm ci');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    await runOrFail(npm, ['ci', '--loglevel=error', '--no-audit', '--no-fund'], {
      remedy: 'Check that the npm registry can be reached (npm ping), then start again.',
    });
    writeStamp(stamp, wanted());
  },
};
