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

/** Goes to the first of some stretches of a document's text; to the document where there is none. */
export function goToText(documentId: string, [first]: readonly Fragment[]): void {
  goTo(documentId, () => {
    if (first) showStretch(first);
  });
}
