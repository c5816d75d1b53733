import type { Fragment } from '@core/model/fragment';
import { goToAnnotation } from '../actions/annotate';
import { attempt } from '../data/notices';
import { openDocument } from '../data/open-document';
import { workbench } from '../data/workbench';
import { showStretch } from '../editor/control';
import { closeOverlay } from '../ui/overlay';

/** Leaves what lies over the window, opens a document if it is not open, and goes to a place in it. */
function goTo(documentId: string, show: () => void): void {
  closeOverlay();
  attempt(async () => {
    if (documentId !== workbench.get().session?.document.id) await openDocument(documentId);
    requestAnimationFrame(show);
  });
}

export function goToMention({
  documentId,
  annotationId,
}: {
  documentId: string;
  annotationId: string;
}): void {
  goTo(documentId, () => goToAnnotation(annotationId));
}

/** Goes to the text that shows a stance; to its document where there is none. */
export function goToEvidence({
  documentId,
  evidence,
}: {
  documentId: string;
  evidence: readonly Fragment[];
}): void {
  goTo(documentId, () => {
    if (evidence[0]) showStretch(evidence[0]);
  });
}
