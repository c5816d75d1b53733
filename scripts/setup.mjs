/** `npm run setup`: brings the machine and the clone into order. `--check` only tells how they are. */
import { report, setUp } from './setup/steps.mjs';

const ok = process.argv.includes('--check') ? await report() : await setUp();
process.exitCode = ok ? 0 : 1;
