import type { Input } from '@contract/index';
import type { ProjectInfo } from '@contract/project';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { theClient } from '../bridge/connection';
import { goToPlace } from '../insight/go-to';
import { Overlay } from '../ui/overlay';
import { ThreadCard } from './thread-card';

type Which = NonNullable<Input<'comment.list'>['which']>;

const choices: [which: Which, name: string][] = [
  ['open', 'Open'],
  ['to-me', 'To me'],
  ['mine', 'Mine'],
  ['all', 'All'],
];

/** The threads of the whole project, those not settled first in mind; each leads to its place. */
export function CommentsDialog({ info }: { info: ProjectInfo }) {
  const [which, setWhich] = useState<Which>('open');
  const [text, setText] = useState('');
  const input: Input<'comment.list'> = { which, text };
  const { data } = useQuery({
    queryKey: ['comment.list', input],
    queryFn: () => theClient().call('comment.list', input),
    placeholderData: keepPreviousData,
  });
  return (
    <Overlay title="Comments" wide>
      <div className="filter-bar">
        <input
          type="search"
          aria-label="Filter comments by text"
          placeholder="Words in comments, quotes, documents"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <select aria-label="Which" value={which} onChange={(event) => setWhich(event.target.value as Which)}>
          {choices.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <p className="muted" role="status">
        {data ? `${data.total} ${data.total === 1 ? 'thread' : 'threads'}, ${data.open} open` : ''}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it */}
      <section className="scroll threads" aria-label="Threads" tabIndex={0}>
        {data?.threads.map(({ comments, documentName, quote, place, isOrphan }) => {
          const root = comments[0]!;
          return (
            <div key={root.id}>
              <h3 dir="auto">{documentName}</h3>
              <ThreadCard
                info={info}
                comments={comments}
                quote={quote || 'The document as a whole'}
                isOrphan={isOrphan}
                onGo={() =>
                  goToPlace({
                    documentId: root.documentId,
                    place,
                    annotationId: root.target.kind === 'annotation' && !isOrphan ? root.target.id : null,
                  })
                }
              />
            </div>
          );
        })}
        {data?.threads.length === 0 && <p className="muted">No comments meet this.</p>}
      </section>
    </Overlay>
  );
}
