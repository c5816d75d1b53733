import type { Mention } from '@contract/mention-in-context';
import { goToMention } from './go-to';
import { InContext } from './in-context';
import { type Chosen, PagedList } from './paged-list';
import { usePages } from './use-pages';

/** All mentions of an entity over the project. */
export function MentionList({ entityId, chosen }: { entityId: string; chosen?: Chosen }) {
  const { pages, pageSize, look } = usePages('entity.mentions', entityId);
  return (
    <PagedList<Mention>
      id="entity-mentions"
      label="Mentions"
      total={pages.get(0)?.total ?? 0}
      itemAt={(index) => pages.get(Math.floor(index / pageSize))?.mentions[index % pageSize]}
      look={look}
      idOf={({ annotationId }) => annotationId}
      go={goToMention}
      chosen={chosen}
      first={(mention) => <InContext mention={mention} />}
    />
  );
}
