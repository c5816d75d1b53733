import type { SpanAnnotation } from '@core/model/annotation';
import { displayQuote } from '@core/model/fragment';
import type { DocumentSession } from '../data/document-session';
import { useNames } from '../data/names';
import { useSession } from '../data/use-session';
import { useWorkbench } from '../data/workbench';
import { annotationsAt } from '../editor/places';

/**
 * Tells a screen reader which annotation is selected: when one is made, picked or gone to; and
 * which ones the caret has come into.
 */
export function Announcer() {
  const session = useSession();
  return (
    <div className="visually-hidden" role="status" aria-label="Selected annotation">
      {session && <Selected session={session} />}
    </div>
  );
}

function Selected({ session }: { session: DocumentSession }) {
  const selectedId = useWorkbench((state) => state.selectedId);
  const selection = useWorkbench((state) => state.selection);
  const selected = selectedId ? session.annotations.get(selectedId) : undefined;
  if (selected) return <Words annotation={selected} session={session} />;
  if (selection.start !== selection.end) return null;
  return annotationsAt(session, selection.end).map((annotation) => (
    <p key={annotation.id}>
      in <Words annotation={annotation} session={session} />
    </p>
  ));
}

function Words({ annotation, session }: { annotation: SpanAnnotation; session: DocumentSession }) {
  const names = useNames(session);
  const { typeId, fragments, entityId } = annotation;
  return (
    <>
      {names.type(typeId)}:{' '}
      <span lang={session.document.language}>{displayQuote(session.text, fragments)}</span>
      {entityId && `, linked to ${names.entity(entityId)}`}
    </>
  );
}
