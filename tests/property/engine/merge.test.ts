import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Identity } from '../../../src/engine/context';
import { openProject } from '../../../src/engine/index';
import { call, identity, newProject, stateOf, temporaryFolder, testEnvironment } from '../../support/project';
import { type Act, act, attempt, TEXT } from '../../support/walk';

let opened = 0;

/** Opens a copy of a file as somebody, lets them work, and closes it. */
async function work(
  path: string,
  who: Identity,
  doing: (engine: ReturnType<typeof openProject>) => Promise<void>,
): Promise<void> {
  const engine = openProject({ path, identity: who, environment: testEnvironment((opened++ % 4_000) + 1) });
  try {
    await doing(engine);
  } finally {
    engine.close();
  }
}

/** One project, and a copy for each person with what they did there. */
async function forked(people: readonly Identity[], walks: readonly Act[][]): Promise<string[]> {
  const project = newProject(people[0]);
  const documentId = await project.addText(TEXT);
  for (const step of [
    ['mark', 3, 0],
    ['mark', 20, 1],
    ['name', 1, 1],
    ['stance', 7, 3],
    ['appraise', 1, 1],
  ] as Act[])
    await attempt(project.engine, documentId, step);
  project.engine.close();
  for (const who of people)
    await work(project.path, who, async (engine) => {
      await call(engine, 'document.setStatus', { id: documentId, status: 'done' });
    });
  const folder = temporaryFolder();
  const paths: string[] = [];
  copyFileSync(project.path, join(folder, 'base.parley'));
  for (const [index, who] of people.entries()) {
    const path = join(folder, `fork-${index}.parley`);
    copyFileSync(project.path, path);
    paths.push(path);
    await work(path, who, async (engine) => {
      for (const step of walks[index] ?? []) await attempt(engine, documentId, step, { amongOthers: true });
    });
  }
  return paths;
}

let copies = 0;

/** A copy of the first file with the others taken in, one step for each list. */
async function merged(into: string, who: Identity, ...steps: string[][]): Promise<string> {
  const path = join(temporaryFolder(), `merged-${copies++}.parley`);
  copyFileSync(into, path);
  await work(path, who, async (engine) => {
    for (const paths of steps) await call(engine, 'exchange.takeIn', { paths });
  });
  return path;
}

const walks = fc.tuple(...[0, 1, 2].map(() => fc.array(act, { maxLength: 12 }))) as fc.Arbitrary<Act[][]>;
const device = (who: Identity, number: number): Identity => ({
  ...who,
  deviceId: identity('', number).deviceId,
});

for (const [name, people] of [
  ['three annotators', [identity('A', 1), identity('B', 2), identity('C', 3)]],
  ['one annotator on three devices', [1, 2, 3].map((number) => device(identity('A', 1), number))],
] as const)
  test(`merging is idempotent, commutative and associative: ${name}`, async () => {
    await fc.assert(
      fc.asyncProperty(walks, async (all) => {
        const [a, b, c] = (await forked(people, all)) as [string, string, string];
        const [A, B, C] = people as unknown as [Identity, Identity, Identity];
        const reference = await merged(a, A, [b, c]);
        const state = stateOf(reference);
        expect(stateOf(await merged(b, B, [c, a]))).toEqual(state);
        expect(stateOf(await merged(c, C, [a], [b]))).toEqual(state);
        const first = await merged(b, B, [c]);
        expect(stateOf(await merged(a, A, [first]))).toEqual(state);

        await work(reference, A, async (engine) => {
          const entries = (await call(engine, 'history.list', { limit: 10_000 })).length;
          const again = await call(engine, 'exchange.takeIn', { paths: [c, b, a] });
          expect(again).toMatchObject({ received: 0, created: 0, changed: 0, deleted: 0, notJoined: [] });
          expect((await call(engine, 'history.list', { limit: 10_000 })).length).toBe(entries);
        });
        expect(stateOf(reference)).toEqual(state);
      }),
      { numRuns: 40 },
    );
  });

test('nothing is lost: what somebody has and nobody deleted is there after merging', async () => {
  await fc.assert(
    fc.asyncProperty(walks, async (all) => {
      const people = [identity('A', 1), identity('B', 2), identity('C', 3)];
      const paths = await forked(people, all);
      const states = paths.map(stateOf);
      const began = stateOf(join(dirname(paths[0]!), 'base.parley'));
      const base = new Set((began.annotation as { id: string }[]).map(({ id }) => id));
      const result = stateOf(await merged(paths[0]!, people[0]!, paths.slice(1)));
      const here = new Map((result.annotation as { id: string }[]).map((one) => [one.id, one]));
      for (const [index, state] of states.entries())
        for (const annotation of state.annotation as { id: string; layerId: string }[]) {
          const owner = (state.layer as { id: string; annotatorId: string }[]).find(
            ({ id }) => id === annotation.layerId,
          )!.annotatorId;
          // Of one's own layer one's own file has the last word.
          if (owner === people[index]!.annotator.id) expect(here.has(annotation.id)).toBe(true);
        }
      const owners = new Map(
        (result.layer as { id: string; annotatorId: string }[]).map(({ id, annotatorId }) => [
          id,
          annotatorId,
        ]),
      );
      for (const { id, layerId } of result.annotation as { id: string; layerId: string }[]) {
        const owner = people.findIndex(({ annotator }) => annotator.id === owners.get(layerId));
        expect(
          base.has(id) || (states[owner]!.annotation as { id: string }[]).some((one) => one.id === id),
        ).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

test('taken in, undone and taken in again is as taken in once', async () => {
  await fc.assert(
    fc.asyncProperty(walks, async (all) => {
      const people = [identity('A', 1), identity('B', 2), identity('C', 3)];
      const [a, b, c] = (await forked(people, all)) as [string, string, string];
      const once = await merged(a, people[0]!, [b, c]);
      const state = stateOf(once);
      const before = stateOf(a);
      await work(once, people[0]!, async (engine) => {
        const [newest] = await call(engine, 'history.list', { limit: 1 });
        if (newest?.name !== 'exchange.takeIn') return;
        await call(engine, 'history.undo', {});
        expect(stateOf(once)).toEqual(before);
        await call(engine, 'exchange.takeIn', { paths: [b] });
        await call(engine, 'exchange.takeIn', { paths: [c] });
        expect(stateOf(once)).toEqual(state);
      });
    }),
    { numRuns: 30 },
  );
});
