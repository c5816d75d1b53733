import fc from 'fast-check';
import { expect, test } from 'vitest';
import { call } from '../../support/project';
import { annotatorA, annotatorB, annotatorC, threeLayers } from '../../support/three-layers';

const anyAct = fc.record({
  act: fc.constantFrom(
    'take',
    'both',
    'reject',
    'defer',
    'bulk',
    'reopen',
    'keep',
    'amend',
    'change',
    'undo',
  ),
  which: fc.nat(),
  who: fc.constantFrom(annotatorA, annotatorB, annotatorC),
});

test('whatever is decided in whatever order, the gold layer names only itself, and all of it has a decision', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 1, maxLength: 14 }), async (acts) => {
      const { project, documentId } = await threeLayers();
      for (const { act, which, who } of acts) {
        const { engine } = project;
        const { positions } = await call(engine, 'review.compare', { documentId });
        const position = positions[which % positions.length]!;
        const { versions, readings, goldIds } = position;
        const records = (version: readonly string[] | undefined) =>
          readings.find(({ layerId }) => layerId === version?.[0])?.recordIds ?? [];
        const decide = (verdict: 'accept' | 'reject' | 'defer', take: string[]) =>
          call(engine, 'review.decide', {
            documentId,
            targets: readings.flatMap(({ recordIds }) => recordIds.map((id) => ({ id }))),
            class: position.class,
            verdict,
            take,
          });
        const done = (async () => {
          if (act === 'bulk') {
            await call(engine, 'review.decideMany', {
              documentIds: [documentId],
              rule: { rule: 'majority' },
            });
          } else if (act === 'undo') await call(engine, 'history.undo', {});
          else if (act === 'reopen' && position.decisionId)
            await call(engine, 'review.reopen', { decisionIds: [position.decisionId] });
          else if (act === 'keep' && position.decisionId)
            await call(engine, 'review.confirm', {
              decisionId: position.decisionId,
              targets: readings.flatMap(({ recordIds }) => recordIds.map((id) => ({ id }))),
              class: position.class,
            });
          else if (act === 'amend' && position.kind === 'span' && goldIds[0]) {
            const input = which % 2 === 0 ? { ids: goldIds } : { ids: goldIds, typeId: 'place' };
            const command = which % 2 === 0 ? 'annotation.remove' : 'annotation.relabel';
            await call(engine, 'review.amend', { command, input });
          } else if (act === 'change' && position.kind === 'span') {
            const reading = readings[which % readings.length]!;
            project.reopen({ as: who });
            await call(project.engine, 'annotation.update', {
              id: reading.recordIds[0]!,
              typeId: 'quantity',
            });
          } else if (act === 'take') await decide('accept', records(versions[which % versions.length]));
          else if (act === 'both') await decide('accept', versions.flatMap(records));
          else if (act === 'reject' || act === 'defer') await decide(act, []);
        })();
        // What cannot be done is refused, and leaves all as it was.
        await done.catch((refused) => expect(refused).toHaveProperty('kind'));

        const marks = await call(project.engine, 'document.annotations', { id: documentId });
        const gold = marks.layers.find(({ kind }) => kind === 'gold')?.id;
        const own = ({ layerId }: { layerId: string }) => layerId === gold;
        const spans = new Set(marks.annotations.filter(own).map(({ id }) => id));
        for (const { fromId, toId } of marks.relations.filter(own)) {
          expect(spans).toContain(fromId);
          expect(spans).toContain(toId);
        }
        for (const { holder } of marks.stances.filter(own))
          if (holder?.kind === 'mention') expect(spans).toContain(holder.id);
        const after = await call(project.engine, 'review.compare', { documentId });
        const known = new Set(after.decisions.flatMap(({ resultIds }) => resultIds));
        for (const record of [...marks.annotations, ...marks.stances, ...marks.relations].filter(own))
          expect(known).toContain(record.id);
        const ids = after.positions.flatMap((one) => one.readings.flatMap(({ recordIds }) => recordIds));
        expect(new Set(ids).size).toBe(ids.length);
      }
      project.engine.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);
