/** Marks spans without end and prints each that was acknowledged; made to be killed. */
import { openProject } from '../../src/engine/index';

const [path, documentId] = process.argv.slice(2) as [string, string];
const identity = {
  deviceId: '00000000-0000-7000-9000-0000000000cc',
  annotator: { id: '00000000-0000-7000-a000-0000000000cc', name: 'Annotator C' },
};

const engine = openProject({ path, identity });
for (let place = 0; ; place = (place + 1) % 2_000) {
  const input = { documentId, typeId: 'person', fragments: [{ start: place, end: place + 3 }] };
  const { id } = (await engine.execute('annotation.create', input)) as { id: string };
  process.stdout.write(`${id}\n`);
  if (place % 7 === 6) await engine.execute('history.undo', {}).then(() => process.stdout.write(`-${id}\n`));
}
