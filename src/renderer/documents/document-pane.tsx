import type { ProjectInfo } from '@contract/project';
import type { DocumentStatus } from '@core/model/document';
import { attempt } from '../data/notices';
import { usePreferences } from '../data/preferences';
import { useAnswer } from '../data/queries';
import { send } from '../data/save-state';
import { useSession } from '../data/use-session';
import { Editor } from '../editor/editor';
import { TextFrame } from '../editor/text-frame';
import { FindPanel } from '../find/find-panel';
import { LabelBar } from '../pickers/label-bar';
import { LabelHint } from '../pickers/label-hint';
import { EditingBanner } from '../review/editing-banner';
import { ReviewMarks } from '../review/review-marks';
import { useReview } from '../review/state';
import { HiddenBanner } from '../team/hidden-banner';
import { AsOfBanner } from './as-of-banner';
import { statusWords } from './status-words';

/** The open document: its name and status, the labels, and the text. */
export function DocumentPane({ info }: { info: ProjectInfo }) {
  const session = useSession();
  const { labels } = usePreferences();
  const reviewing = useReview((state) => state.isOpen);
  const rows = useAnswer('document.list', {});
  if (!session) {
    return (
      <main className="document-pane empty">
        <p className="muted">
          {rows?.length === 0 ? 'Import a document to begin.' : 'Choose a document in the list.'}
        </p>
      </main>
    );
  }
  const { document } = session;
  const status = rows?.find(({ id }) => id === document.id)?.status ?? 'new';
  return (
    <main className="document-pane">
      <header className="document-head">
        <h1 dir="auto">{document.metadata.title ?? document.name}</h1>
        <label className="status-control">
          <span className="muted">Status</span>
          <select
            value={status}
            disabled={info.readOnly}
            onChange={(event) =>
              attempt(() =>
                send('document.setStatus', { id: document.id, status: event.target.value as DocumentStatus }),
              )
            }
          >
            {Object.entries(statusWords).map(([value, { name, sign }]) => (
              <option key={value} value={value}>
                {sign} {name}
              </option>
            ))}
          </select>
        </label>
      </header>
      <HiddenBanner info={info} documentId={document.id} />
      {session.asOf && <AsOfBanner documentId={document.id} moment={session.asOf} />}
      <EditingBanner />
      {labels && <LabelBar schema={info.schema} readOnly={info.readOnly} />}
      <FindPanel readOnly={info.readOnly} />
      <TextFrame document={document}>
        <Editor
          key={`${document.id} ${session.asOf?.seq ?? ''}`}
          session={session}
          annotatorId={info.annotator.id}
        />
      </TextFrame>
      {reviewing && !session.asOf && <ReviewMarks key={document.id} session={session} />}
      <LabelHint schema={info.schema} />
    </main>
  );
}
