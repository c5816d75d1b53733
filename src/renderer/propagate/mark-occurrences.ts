import { attempt, notify } from '../data/notices';
import { send } from '../data/save-state';
import { workProgress } from '../data/work-progress';
import { workbench } from '../data/workbench';
import { focusText } from '../editor/control';
import type { Found } from './choice';

interface As {
  typeId: string;
  typeName: string;
  entityId: string | null;
}

/** Marks what was chosen, in one step that one undo takes back. */
export function markOccurrences(documents: Found['documents'], as: As): void {
  attempt(() => (documents.length === 1 ? markInOne(documents[0]!, as) : markAcross(documents, as)));
}

async function markInOne(document: Found['documents'][number], { typeId, typeName, entityId }: As) {
  const { ids } = await send('annotation.createMany', { ...document, typeId, entityId });
  notify(`${ids.length.toLocaleString('en')} marked as ${typeName}. One undo takes them back.`);
}

/** In several documents this may take a while, so it shows how far it is and can be stopped; then nothing is marked. */
async function markAcross(documents: Found['documents'], { typeId, typeName, entityId }: As) {
  const controller = new AbortController();
  workProgress.set(null);
  workbench.openOverlay({
    kind: 'working',
    title: `Marking in ${documents.length} documents`,
    cancel: () => controller.abort(),
  });
  try {
    const marked = await send(
      'annotation.createAcross',
      { documents, typeId, entityId },
      { signal: controller.signal, onProgress: workProgress.set },
    );
    const count = marked.documents.reduce((sum, { ids }) => sum + ids.length, 0);
    notify(
      `${count.toLocaleString('en')} marked as ${typeName} in ${marked.documents.length} documents. One undo takes them back.`,
    );
  } finally {
    workbench.closeOverlay();
    focusText();
  }
}
