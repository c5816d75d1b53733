import type { ProjectInfo } from '@contract/project';
import type { ReviewPosition } from '@contract/review';
import { shared } from '@core/review/likeness';
import { Threads } from '../comments/document-comments';
import { commentOn, useCommentDraft } from '../comments/draft';
import { type Thread, threadsOf } from '../comments/threads-of';
import type { DocumentSession } from '../data/document-session';
import { attempt } from '../data/notices';
import { handledPosition } from './decide';
import { useReview } from './state';

/** What was said of a position: of what annotators have there, of what came of it, of its words. */
export function PositionComments({
  info,
  session,
  position,
}: {
  info: ProjectInfo;
  session: DocumentSession;
  position: ReviewPosition;
}) {
  const blind = useReview((state) => state.blind);
  const isWriting = useCommentDraft(({ documentId }) => documentId === session.document.id);
  const threads = threadsOf(session).filter((thread) => isAbout(thread, position));
  if (threads.length === 0 && !isWriting) return null;
  if (blind && !isWriting)
    return <p className="muted">Comments are here. They are hidden with the names of who wrote them.</p>;
  return (
    <Threads
      info={info}
      session={session}
      threads={blind ? [] : threads}
      action="review.comment"
      onComment={() => attempt(commentOnPosition)}
    />
  );
}

/** Begins a comment on the words of the position at hand, which everybody has, whoever's layers they have. */
export async function commentOnPosition(): Promise<void> {
  const position = await handledPosition();
  if (position)
    commentOn(position.place ? { kind: 'span', fragments: [position.place] } : { kind: 'document' });
}

function isAbout({ root: { target } }: Thread, { kind, readings, goldIds, place }: ReviewPosition): boolean {
  if (target.kind === 'document') return kind === 'document';
  if (target.kind === 'span') return place !== null && shared(target.fragments, [place]).length > 0;
  return goldIds.includes(target.id) || readings.some(({ recordIds }) => recordIds.includes(target.id));
}
