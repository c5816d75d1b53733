import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, inProject, nodeExecutable } from '../lib/paths.mjs';
import { capture, runOrFail, SetupError } from '../lib/run.mjs';
import { readStamp, writeStamp } from '../lib/stamp.mjs';
import { installNode } from './dependencies.mjs';
import { installedElectron } from './electron.mjs';

const folder = inProject('node_modules', 'better-sqlite3');
const built = join(folder, 'build', 'Release', 'better_sqlite3.node');
const stamp = inProject('node_modules', '.parley-addon');

/** The Node-API version that the shipped binary needs; an older runtime crashes on it. */
const SHIPPED_NEEDS = 10;
const version = () => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
const wanted = () =>
  `better-sqlite3 ${version()}, Electron ${installedElectron()?.version}, ${existsSync(built) ? 'built here' : 'shipped'}`;

/** The oldest SQLite without the WAL-reset bug is 3.51.3. */
const TRIAL = `
const db = new (require(${JSON.stringify(folder)}))(':memory:');
const version = db.prepare('select sqlite_version()').pluck().get();
const [a, b, c] = version.split('.').map(Number);
if (a * 1e6 + b * 1e3 + c < 3051003) throw new Error('SQLite ' + version + ' is older than 3.51.3');
console.log(version);`;

/** SQLite for Node and Electron: the shipped binary where the runtime takes it, else one built once. */
export const addon = {
  name: 'SQLite addon',
  async check() {
    const ok = readStamp(stamp) === wanted();
    return { ok, detail: ok ? wanted() : 'not tried in this Node and Electron yet' };
  },
  async run(say) {
    const electron = installedElectron();
    const { output } = await capture(electron.program, ['-p', 'process.versions.napi'], {
      env: { ELECTRON_RUN_AS_NODE: '1' },
    });
    if (Number(output.trim()) < SHIPPED_NEEDS && !existsSync(built)) await build(say);
    await tryOut(nodeExecutable(), 'Node.js');
    await tryOut(electron.program, `Electron ${electron.version}`);
    writeStamp(stamp, wanted());
  },
};

async function build(say) {
  const kept = join(cacheFolder, `better-sqlite3-${version()}-${process.platform}-${process.arch}.node`);
  if (!existsSync(kept)) {
    say('compiling SQLite for this runtime, once (about a minute and a half)');
    const headers = inProject(
      'node_modules',
      'node',
      'node_modules',
      `node-${process.platform}-${process.arch}`,
    );
    const remedy = 'Compilers are needed: on Debian, apt-get install -y python3 make g++.';
    if (!existsSync(headers)) await installNode(remedy);
    const nodeGyp = inProject('node_modules', 'node-gyp', 'bin', 'node-gyp.js');
    await runOrFail(
      nodeExecutable(),
      [nodeGyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${headers}`],
      {
        cwd: folder,
        env: {
          CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT -w',
          JOBS: 'max',
        },
        remedy,
      },
    );
    mkdirSync(cacheFolder, { recursive: true });
    copyFileSync(built, `${kept}.part`);
    renameSync(`${kept}.part`, kept);
  }
  mkdirSync(dirname(built), { recursive: true });
  if (!existsSync(built)) copyFileSync(kept, built);
}

async function tryOut(program, name) {
  const { code, signal, output } = await capture(program, ['-e', TRIAL], {
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  if (code === 0) return;
  throw new SetupError(
    `SQLite's addon does not work in ${name}: ${signal ?? output.trim().split('\n').slice(-3).join(' ')}.`,
    'Delete node_modules and start again; if it fails again, report it with this message.',
  );
}
