/** Runs the benchmarks that are named, or all. Figures are of one run on one machine; compare ratios. */
import { cpus, totalmem } from 'node:os';
import { entities } from './entities.ts';
import { seed } from './seed.ts';

const benchmarks: Record<string, () => Promise<void>> = { seed, entities };

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark '${unknown[0]}'. There are: ${Object.keys(benchmarks).join(', ')}.`);
  process.exit(2);
}
console.log(`${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB`);
for (const name of names.length > 0 ? names : Object.keys(benchmarks)) await benchmarks[name]!();
