/** Runs the benchmarks that are named, or all. Figures are of one run on one machine; compare ratios. */
import { cpus, totalmem } from 'node:os';
import { editor } from './editor/index.ts';
import { entities } from './entities.ts';
import { large } from './large.ts';
import { review } from './review.ts';
import { seed } from './seed.ts';

/** By name; options that follow the names go to each. */
const benchmarks: Record<string, (options: string[]) => Promise<void>> = {
  seed,
  entities,
  editor,
  large,
  review,
};

const given = process.argv.slice(2);
const firstOption = given.findIndex((word) => word.startsWith('-'));
const names = firstOption < 0 ? given : given.slice(0, firstOption);
const options = firstOption < 0 ? [] : given.slice(firstOption);
const unknown = names.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark '${unknown[0]}'. There are: ${Object.keys(benchmarks).join(', ')}.`);
  process.exit(2);
}
console.log(`${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB`);
for (const name of names.length > 0 ? names : Object.keys(benchmarks)) await benchmarks[name]!(options);
