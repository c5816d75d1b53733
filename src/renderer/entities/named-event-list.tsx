import type { NamedEvent } from '@contract/named-stances';
import type { ProjectInfo } from '@contract/project';
import { termNames } from '../data/names';
import { goToText } from './go-to';
import { type Chosen, PagedList } from './paged-list';
import { usePages } from './use-pages';

/** Events in which an entity fills a role, over the project. */
export function NamedEventList({ info, id, chosen }: { info: ProjectInfo; id: string; chosen?: Chosen }) {
  const { pages, pageSize, look } = usePages('entity.events', id);
  const names = termNames(info.schema);
  const rolesIn = ({ typeId, roles }: NamedEvent['event']) =>
    roles
      .filter(({ filler }) => filler.kind === 'entity' && filler.id === id)
      .map(({ roleId }) => names.role(typeId, roleId))
      .join(', ');
  return (
    <PagedList<NamedEvent>
      id="named-events"
      label="Events"
      total={pages.get(0)?.total ?? 0}
      itemAt={(index) => pages.get(Math.floor(index / pageSize))?.events[index % pageSize]}
      look={look}
      idOf={({ event }) => event.id}
      go={({ event }) => goToText(event.documentId, event.trigger)}
      chosen={chosen}
      first={({ event, quote, language }) => (
        <span className="row-quote">
          {names.eventType(event.typeId)}: <bdi lang={language}>{quote}</bdi>
        </span>
      )}
      second={({ event }) => rolesIn(event)}
    />
  );
}
