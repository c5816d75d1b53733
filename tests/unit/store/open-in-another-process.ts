import { toWireError } from '@core/errors';
import { openProject } from '../../../src/engine/index';

const [path, mode] = process.argv.slice(2) as [string, 'write' | 'read' | 'die-writing'];
const identity = {
  deviceId: '00000000-0000-7000-9000-0000000000ff',
  annotator: { id: '00000000-0000-7000-a000-0000000000ff', name: 'Annotator in another process' },
};

try {
  const engine = openProject({ path, identity, readOnly: mode === 'read' });
  if (mode === 'die-writing') process.kill(process.pid, 'SIGKILL');
  const documents = (await engine.execute('document.list', {})) as unknown[];
  console.log(JSON.stringify({ documents: documents.length }));
  engine.close();
} catch (thrown) {
  console.log(JSON.stringify(toWireError(thrown)));
}
