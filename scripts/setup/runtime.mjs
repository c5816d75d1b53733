import { SetupError } from '../lib/run.mjs';

const OLDEST = [20, 19];

/** The Node that runs the set-up itself. */
export const runtime = {
  name: 'Node.js',
  async check() {
    const [major, minor] = process.versions.node.split('.').map(Number);
    const ok = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
    return { ok, detail: `${process.versions.node} (${OLDEST.join('.')} or newer is needed)` };
  },
  async run() {
    throw new SetupError(
      `Node.js ${process.versions.node} is too old.`,
      `Install Node.js ${OLDEST.join('.')} or newer.`,
    );
  },
};
