/** `npm start [-- FILE.parley]`: runs Parley; without a display, its guided demo. */
import { resolve } from 'node:path';
import { inProject, nodeExecutable } from './lib/paths.mjs';
import { hasDisplay, passThrough, withDisplay } from './lib/run.mjs';
import { installedElectron } from './setup/electron.mjs';
import { setUp } from './setup/steps.mjs';

if (!(await setUp())) process.exit(1);

const args = process.argv.slice(2).filter((arg) => arg !== '--retry-electron');
const caller = process.env.INIT_CWD ?? process.cwd();
if (hasDisplay()) {
  const files = args.map((arg) => (arg.startsWith('-') ? arg : resolve(caller, arg)));
  // Chromium's sandbox does not work for root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  process.exitCode = await passThrough(installedElectron().program, [...sandbox, inProject(), ...files]);
} else {
  console.log(
    'There is no display here (DISPLAY and WAYLAND_DISPLAY are not set), so no window can be shown.',
  );
  console.log('Running the guided demo instead: the real app on a virtual display, driven by a script.\n');
  const [command, commandArgs] = withDisplay(nodeExecutable(), [
    inProject('tests', 'demo', 'run.ts'),
    ...args,
  ]);
  process.exitCode = await passThrough(command, commandArgs, { cwd: caller });
}
