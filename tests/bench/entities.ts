import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '../../src/contract/client.ts';
import { localClient } from '../../src/engine/client.ts';
import { createProject } from '../../src/engine/index.ts';
import { milliseconds, percentile, print } from './statistics.ts';

const ENTITIES = 20_000;
const DOCUMENTS = 200;
const MENTIONS_EACH = 250;

const given =
  'Amir Khalid Omar Zahra Noor Salim Tariq Bashir Farid Jamal محمد احمد عمر خالد Elena Boris'.split(' ');
const syllables = 'ba ko ri sha len tor mek du vi gan pol ser qa hin zu ro ن م را شا کو'.split(' ');

/** The nth name of a list that is the same each time: a given name and two to five syllables, in both scripts. */
function nameOf(n: number): string {
  const parts = Array.from(
    { length: 2 + (n % 4) },
    (_, at) => syllables[(n * 31 + at * 17 + (n >> 4)) % syllables.length],
  );
  return `${given[n % given.length]} ${parts.join('')}${n % 3 ? '' : n}`;
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ took: number; result: Result }> {
  const began = performance.now();
  const result = await work();
  return { took: performance.now() - began, result };
}

async function fill(client: Client, folder: string): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < ENTITIES; n++) {
    const aliases = n % 2 ? [nameOf(n + ENTITIES)] : [];
    ids.push((await client.call('entity.create', { name: nameOf(n), typeId: 'person', aliases })).id);
  }
  const texts = join(folder, 'texts');
  mkdirSync(texts);
  for (let d = 0; d < DOCUMENTS; d++) {
    const words = Array.from({ length: MENTIONS_EACH }, (_, at) => `Then ${nameOf((d * at) % 3_000)} spoke.`);
    writeFileSync(join(texts, `${d}.txt`), words.join('\n'));
  }
  const { imported } = await client.call('document.import', { paths: [texts] });
  for (const { documentId } of imported) {
    const { text } = await client.call('document.get', { id: documentId });
    const spans = [...text.matchAll(/(?<=Then ).+(?= spoke)/g)].map(({ 0: name, index }) => [
      { start: index, end: index + name.length },
    ]);
    await client.call('annotation.createMany', { documentId, typeId: 'person', spans });
  }
  return ids;
}

/** The register of a big project: 20,000 entities and 50,000 mentions, in an engine of this process. */
export async function entities(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  const annotator = { id: '00000000-0000-7000-8000-000000000001', name: 'Benchmark' };
  const identity = { deviceId: '00000000-0000-7000-8000-000000000002', annotator };
  const engine = createProject({ path: join(folder, 'big.parley'), name: 'Big', identity });
  const client = localClient(engine);
  try {
    const ids = await fill(client, folder);
    const first = await timed(() => client.call('entity.search', { query: nameOf(1) }));
    const searches: number[] = [];
    for (let n = 0; n < 200; n++) {
      const query = n % 2 ? nameOf(n * 97) : nameOf(n * 97).slice(0, 3 + (n % 5));
      searches.push((await timed(() => client.call('entity.search', { query, typing: n % 2 === 0 }))).took);
    }
    const coldQueue = await timed(() => client.call('mention.unlinked', { limit: 50 }));
    const queue = await timed(() => client.call('mention.unlinked', { limit: 50 }));
    const [group] = queue.result.groups;
    const equal = await timed(() => client.call('mention.equal', { text: group!.text, limit: 1 }));
    const linked = await timed(() =>
      client.call('mention.linkEqual', { text: group!.text, entity: { kind: 'entity', id: ids[0]! } }),
    );
    const duplicates = await timed(() => client.call('entity.duplicates', { limit: 100 }));
    const merged = await timed(() => client.call('entity.merge', { id: ids[1]!, from: [ids[0]!] }));
    const search95 = percentile(searches, 0.95);
    print(`${ENTITIES} entities, ${DOCUMENTS * MENTIONS_EACH} mentions`, [
      { what: 'first search, all names made ready', value: milliseconds(first.took) },
      { what: `search, median of ${searches.length}`, value: milliseconds(percentile(searches, 0.5)) },
      { what: 'search, p95', value: milliseconds(search95), target: '< 50 ms', met: search95 < 50 },
      { what: 'unlinked mentions, first time, 50 groups', value: milliseconds(coldQueue.took) },
      { what: 'unlinked mentions again, 50 groups', value: milliseconds(queue.took) },
      { what: `count ${equal.result.total} equal mentions`, value: milliseconds(equal.took) },
      { what: `link ${linked.result.linked} equal mentions`, value: milliseconds(linked.took) },
      { what: `find duplicates (${duplicates.result.total} pairs)`, value: milliseconds(duplicates.took) },
      { what: `merge with ${merged.result.mentions} mentions`, value: milliseconds(merged.took) },
    ]);
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
