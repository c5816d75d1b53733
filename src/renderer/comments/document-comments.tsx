import type { ProjectInfo } from '@contract/project';
import type { SpanAnnotation } from '@core/model/annotation';
import { displayQuote, hull } from '@core/model/fragment';
import { useState } from 'react';
import type { ActionId } from '../../actions/table';
import { goToAnnotation } from '../actions/annotate';
import type { DocumentSession } from '../data/document-session';
import { send } from '../data/save-state';
import { showStretch } from '../editor/control';
import { ActionKey } from '../ui/keycap';
import { CommentField } from './comment-field';
import { comment, leaveDraft, useCommentDraft } from './draft';
import { ThreadCard } from './thread-card';
import { type Thread, targetFragments, threadsOf } from './threads-of';

/** What was said of the selected annotation, or of the whole document where none is selected. */
export function DocumentComments({
  info,
  session,
  selected,
}: {
  info: ProjectInfo;
  session: DocumentSession;
  selected: SpanAnnotation | null;
}) {
  const threads = threadsOf(session).filter(
    ({ root }) => selected === null || (root.target.kind === 'annotation' && root.target.id === selected.id),
  );
  return (
    <Threads info={info} session={session} threads={threads} action="annotate.comment" onComment={comment} />
  );
}

/** Some threads, and the one that is being begun. */
export function Threads({
  info,
  session,
  threads: all,
  action,
  onComment,
}: {
  info: ProjectInfo;
  session: DocumentSession;
  threads: readonly Thread[];
  /** What begins another. */
  action: ActionId;
  onComment(): void;
}) {
  const [settledToo, setSettledToo] = useState(false);
  const draft = useCommentDraft();
  const target = draft.documentId === session.document.id ? draft.target : null;
  const shown = settledToo ? all : all.filter(({ isOpen }) => isOpen);
  const settled = all.filter(({ isOpen }) => !isOpen).length;
  const quoteOf = (fragments: Thread['fragments']) =>
    fragments && fragments.length > 0 ? displayQuote(session.text, fragments) : '';
  const isPast = session.asOf !== null || info.readOnly;
  return (
    <section className="comments" aria-label="Comments">
      <header className="pane-head">
        <h2>Comments</h2>
        <span className="muted">{shown.length}</span>
        <button type="button" disabled={isPast} onClick={onComment}>
          Comment… <ActionKey id={action} />
        </button>
      </header>
      {target && (
        <div className="thread">
          <p className="muted thread-quote" dir="auto">
            {quoteOf(targetFragments(session, target)) || 'On the document as a whole'}
          </p>
          <CommentField
            label="New comment"
            names={info.annotators.map(({ name }) => name)}
            submit="Comment"
            dataFocus="comment"
            autoFocus
            onSubmit={async (text) => {
              await send('comment.add', { documentId: session.document.id, target, text });
              leaveDraft();
            }}
            onCancel={leaveDraft}
          />
        </div>
      )}
      {shown.map(({ root, comments, fragments }) => (
        <ThreadCard
          key={root.id}
          info={info}
          comments={comments}
          quote={quoteOf(fragments)}
          isOrphan={fragments === null}
          onGo={() => {
            if (root.target.kind === 'annotation') goToAnnotation(root.target.id);
            else if (fragments && fragments.length > 0) showStretch(hull(fragments));
          }}
        />
      ))}
      {settled > 0 && (
        <label className="field inline">
          <input
            type="checkbox"
            checked={settledToo}
            onChange={(event) => setSettledToo(event.target.checked)}
          />
          <span>Settled ones too ({settled})</span>
        </label>
      )}
    </section>
  );
}
