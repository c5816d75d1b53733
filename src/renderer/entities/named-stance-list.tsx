import type { NamedStance } from '@contract/named-stances';
import type { ProjectInfo } from '@contract/project';
import { useEffect, useState } from 'react';
import { readableStance, type StanceNames } from '../stance/readable';
import { ListBox } from '../ui/list-box';
import { goToEvidence } from './go-to';
import { usePages } from './use-pages';

const ROW = 44;

interface Props {
  info: ProjectInfo;
  /** Of what these are the stances. */
  kind: 'entity' | 'proposition';
  id: string;
  chosen?: { ids: ReadonlySet<string>; toggle(id: string): void };
}

/** Stances that name an entity or are toward a proposition, over the project; Enter goes to the evidence. */
export function NamedStanceList({ info, kind, id, chosen }: Props) {
  const { pages, pageSize, look } = usePages(
    kind === 'entity' ? 'entity.stances' : 'proposition.stances',
    id,
  );
  const [at, setAt] = useState(0);
  const total = pages.get(0)?.total ?? 0;
  const stanceAt = (index: number): NamedStance | undefined =>
    pages.get(Math.floor(index / pageSize))?.stances[index % pageSize];
  const several = chosen && {
    has: (index: number) => chosen.ids.has(stanceAt(index)?.stance.id ?? ''),
    toggle: (index: number) => {
      const found = stanceAt(index);
      if (found?.own) chosen.toggle(found.stance.id);
    },
  };
  return (
    <ListBox
      id="named-stances"
      label="Stances"
      className="mention-list"
      fit
      count={total}
      row={ROW}
      at={Math.min(at, total - 1)}
      onMove={setAt}
      onEnter={(index) => {
        const found = stanceAt(index);
        if (found) goToEvidence(found.stance);
      }}
      several={several}
      render={(index) => (
        <Row
          named={stanceAt(index)}
          info={info}
          look={() => look(index)}
          chosen={several?.has(index) ?? null}
        />
      )}
    />
  );
}

function Row({
  named,
  info,
  look,
  chosen,
}: {
  named: NamedStance | undefined;
  info: ProjectInfo;
  look(): void;
  chosen: boolean | null;
}) {
  useEffect(() => {
    if (!named) look();
  });
  if (!named) return <span className="muted">…</span>;
  const owner = named.own ? '' : ` · ${named.annotatorName ?? 'gold'}`;
  return (
    <div className="two-lines">
      {chosen !== null && (
        <span className="check" aria-hidden>
          {named.own ? (chosen ? '☑' : '☐') : '·'}
        </span>
      )}
      <span className="row-quote" dir="auto">
        {readableStance(named.stance, namesOf(named, info))}
      </span>
      <span className="second muted" dir="auto" lang={named.language}>
        {named.quote === '' ? 'no evidence' : `“${named.quote}”`} · {named.documentName}
        {owner}
      </span>
    </div>
  );
}

/** What a stance outside its document needs to be read. */
function namesOf({ names }: NamedStance, { schema }: ProjectInfo): StanceNames {
  const term = (terms: readonly { id: string; name: string }[]) => (id: string) =>
    terms.find((one) => one.id === id)?.name ?? id;
  const party = (id: string) => names[id] ?? id;
  return {
    polarity: term(schema.stance.polarities),
    expression: term(schema.stance.expressions),
    modality: term(schema.stance.modalities),
    entity: party,
    proposition: party,
    mention: party,
  };
}
