import { theClient } from '../bridge/connection';
import { callHost } from '../bridge/host';
import { notify } from '../data/notices';
import { openDocument } from '../data/open-document';
import { workProgress } from '../data/work-progress';
import { workbench } from '../data/workbench';

const MANY = 10;

/** Imports files and folders, showing how far it is, and tells what became of each. */
export async function importPaths(paths: string[]): Promise<void> {
  if (paths.length === 0) return;
  const controller = new AbortController();
  workProgress.set(null);
  workbench.openOverlay({ kind: 'working', title: 'Importing documents', cancel: () => controller.abort() });
  try {
    const report = await theClient().call(
      'document.import',
      { paths },
      { signal: controller.signal, onProgress: (progress) => workProgress.set(progress) },
    );
    workbench.closeOverlay();
    const clean = report.duplicates.length + report.warnings.length + report.refused.length === 0;
    if (clean)
      notify(
        report.imported.length === 1
          ? `Imported '${report.imported[0]!.name}'.`
          : `Imported ${report.imported.length} documents.`,
      );
    else workbench.openOverlay({ kind: 'import-report', report });
    const [first] = report.imported;
    if (first && (report.imported.length < MANY || !workbench.get().session))
      await openDocument(first.documentId);
  } catch (thrown) {
    workbench.closeOverlay();
    throw thrown;
  }
}

export async function importFromDialog(what: 'files' | 'folder'): Promise<void> {
  await importPaths(await callHost('dialog.import', { what }));
}
