import type { NamedStance } from '@contract/named-stances';
import type { ProjectInfo } from '@contract/project';
import { termNames } from '../data/names';
import { readableStance } from '../stance/readable';
import { goToText } from './go-to';
import { type Chosen, PagedList } from './paged-list';
import { usePages } from './use-pages';

interface Props {
  info: ProjectInfo;
  /** Of what these are the stances. */
  kind: 'entity' | 'proposition';
  id: string;
  chosen?: Chosen;
}

/** Stances that name an entity or are toward a proposition, over the project. */
export function NamedStanceList({ info, kind, id, chosen }: Props) {
  const { pages, pageSize, look } = usePages(
    kind === 'entity' ? 'entity.stances' : 'proposition.stances',
    id,
  );
  return (
    <PagedList<NamedStance>
      id="named-stances"
      label="Stances"
      total={pages.get(0)?.total ?? 0}
      itemAt={(index) => pages.get(Math.floor(index / pageSize))?.stances[index % pageSize]}
      look={look}
      idOf={({ stance }) => stance.id}
      go={({ stance }) => goToText(stance.documentId, stance.evidence)}
      chosen={chosen}
      first={({ stance, names }) => (
        <span className="row-quote" dir="auto">
          {readableStance(stance, {
            ...termNames(info.schema),
            entity: (party) => names[party] ?? party,
            proposition: (party) => names[party] ?? party,
            mention: (party) => names[party] ?? party,
          })}
        </span>
      )}
      second={({ quote }) => (quote === '' ? 'no evidence' : `“${quote}”`)}
    />
  );
}
