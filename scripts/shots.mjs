/** `npm run shots`: takes the pictures of docs/ from the real app. */
import { inProject, nodeExecutable } from './lib/paths.mjs';
import { passThrough, withDisplay } from './lib/run.mjs';
import { setUp } from './setup/steps.mjs';

if (!(await setUp())) process.exit(1);
const [command, args] = withDisplay(nodeExecutable(), [
  inProject('tests', 'shots', 'run.ts'),
  ...process.argv.slice(2),
]);
process.exitCode = await passThrough(command, args);
