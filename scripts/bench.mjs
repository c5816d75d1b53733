/** `npm run bench`: measures the real app; names of benchmarks may follow. */
import { pathToFileURL } from 'node:url';
import { inProject, nodeExecutable } from './lib/paths.mjs';
import { passThrough, withDisplay } from './lib/run.mjs';
import { setUp } from './setup/steps.mjs';

if (!(await setUp())) process.exit(1);
const [command, args] = withDisplay(nodeExecutable(), [
  '--import',
  pathToFileURL(inProject('tests', 'support', 'alias-loader.mjs')).href,
  inProject('tests', 'bench', 'run.ts'),
  ...process.argv.slice(2),
]);
process.exitCode = await passThrough(command, args);
