import type { Moment } from '../data/document-session';
import { attempt } from '../data/notices';
import { openDocument } from '../data/open-document';

/** Says that the document is shown as it was, and leads back. */
export function AsOfBanner({ documentId, moment }: { documentId: string; moment: Moment }) {
  return (
    <p className="banner as-of" role="status">
      <span>As it was {moment.words}. Nothing can be changed here; names are those of today.</span>
      <button type="button" onClick={() => attempt(() => openDocument(documentId))}>
        Back to now
      </button>
    </p>
  );
}
