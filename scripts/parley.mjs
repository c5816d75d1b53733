/** `npm run -s parley -- ARGUMENTS`: the command line over the same engine. Standard output is the program's alone. */
import { inProject, nodeExecutable } from './lib/paths.mjs';
import { passThrough } from './lib/run.mjs';
import { setUp } from './setup/steps.mjs';

if (!(await setUp({ log: (line) => console.error(line) }))) process.exit(1);
process.exitCode = await passThrough(
  nodeExecutable(),
  [inProject('out', 'main', 'cli.cjs'), ...process.argv.slice(2)],
  {
    cwd: process.env.INIT_CWD ?? process.cwd(),
  },
);
