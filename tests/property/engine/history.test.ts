import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../../src/engine/index';
import { call, newProject } from '../../support/project';
import { act, attempt, TEXT } from '../../support/walk';

async function stateOf(engine: Engine): Promise<unknown> {
  const documents = await call(engine, 'document.list', {});
  return {
    documents,
    entities: await call(engine, 'entity.list', {}),
    propositions: await call(engine, 'proposition.list', {}),
    marks: await Promise.all(documents.map(({ id }) => call(engine, 'document.annotations', { id }))),
  };
}

test('after any walk, undoing everything leads back to the start, and redoing everything to the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 35 }), async (walk) => {
      const project = newProject();
      const start = await stateOf(project.engine);
      const documentId = await project.addText(TEXT);
      for (const step of walk) await attempt(project.engine, documentId, step);
      while ((await call(project.engine, 'history.redo', {})) !== null);
      const end = await stateOf(project.reopen());
      let steps = 0;
      while ((await call(project.engine, 'history.undo', {})) !== null) steps++;
      expect(await stateOf(project.reopen())).toEqual(start);
      for (; steps > 0; steps--) expect(await call(project.engine, 'history.redo', {})).not.toBeNull();
      expect(await stateOf(project.reopen())).toEqual(end);
      project.engine.close();
    }),
    { numRuns: 60 },
  );
});
