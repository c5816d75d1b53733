import type { ProjectInfo } from '@contract/project';
import { DocumentComments } from '../comments/document-comments';
import { usePreferences } from '../data/preferences';
import { useSession } from '../data/use-session';
import { useWorkbench } from '../data/workbench';
import { GuidelinesPane } from '../guidelines/guidelines-pane';
import { JoinList } from '../joins/join-list';
import { DocumentProblems } from '../problems/document-problems';
import { StanceForm } from '../stance/stance-form';
import { StanceList } from '../stance/stance-list';
import { AnnotationDetails } from './annotation-details';
import { AnnotationList } from './annotation-list';
import { DocumentSection } from './document-section';
import { EntityDetails } from './entity-details';
import { PickedNote } from './picked-note';

/** What is known of the selected annotation, its entity and the stances; without one, all annotations. */
export function Inspector({ info }: { info: ProjectInfo }) {
  const session = useSession();
  const selectedId = useWorkbench((state) => state.selectedId);
  const stanceDraft = useWorkbench((state) => state.stanceDraft);
  const guidelines = usePreferences((state) => state.guidelines);
  if (!session) return <aside className="inspector" aria-label="Inspector" />;
  const annotation = selectedId ? session.annotations.get(selectedId) : undefined;
  const entityId = annotation?.entityId ?? null;
  return (
    <aside className="inspector" aria-label="Inspector">
      {guidelines && <GuidelinesPane info={info} />}
      <DocumentSection info={info} session={session} />
      <DocumentProblems info={info} session={session} />
      {stanceDraft ? (
        <StanceForm key={stanceDraft.stanceId ?? 'new'} info={info} session={session} draft={stanceDraft} />
      ) : (
        <>
          <PickedNote />
          {annotation ? (
            <>
              <AnnotationDetails key={annotation.id} info={info} session={session} annotation={annotation} />
              <EntityDetails key={entityId} info={info} entityId={entityId} />
            </>
          ) : (
            <AnnotationList session={session} />
          )}
          <JoinList info={info} session={session} selected={annotation ?? null} />
          <StanceList info={info} session={session} selected={annotation ?? null} />
          <DocumentComments info={info} session={session} selected={annotation ?? null} />
        </>
      )}
    </aside>
  );
}
