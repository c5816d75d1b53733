import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { call, newProject } from '../../support/project';

const KILLS = 20;
const alias = join(import.meta.dirname, '..', '..', 'support', 'alias-loader.mjs');
const program = join(import.meta.dirname, '..', '..', 'crash', 'annotate-until-killed.ts');

/** Lets the program work until it has acknowledged so many acts, kills it, and returns what it said. */
function workUntilKilled(path: string, documentId: string, after: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', alias, program, path, documentId]);
    let said = '';
    child.stderr.on('data', (data) => reject(new Error(String(data))));
    child.stdout.on('data', (data) => {
      said += data;
      if (said.split('\n').length > after) child.kill('SIGKILL');
    });
    child.on('close', () => resolve(said.split('\n').slice(0, -1)));
  });
}

test('what was acknowledged survives the killing of the process, and the file stays sound', async () => {
  const project = newProject();
  const documentId = await project.addText('Peace talks were held. '.repeat(200));
  project.engine.close();
  const expected = new Set<string>();
  for (let kill = 0; kill < KILLS; kill++) {
    const said = await workUntilKilled(project.path, documentId, 3 + ((kill * 7) % 23));
    for (const line of said) {
      if (line.startsWith('-')) expected.delete(line.slice(1));
      else expected.add(line);
    }
    const engine = project.reopen();
    const { annotations } = await call(engine, 'document.annotations', { id: documentId });
    const stored = new Set(annotations.map(({ id }) => id));
    // The act under way when the process died may be in the file, or taken back, unheard.
    const lost = [...expected].filter((id) => !stored.has(id));
    expect(lost.length).toBeLessThanOrEqual(1);
    const lastSaid = said.filter((line) => !line.startsWith('-')).at(-1);
    expect(lost.every((id) => id === lastSaid)).toBe(true);
    const unheard = [...stored].filter((id) => !expected.has(id));
    expect(unheard.length).toBeLessThanOrEqual(1);
    expect((await call(engine, 'project.check', {})).problems).toEqual([]);
    expected.clear();
    for (const id of stored) expected.add(id);
    engine.close();
  }
});
