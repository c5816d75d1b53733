import type { Fragment } from '@core/model/fragment';
import { goToAnnotation } from '../actions/annotate';
import { attempt } from '../data/notices';
import { openDocument } from '../data/open-document';
import { workbench } from '../data/workbench';
import { showStretch } from '../editor/control';
import { closeOverlay } from '../ui/overlay';

/** Leaves what lies over the window, opens a document if it is not open, and shows a place in it. */
export function goToPlace({
  documentId,
  place,
  annotationId = null,
}: {
  documentId: string;
  /** UTF-16 offsets; null for the document as a whole. */
  place: Fragment | null;
  annotationId?: string | null;
}): void {
  closeOverlay();
  attempt(async () => {
    const { session } = workbench.get();
    if (documentId !== session?.document.id || session.asOf) await openDocument(documentId);
    requestAnimationFrame(() => {
      if (annotationId !== null) goToAnnotation(annotationId);
      else if (place) showStretch(place);
    });
  });
}
