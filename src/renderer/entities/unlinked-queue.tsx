import type { MentionGroup } from '@contract/mentions';
import type { ProjectInfo } from '@contract/project';
import { useEffect, useRef, useState } from 'react';
import { undo } from '../actions/undo';
import { attempt, notify } from '../data/notices';
import { useAnswer } from '../data/queries';
import { send } from '../data/save-state';
import { useSession } from '../data/use-session';
import { Picker } from '../pickers/picker';
import { KeyCap } from '../ui/keycap';
import { ListBox } from '../ui/list-box';
import { Overlay } from '../ui/overlay';
import { type EntityChoice, entityChoices, typeNamer } from './entity-choices';
import { focusSoon } from './focus-soon';
import { goToMention } from './go-to';
import { GroupMentions } from './group-mentions';
import { tookHistoryKey } from './history-keys';
import { counted, reasonWords } from './reason-words';
import { type EntityNames, useEntityNames } from './use-name-index';

const STEP = 200;
const MOST = 1_000;
const ROW = 48;
const LIST = 'unlinked-list';

/**
 * Mentions without an entity, those that read the same as one, to be worked through: Enter takes
 * the suggestion, E another entity, N a new one, arrows skip, and undo takes back.
 */
export function UnlinkedQueue({ info }: { info: ProjectInfo }) {
  const session = useSession();
  const [here, setHere] = useState(false);
  const [typeId, setTypeId] = useState('');
  const [limit, setLimit] = useState(STEP);
  const documentId = here ? (session?.document.id ?? null) : null;
  const typeIds = typeId === '' ? [] : [typeId];
  const answer = useAnswer('mention.unlinked', { documentId, typeIds, limit, suggest: false });
  const names = useEntityNames();
  const latest = useRef(answer);
  if (answer) latest.current = answer;
  const shown = latest.current;

  return (
    <Overlay title="Unlinked mentions" full>
      <div className="queue-filters">
        <label className="field inline">
          <input
            type="checkbox"
            checked={here}
            disabled={!session}
            onChange={(event) => setHere(event.target.checked)}
          />
          <span>Only in this document</span>
        </label>
        <label className="field inline">
          <span>Label</span>
          <select value={typeId} onChange={(event) => setTypeId(event.target.value)}>
            <option value="">all</option>
            {info.schema.entityTypes.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {shown && (
          <span className="muted" role="status">
            {counted(shown.mentions, 'mention')} in {counted(shown.total, 'group')}
          </span>
        )}
      </div>
      {shown && names && shown.groups.length > 0 && (
        <Queue
          info={info}
          names={names}
          groups={shown.groups}
          documentId={documentId}
          onNearEnd={() => setLimit(Math.min(MOST, limit + STEP))}
        />
      )}
      {shown?.groups.length === 0 && (
        <p className="muted" role="status">
          ✓ Every mention {here ? 'in this document' : 'of yours'}
          {typeId !== '' && ' with this label'} has an entity.
        </p>
      )}
    </Overlay>
  );
}

interface QueueProps {
  info: ProjectInfo;
  names: EntityNames;
  groups: readonly MentionGroup[];
  documentId: string | null;
  onNearEnd(): void;
}

function Queue({ info, names, groups, documentId, onNearEnd }: QueueProps) {
  const [wanted, setWanted] = useState(0);
  const [choosing, setChoosing] = useState(false);
  const [except, setExcept] = useState<ReadonlySet<string>>(new Set());
  const at = Math.min(wanted, groups.length - 1);
  const group = groups[at]!;
  const best = names.best(group.text, group.typeId);
  const typeName = typeNamer(info.schema.entityTypes);
  useEffect(() => focusSoon(LIST), []);

  const move = (index: number) => {
    setWanted(index);
    setExcept(new Set());
    setChoosing(false);
    if (index > groups.length - 20) onNearEnd();
  };
  const link = ({ target, named }: Pick<EntityChoice, 'target' | 'named'>) => {
    setChoosing(false);
    setExcept(new Set());
    focusSoon(LIST);
    attempt(async () => {
      const input = { text: group.key, documentId, entity: target, except: [...except] };
      const { linked } = await send('mention.linkEqual', input);
      notify(`${counted(linked, 'mention')} “${group.text}” linked to ${named}.`, {
        label: 'Undo',
        run: () => attempt(undo),
      });
      setWanted(at);
    });
  };
  const makeNew = () =>
    link({ target: { kind: 'newEntity', name: group.text, typeId: group.typeId }, named: group.text });
  const accept = () => {
    if (best) link({ target: { kind: 'entity', id: best.entity.id }, named: best.entity.name });
    else setChoosing(true);
  };
  const onKey = (event: React.KeyboardEvent): boolean => {
    if (tookHistoryKey(event)) return true;
    if (event.ctrlKey || event.metaKey || event.altKey || info.readOnly) return false;
    if (event.code === 'KeyN') makeNew();
    else if (event.code === 'KeyE' || event.code === 'Slash') setChoosing(true);
    else if (event.code === 'KeyG') goToMention(group.first);
    else return false;
    return true;
  };

  return (
    <div className="register queue">
      <ListBox
        id={LIST}
        label="Groups of mentions that read the same"
        count={groups.length}
        row={ROW}
        at={at}
        onMove={move}
        onEnter={info.readOnly ? undefined : accept}
        onKey={onKey}
        render={(index) => <GroupRow group={groups[index]!} names={names} typeName={typeName} />}
      />
      <section className="register-details" aria-label="Group at hand">
        <h2>
          <bdi lang={group.first.language}>{group.text}</bdi>
        </h2>
        <p className={`type-${group.typeId}`}>
          <span className="swatch" aria-hidden /> {typeName(group.typeId)} · {counted(group.count, 'mention')}{' '}
          in {counted(group.documents, 'document')}
        </p>
        {best ? (
          <p className="suggestion">
            <strong dir="auto">{best.entity.name}</strong>{' '}
            <span className="muted">
              {reasonWords[best.match.reason]}
              {best.match.matched !== best.entity.name && (
                <>
                  : <bdi>{best.match.matched}</bdi>
                </>
              )}
              {' · '}
              {typeName(best.entity.typeId)}, {counted(best.entity.mentions, 'mention')}
            </span>
          </p>
        ) : (
          <p className="muted suggestion">No entity is like it.</p>
        )}
        <div className="button-row">
          <button type="button" className="primary" disabled={!best || info.readOnly} onClick={accept}>
            Link <KeyCap press="Enter" />
          </button>
          <button type="button" disabled={info.readOnly} onClick={() => setChoosing(true)}>
            Another… <KeyCap press="KeyE" />
          </button>
          <button type="button" disabled={info.readOnly} onClick={makeNew}>
            New entity <KeyCap press="KeyN" />
          </button>
          <button type="button" onClick={() => goToMention(group.first)}>
            Go to the first <KeyCap press="KeyG" />
          </button>
        </div>
        {choosing && (
          <Picker<EntityChoice>
            label="Entity"
            placeholder="Name of the entity"
            initial={group.text}
            find={(typed) => entityChoices(names, typed, { typeId: group.typeId, typeName })}
            onPick={link}
            onCancel={() => {
              setChoosing(false);
              focusSoon(LIST);
            }}
          />
        )}
        <GroupMentions
          key={group.key}
          group={group}
          documentId={documentId}
          except={except}
          onExcept={setExcept}
        />
      </section>
    </div>
  );
}

function GroupRow({
  group,
  names,
  typeName,
}: {
  group: MentionGroup;
  names: EntityNames;
  typeName(id: string | null): string;
}) {
  const best = names.best(group.text, group.typeId);
  return (
    <div className={`two-lines type-${group.typeId}`}>
      <span className="swatch" aria-hidden />
      <span className="row-quote">
        <bdi lang={group.first.language}>{group.text}</bdi>
      </span>
      <span className="muted">
        {typeName(group.typeId)} × {group.count}
      </span>
      <span className="second muted">
        {best ? (
          <>
            → <bdi>{best.entity.name}</bdi>, {reasonWords[best.match.reason]}
          </>
        ) : (
          'no suggestion'
        )}
      </span>
    </div>
  );
}
