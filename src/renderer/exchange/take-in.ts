import { callHost } from '../bridge/host';
import { workbench } from '../data/workbench';

/** Asks for packages or projects of colleagues and shows what they would bring. */
export async function takeInFromDialog(): Promise<void> {
  const paths = await callHost('dialog.takeIn', {});
  if (paths.length > 0) workbench.openOverlay({ kind: 'take-in', paths });
}
