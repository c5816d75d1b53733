import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localClient } from '../../src/engine/client.ts';
import { LARGE_PROJECT, makeLargeProject } from './large-project.ts';
import { milliseconds, percentile, print, type Row } from './statistics.ts';

/** Agreement over the whole project, and how long other questions wait meanwhile. */
async function agreement(client: ReturnType<typeof localClient>): Promise<Row[]> {
  const waits: number[] = [];
  let asking = true;
  const asked = (async () => {
    while (asking) {
      const began = performance.now();
      await new Promise((resolve) => setImmediate(resolve));
      await client.call('history.state', {});
      waits.push(performance.now() - began);
    }
  })();
  const began = performance.now();
  const result = await client.call('agreement.compute', {});
  const took = performance.now() - began;
  asking = false;
  await asked;
  const once = performance.now();
  await client.call('agreement.compute', { replicates: 0 });
  const plain = performance.now() - once;
  const longest = percentile(waits, 1);
  return [
    {
      what: `agreement, intervals from ${result.replicates} resamples`,
      value: milliseconds(took),
      target: '< 5 s',
      met: took < 5_000,
    },
    { what: 'agreement without intervals', value: milliseconds(plain) },
    {
      what: 'longest wait of another question',
      value: milliseconds(longest),
      target: '< 100 ms',
      met: longest < 100,
    },
  ];
}

/** Comparing the layers of documents, one by one and over the project, and taking what is agreed. */
async function comparing(client: ReturnType<typeof localClient>): Promise<Row[]> {
  const documents = await client.call('document.list', {});
  const samples: number[] = [];
  for (let round = 0; round < 100; round++) {
    const { id } = documents[(round * 47) % documents.length]!;
    const began = performance.now();
    await client.call('review.compare', { documentId: id });
    samples.push(performance.now() - began);
  }
  const timed = async (act: () => Promise<unknown>) => {
    const began = performance.now();
    await act();
    return performance.now() - began;
  };
  const first = await timed(() => client.call('review.summary', {}));
  const again = await timed(() => client.call('review.summary', {}));
  const documentIds = documents.slice(0, 100).map(({ id }) => id);
  const bulk = await timed(() =>
    client.call('review.decideMany', { documentIds, rule: { rule: 'majority' } }),
  );
  const slowest = percentile(samples, 1);
  return [
    { what: 'compare a document, median', value: milliseconds(percentile(samples, 0.5)) },
    {
      what: 'compare a document, slowest of 100',
      value: milliseconds(slowest),
      target: '< 200 ms',
      met: slowest < 200,
    },
    { what: 'compare all documents', value: milliseconds(first) },
    { what: 'the same again', value: milliseconds(again) },
    { what: 'take what most have in 100 documents', value: milliseconds(bulk) },
  ];
}

/** Work with colleagues on a large project, in an engine of this process. */
export async function review(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  const began = performance.now();
  const { engine } = makeLargeProject(folder);
  const made = performance.now() - began;
  const client = localClient(engine);
  const { annotators, documents, annotations } = LARGE_PROJECT;
  try {
    print(`${annotators} annotators, ${documents} documents, ${annotations} annotations`, [
      { what: 'project written, without a journal', value: milliseconds(made) },
      ...(await agreement(client)),
      ...(await comparing(client)),
    ]);
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
