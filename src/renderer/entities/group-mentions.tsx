import type { MentionGroup } from '@contract/mentions';
import { useState } from 'react';
import { useAnswer } from '../data/queries';
import { ListBox } from '../ui/list-box';
import { goToMention } from './go-to';
import { InContext } from './in-context';

const MOST_SHOWN = 1_000;
const ROW = 44;

/** The mentions of a group with what stands around them; Space leaves one out. */
export function GroupMentions({
  group,
  documentId,
  except,
  onExcept,
}: {
  group: MentionGroup;
  documentId: string | null;
  except: ReadonlySet<string>;
  onExcept(except: ReadonlySet<string>): void;
}) {
  const answer = useAnswer('mention.equal', { text: group.key, documentId, limit: MOST_SHOWN });
  const [at, setAt] = useState(0);
  const mentions = answer?.mentions ?? [];
  const toggle = (index: number) => {
    const id = mentions[index]!.annotationId;
    const next = new Set(except);
    if (!next.delete(id)) next.add(id);
    onExcept(next);
  };
  return (
    <>
      <h3>
        Where they stand <span className="muted">Space leaves one out</span>
      </h3>
      <ListBox
        id="group-mentions"
        label="Mentions of this group"
        count={mentions.length}
        row={ROW}
        at={Math.min(at, mentions.length - 1)}
        onMove={setAt}
        onEnter={(index) => goToMention(mentions[index]!)}
        several={{ has: (index) => !except.has(mentions[index]!.annotationId), toggle }}
        render={(index) => (
          <MentionRow mention={mentions[index]!} chosen={!except.has(mentions[index]!.annotationId)} />
        )}
      />
      {answer && answer.total > mentions.length && (
        <p className="muted">and {answer.total - mentions.length} more</p>
      )}
    </>
  );
}

function MentionRow({
  mention,
  chosen,
}: {
  mention: Parameters<typeof InContext>[0]['mention'];
  chosen: boolean;
}) {
  return (
    <div className="two-lines">
      <span className="check" aria-hidden>
        {chosen ? '☑' : '☐'}
      </span>
      <InContext mention={mention} />
      <span className="second muted" dir="auto">
        {mention.documentName}
      </span>
    </div>
  );
}
