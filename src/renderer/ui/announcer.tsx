import { displayQuote } from '@core/model/fragment';
import type { DocumentSession } from '../data/document-session';
import { useNames } from '../data/names';
import { useSession } from '../data/use-session';
import { useWorkbench } from '../data/workbench';

/** Tells a screen reader which annotation is selected: when one is made, picked or gone to. */
export function Announcer() {
  const session = useSession();
  return (
    <div className="visually-hidden" role="status" aria-label="Selected annotation">
      {session && <Selected session={session} />}
    </div>
  );
}

function Selected({ session }: { session: DocumentSession }) {
  const names = useNames(session);
  const selectedId = useWorkbench((state) => state.selectedId);
  const annotation = selectedId ? session.annotations.get(selectedId) : undefined;
  if (!annotation) return null;
  const { typeId, fragments, entityId } = annotation;
  return (
    <>
      {names.type(typeId)}:{' '}
      <span lang={session.document.language}>{displayQuote(session.text, fragments)}</span>
      {entityId && `, linked to ${names.entity(entityId)}`}
    </>
  );
}
