import type { ProjectInfo } from '@contract/project';
import { type Comment, settled } from '@core/model/comment';
import { useState } from 'react';
import { attempt } from '../data/notices';
import { send } from '../data/save-state';
import { CommentField } from './comment-field';

const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** One thread: what was said by whom, with the ways to reply and to settle it. */
export function ThreadCard({
  info,
  comments,
  quote,
  isOrphan,
  onGo,
}: {
  info: ProjectInfo;
  comments: readonly Comment[];
  /** What it is on; '' for the document as a whole. */
  quote: string;
  isOrphan: boolean;
  onGo?: () => void;
}) {
  const [replying, setReplying] = useState(false);
  const [editingId, setEditingId] = useState<string | null>(null);
  const root = comments[0]!;
  const resolved = settled(comments);
  const nameOf = (id: string) => info.annotators.find((one) => one.id === id)?.name ?? 'Somebody';
  const names = info.annotators.map(({ name }) => name);
  const about = isOrphan ? 'What it was on has been deleted' : quote;
  return (
    <article
      className={`thread ${resolved ? 'settled' : ''}`}
      aria-label={`Comments on ${about || 'the document'}`}
    >
      {about !== '' &&
        (onGo && !isOrphan ? (
          <button type="button" className="link thread-quote" dir="auto" onClick={onGo}>
            {about}
          </button>
        ) : (
          <p className="muted thread-quote" dir="auto">
            {about}
          </p>
        ))}
      <ol className="plain-list">
        {comments.map((comment) => (
          <li key={comment.id}>
            <p className="comment-head">
              <strong dir="auto">{nameOf(comment.annotatorId)}</strong>{' '}
              <time className="muted" dateTime={comment.time}>
                {time.format(new Date(comment.time))}
                {comment.editedTime && ', changed'}
              </time>
            </p>
            {editingId === comment.id ? (
              <CommentField
                label="Change the comment"
                initial={comment.text}
                names={names}
                submit="Save"
                autoFocus
                onSubmit={async (text) => {
                  await send('comment.edit', { id: comment.id, text });
                  setEditingId(null);
                }}
                onCancel={() => setEditingId(null)}
              />
            ) : (
              <p className="comment-text" dir="auto">
                {comment.text}
              </p>
            )}
            {comment.annotatorId === info.annotator.id && editingId === null && !info.readOnly && (
              <p className="comment-acts">
                <button type="button" className="link" onClick={() => setEditingId(comment.id)}>
                  Change
                </button>
                <button
                  type="button"
                  className="link"
                  onClick={() => attempt(() => send('comment.remove', { id: comment.id }))}
                >
                  Delete
                </button>
              </p>
            )}
          </li>
        ))}
      </ol>
      {resolved && (
        <p className="muted">
          ✓ Settled by <bdi>{nameOf(resolved.annotatorId)}</bdi>
        </p>
      )}
      {!info.readOnly &&
        (replying ? (
          <CommentField
            label="Reply"
            names={names}
            submit="Reply"
            autoFocus
            onSubmit={async (text) => {
              await send('comment.reply', { threadId: root.id, text });
              setReplying(false);
            }}
            onCancel={() => setReplying(false)}
          />
        ) : (
          <p className="button-row">
            <button type="button" onClick={() => setReplying(true)}>
              Reply
            </button>
            <button
              type="button"
              onClick={() =>
                attempt(() => send('comment.resolve', { threadId: root.id, resolved: resolved === null }))
              }
            >
              {resolved ? 'Open again' : 'Settle'}
            </button>
          </p>
        ))}
    </article>
  );
}
