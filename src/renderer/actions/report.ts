import { theClient } from '../bridge/connection';
import { callHost } from '../bridge/host';
import { notify } from '../data/notices';
import { workProgress } from '../data/work-progress';
import { workbench } from '../data/workbench';

/** Puts a report together, showing how far it is, and writes it where the person says. */
export async function exportReport(format: 'html' | 'pdf'): Promise<void> {
  const controller = new AbortController();
  workProgress.set(null);
  workbench.openOverlay({ kind: 'working', title: 'Export report', cancel: () => controller.abort() });
  try {
    const { name, html } = await theClient().call(
      'report.compose',
      {},
      { signal: controller.signal, onProgress: workProgress.set },
    );
    const path = await callHost('report.save', { suggestedName: `${name}.${format}`, format, html });
    if (path) notify(`Written: ${path}`);
  } finally {
    workbench.closeOverlay();
  }
}
