/** `npm test`: every check, in order, up to the first that fails. `--only NAME` runs one, `--keep-going` all. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inProject, nodeExecutable } from './lib/paths.mjs';
import { passThrough, withDisplay } from './lib/run.mjs';
import { setUp } from './setup/steps.mjs';

const results = inProject('test-results');
const unitReport = inProject('test-results', 'unit.json');
const endToEndReport = inProject('test-results', 'end-to-end.json');
const bin = (...parts) => inProject('node_modules', ...parts);

/**
 * Each check: its name, the program with its arguments, and where it leaves a count of its
 * tests. Told after the set-up, which brings the Node that they run on.
 */
const allChecks = () => [
  { name: 'format-and-lint', program: bin('.bin', 'biome'), args: ['ci', '.'] },
  { name: 'types', program: bin('.bin', 'tsc'), args: ['--noEmit'] },
  {
    name: 'unit',
    program: nodeExecutable(),
    args: [
      bin('vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ],
    count: () => {
      const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(unitReport, 'utf8'));
      return { passed: numPassedTests, failed: numFailedTests };
    },
  },
  {
    name: 'end-to-end',
    display: true,
    program: nodeExecutable(),
    args: [bin('playwright', 'cli.js'), 'test'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndReport },
    count: () => {
      const { stats } = JSON.parse(readFileSync(endToEndReport, 'utf8'));
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
  },
];

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : null;
const keepGoing = process.argv.includes('--keep-going');
const began = performance.now();
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`.padStart(8);

if (!(await setUp())) process.exit(1);
const checks = allChecks();
const chosen = checks.filter(({ name }) => only === null || name === only);
if (chosen.length === 0) {
  console.error(`There is no check '${only}'. There are: ${checks.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const total = { passed: 0, failed: 0 };
const lines = [`${seconds(began)}  setup`];
for (const check of chosen) {
  console.log(`\n=== ${check.name}`);
  const started = performance.now();
  const [program, args] = check.display
    ? withDisplay(check.program, check.args)
    : [check.program, check.args];
  const code = await passThrough(program, args, { env: check.env });
  const counted = count(check, code);
  total.passed += counted.passed;
  total.failed += counted.failed;
  lines.push(
    `${seconds(started)}  ${check.name}: ${code === 0 ? 'ok' : 'FAILED'}${check.count ? ` (${counted.passed} passed)` : ''}`,
  );
  if (code !== 0) process.exitCode = 1;
  if (code !== 0 && !keepGoing) break;
}
console.log(`\n${lines.join('\n')}\n${seconds(began)}  in all`);
console.log(`tests: ${total.passed} passed, ${total.failed} failed`);

/** Tests that ran; a check that failed counts at least one failure, also where no test came to run. */
function count(check, code) {
  let counted = { passed: 0, failed: 0 };
  try {
    counted = check.count?.() ?? counted;
  } catch {
    // The check left no report: it failed before its tests.
  }
  return code === 0 ? counted : { ...counted, failed: Math.max(1, counted.failed) };
}
