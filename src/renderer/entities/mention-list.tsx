import type { Mention } from '@contract/mention-in-context';
import { useEffect, useState } from 'react';
import { ListBox } from '../ui/list-box';
import { goToMention } from './go-to';
import { InContext } from './in-context';
import { usePages } from './use-pages';

const ROW = 44;

interface Props {
  entityId: string;
  /** Where mentions are chosen: which are. Colleagues' cannot be. */
  chosen?: { ids: ReadonlySet<string>; toggle(id: string): void };
}

/** All mentions of an entity over the project, of which the list fetches what is looked at; Enter goes to one. */
export function MentionList({ entityId, chosen }: Props) {
  const { pages, pageSize, look } = usePages('entity.mentions', entityId);
  const [at, setAt] = useState(0);
  const total = pages.get(0)?.total ?? 0;
  const mentionAt = (index: number): Mention | undefined =>
    pages.get(Math.floor(index / pageSize))?.mentions[index % pageSize];
  const several = chosen && {
    has: (index: number) => chosen.ids.has(mentionAt(index)?.annotationId ?? ''),
    toggle: (index: number) => {
      const mention = mentionAt(index);
      if (mention?.own) chosen.toggle(mention.annotationId);
    },
  };
  return (
    <ListBox
      id="entity-mentions"
      label="Mentions"
      className="mention-list"
      fit
      count={total}
      row={ROW}
      at={Math.min(at, total - 1)}
      onMove={setAt}
      onEnter={(index) => {
        const mention = mentionAt(index);
        if (mention) goToMention(mention);
      }}
      several={several}
      render={(index) => (
        <Row mention={mentionAt(index)} look={() => look(index)} chosen={several?.has(index) ?? null} />
      )}
    />
  );
}

function Row({
  mention,
  look,
  chosen,
}: {
  mention: Mention | undefined;
  look(): void;
  /** Null where none is chosen. */
  chosen: boolean | null;
}) {
  useEffect(() => {
    if (!mention) look();
  });
  if (!mention) return <span className="muted">…</span>;
  const owner = mention.own ? '' : ` · ${mention.annotatorName ?? 'gold'}`;
  return (
    <div className="two-lines">
      {chosen !== null && (
        <span className="check" aria-hidden>
          {mention.own ? (chosen ? '☑' : '☐') : '·'}
        </span>
      )}
      <InContext mention={mention} />
      <span className="second muted" dir="auto">
        {mention.documentName}
        {owner}
      </span>
    </div>
  );
}
