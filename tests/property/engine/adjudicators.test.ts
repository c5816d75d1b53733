import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Identity } from '../../../src/engine/context';
import { type Engine, openProject } from '../../../src/engine/index';
import { call, stateOf, testEnvironment } from '../../support/project';
import { annotatorA, annotatorB, threeLayers } from '../../support/three-layers';

const acts = fc.array(
  fc.record({
    act: fc.constantFrom('take', 'both', 'reject', 'bulk', 'reopen', 'keep'),
    which: fc.nat(),
  }),
  { minLength: 1, maxLength: 8 },
);

async function adjudicate(
  engine: Engine,
  documentId: string,
  { act, which }: { act: string; which: number },
): Promise<void> {
  const { positions } = await call(engine, 'review.compare', { documentId });
  const position = positions[which % positions.length]!;
  const { readings, versions, decisionId } = position;
  const records = (version: readonly string[]) =>
    readings.find(({ layerId }) => layerId === version[0])?.recordIds ?? [];
  const about = {
    targets: readings.flatMap(({ recordIds }) => recordIds.map((id) => ({ id }))),
    class: position.class,
  };
  if (act === 'bulk')
    await call(engine, 'review.decideMany', { documentIds: [documentId], rule: { rule: 'majority' } });
  else if (act === 'reopen') {
    if (decisionId) await call(engine, 'review.reopen', { decisionIds: [decisionId] });
  } else if (act === 'keep') {
    if (decisionId) await call(engine, 'review.confirm', { ...about, decisionId });
  } else {
    const take =
      act === 'take' ? records(versions[which % versions.length] ?? []) : versions.flatMap(records);
    const verdict = act === 'reject' ? 'reject' : 'accept';
    await call(engine, 'review.decide', {
      ...about,
      documentId,
      verdict,
      take: verdict === 'reject' ? [] : take,
    });
  }
}

let opened = 0;

async function work(path: string, who: Identity, doing: (engine: Engine) => Promise<unknown>): Promise<void> {
  const environment = testEnvironment((opened++ % 4_000) + 1, (opened % 7) * 1_000);
  const engine = openProject({ path, identity: who, environment });
  try {
    await doing(engine);
  } finally {
    engine.close();
  }
}

test('whatever two adjudicators decide apart, both files come to the same, whole and with nothing twice unsaid', async () => {
  await fc.assert(
    fc.asyncProperty(acts, acts, async (first, second) => {
      const { project, documentId } = await threeLayers();
      project.engine.close();
      const b = join(project.folder, 'b.parley');
      const a = project.path;
      copyFileSync(a, b);
      for (const [path, who, all] of [
        [a, annotatorA, first],
        [b, annotatorB, second],
      ] as const)
        await work(path, who, async (engine) => {
          // What cannot be done is refused, and leaves all as it was.
          for (const one of all)
            await adjudicate(engine, documentId, one).catch((refused) =>
              expect(refused).toHaveProperty('kind'),
            );
        });
      const [fromA, fromB] = [join(project.folder, 'from-a.parley'), join(project.folder, 'from-b.parley')];
      copyFileSync(a, fromA);
      copyFileSync(b, fromB);
      await work(a, annotatorA, (engine) => call(engine, 'exchange.takeIn', { paths: [fromB] }));
      await work(b, annotatorB, (engine) => call(engine, 'exchange.takeIn', { paths: [fromA] }));
      expect(stateOf(b)).toEqual(stateOf(a));

      await work(a, annotatorA, async (engine) => {
        const marks = await call(engine, 'document.annotations', { id: documentId });
        const gold = marks.layers.find(({ kind }) => kind === 'gold')?.id;
        const { positions } = await call(engine, 'review.compare', { documentId });
        for (const { state, goldIds, class: foremost } of positions) {
          if (state !== 'decided' || foremost === 'new') continue;
          const spans = marks.annotations.filter(({ id }) => goldIds.includes(id));
          const words = spans.map(({ typeId, fragments }) => JSON.stringify([typeId, fragments]));
          expect(new Set(words).size).toBe(words.length);
        }
        const claimed = new Set(positions.flatMap(({ goldIds }) => goldIds));
        for (const { id, layerId } of marks.annotations) if (layerId === gold) expect(claimed).toContain(id);
      });
    }),
    { numRuns: 30 },
  );
}, 120_000);
