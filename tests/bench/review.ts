import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localClient } from '../../src/engine/client.ts';
import { createProject, openProject } from '../../src/engine/index.ts';
import { benchIdentity, LARGE_PROJECT, makeLargeProject } from './large-project.ts';
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

/** A package with 50,000 annotations, handed over by a colleague and taken in. */
async function exchanging(folder: string): Promise<Row[]> {
  const mine = join(folder, 'mine.parley');
  const texts = join(folder, 'texts');
  mkdirSync(texts);
  for (let n = 0; n < 500; n++)
    writeFileSync(
      join(texts, `report-${n}.txt`),
      `Report ${n}. ${'The envoys met at the border. '.repeat(40)}`,
    );
  const first = createProject({ path: mine, name: 'Exchange', identity: benchIdentity(0) });
  await localClient(first).call('document.import', { paths: [texts] });
  first.close();
  const theirs = join(folder, 'theirs.parley');
  copyFileSync(mine, theirs);
  const colleague = openProject({ path: theirs, identity: benchIdentity(1) });
  const there = localClient(colleague);
  for (const { id } of await there.call('document.list', {})) {
    const spans = Array.from({ length: 100 }, (_, n) => [{ start: 12 + n * 10, end: 18 + n * 10 }]);
    await there.call('annotation.createMany', { documentId: id, typeId: 'place', spans });
  }
  const parcel = join(folder, 'parcel.parley');
  const handing = performance.now();
  await there.call('exchange.handOver', { path: parcel });
  const handed = performance.now() - handing;
  colleague.close();
  const engine = openProject({ path: mine, identity: benchIdentity(0) });
  const here = localClient(engine);
  try {
    const looking = performance.now();
    await here.call('exchange.preview', { paths: [parcel] });
    const looked = performance.now() - looking;
    const taking = performance.now();
    const { created } = await here.call('exchange.takeIn', { paths: [parcel] });
    const taken = performance.now() - taking;
    const again = performance.now();
    await here.call('exchange.takeIn', { paths: [parcel] });
    return [
      { what: 'hand over 50,000 annotations', value: milliseconds(handed) },
      { what: 'preview of taking them in', value: milliseconds(looked) },
      {
        what: `take them in (${created} records)`,
        value: milliseconds(taken),
        target: '< 5 s',
        met: taken < 5_000,
      },
      { what: 'the same package again', value: milliseconds(performance.now() - again) },
    ];
  } finally {
    engine.close();
  }
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
      ...(await exchanging(folder)),
    ]);
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
