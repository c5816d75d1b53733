import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../../src/engine/index';
import { call, newProject } from '../../support/project';

const TEXT = 'Both sides 👩🏽‍⚖️ kept the ceasefire; مذاکرات ناکام ہو گئے، they said.';
const act = fc.tuple(
  fc.constantFrom(
    'mark',
    'erase',
    'stance',
    'bulk',
    'relate',
    'appraise',
    'name',
    'elsewhere',
    'undo',
    'redo',
  ),
  fc.nat({ max: 1_000 }),
);

async function perform(
  engine: Engine,
  documentId: string,
  otherId: string,
  [what, n]: [string, number],
): Promise<void> {
  const { annotations, stances } = await call(engine, 'document.annotations', { id: documentId });
  const fragments = [{ start: n % 30, end: (n % 30) + 1 + (n % 7) }];
  const mark = (id: string) =>
    call(engine, 'annotation.create', { documentId: id, typeId: 'person', fragments });
  const one = annotations[n % Math.max(1, annotations.length)];
  if (what === 'mark') await mark(documentId);
  if (what === 'elsewhere') await mark(otherId);
  if (what === 'erase' && one) await call(engine, 'annotation.remove', { ids: [one.id] });
  if (what === 'stance') {
    const holder = one ? ({ kind: 'mention', id: one.id } as const) : null;
    await call(engine, 'stance.create', { documentId, polarity: 'favor', holder, evidence: fragments });
  }
  if (what === 'bulk' && stances.length > 0)
    await call(engine, 'stance.updateMany', { ids: stances.map(({ id }) => id), polarity: 'mixed' });
  if (what === 'relate' && annotations.length > 1)
    await call(engine, 'relation.create', {
      typeId: 'same-as',
      fromId: annotations[0]!.id,
      toId: annotations[1]!.id,
    });
  if (what === 'appraise') await call(engine, 'document.appraise', { id: documentId, note: `n${n % 5}` });
  if (what === 'name' && one) await call(engine, 'entity.create', { name: `E${n}`, mentions: [one.id] });
  if (what === 'undo') await call(engine, 'history.undo', {});
  if (what === 'redo') await call(engine, 'history.redo', {});
}

test('a document rebuilt as of an entry is as it was recorded then, after any walk', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), async (walk) => {
      const project = newProject();
      const { engine } = project;
      const id = await project.addText(TEXT, 'one');
      const other = await project.addText(`${TEXT} Again.`, 'two');
      const recorded: { seq: number; marks: unknown }[] = [];
      for (const step of walk) {
        // Imports may be undone, relations refused: what does not happen leaves no entry.
        await perform(engine, id, other, step).catch(() => {});
        const there = (await call(engine, 'document.list', {})).some((row) => row.id === id);
        if (!there) break;
        const [newest] = await call(engine, 'history.list', { limit: 1 });
        recorded.push({ seq: newest!.seq!, marks: await call(engine, 'document.annotations', { id }) });
      }
      const isThere = (await call(engine, 'document.list', {})).some((row) => row.id === id);
      if (isThere)
        for (const { seq, marks } of recorded)
          expect(await call(engine, 'document.asOf', { id, seq })).toEqual(marks);
      engine.close();
    }),
    { numRuns: 40 },
  );
});
