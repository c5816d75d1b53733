import type { Output } from '@contract/index';
import type { ProjectInfo } from '@contract/project';
import { useState } from 'react';
import { useAnswer } from '../data/queries';
import { KeyCap } from '../ui/keycap';
import { ListBox } from '../ui/list-box';
import { pairKey, toggleApart, useApart } from './apart';
import { focusSoon } from './focus-soon';
import { MergeForm } from './merge-form';
import { counted, reasonWords } from './reason-words';
import type { EntityNames } from './use-name-index';

type Pair = Output<'entity.duplicates'>['pairs'][number];

const MOST = 1_000;
const ROW = 48;
const LIST = 'duplicate-list';

/** Pairs of entities that may be one, to look at and merge, or to set aside as two. */
export function Duplicates({ info, names }: { info: ProjectInfo; names: EntityNames }) {
  const answer = useAnswer('entity.duplicates', { limit: MOST });
  const [wanted, setWanted] = useState(0);
  const [swapped, setSwapped] = useState(false);
  const [withApart, setWithApart] = useState(false);
  const apart = new Set(useApart((state) => state.pairs));
  if (!answer)
    return (
      <p className="muted" role="status">
        Comparing names…
      </p>
    );
  const isApart = (pair: Pair) => apart.has(pairKey(pair.first.id, pair.second.id));
  const hidden = answer.pairs.filter(isApart).length;
  const pairs = withApart ? answer.pairs : answer.pairs.filter((pair) => !isApart(pair));
  const total = answer.total - (withApart ? 0 : hidden);
  const choice = hidden > 0 && (
    <label className="field inline">
      <input type="checkbox" checked={withApart} onChange={(event) => setWithApart(event.target.checked)} />
      <span>Also {counted(hidden, 'pair')} set aside as two</span>
    </label>
  );
  if (pairs.length === 0) {
    return (
      <>
        <p className="muted" role="status">
          ✓ No two entities look like one.
        </p>
        {choice}
      </>
    );
  }
  const at = Math.min(wanted, pairs.length - 1);
  const pair = pairs[at]!;
  // The one with more mentions stays unless told otherwise.
  const bigger =
    pair.first.mentions >= pair.second.mentions ? [pair.first, pair.second] : [pair.second, pair.first];
  const [stays, goes] = swapped ? [bigger[1]!, bigger[0]!] : [bigger[0]!, bigger[1]!];
  const setAside = () => toggleApart(pairKey(pair.first.id, pair.second.id));
  return (
    <div className="register">
      <section className="register-list" aria-label="Pairs">
        <p className="muted" role="status">
          {counted(total, 'pair')} that may be one{total > pairs.length && `, the first ${pairs.length}`}
        </p>
        {choice}
        <ListBox
          id={LIST}
          label="Pairs that may be one"
          count={pairs.length}
          row={ROW}
          at={at}
          onMove={(index) => {
            setWanted(index);
            setSwapped(false);
          }}
          onKey={(event) => {
            if (event.code !== 'KeyX' || event.ctrlKey || event.metaKey || event.altKey) return false;
            setAside();
            return true;
          }}
          onEnter={() => document.querySelector<HTMLElement>('.do-form [type="submit"]')?.focus()}
          render={(index) => {
            const { first, second, reason } = pairs[index]!;
            return (
              <div className={`two-lines ${first.typeId ? `type-${first.typeId}` : ''}`}>
                <span className="swatch" aria-hidden />
                <span className="row-quote">
                  <bdi>{first.name}</bdi> ~ <bdi>{second.name}</bdi>
                </span>
                <span className="muted">
                  {first.mentions} + {second.mentions}
                </span>
                <span className="second muted">{reasonWords[reason]}</span>
              </div>
            );
          }}
        />
      </section>
      <section className="register-details" aria-label="Pair at hand">
        <header className="pane-head">
          <h2>
            <bdi>{goes.name}</bdi> → <bdi>{stays.name}</bdi>
          </h2>
          <button type="button" onClick={() => setSwapped(!swapped)}>
            Other way round
          </button>
          <button type="button" aria-pressed={isApart(pair)} onClick={setAside}>
            Not the same <KeyCap press="KeyX" />
          </button>
        </header>
        <p className="muted">
          {reasonWords[pair.reason]}: <bdi>{pair.names[0]}</bdi>, <bdi>{pair.names[1]}</bdi>
        </p>
        <MergeForm
          key={`${stays.id} ${goes.id}`}
          info={info}
          names={names}
          entity={stays}
          otherId={goes.id}
          onDone={() => focusSoon(LIST)}
        />
      </section>
    </div>
  );
}
