import type { ProjectInfo } from '@contract/project';
import { displayQuote, hull } from '@core/model/fragment';
import { inLine } from '@core/text/direction';
import { useEffect } from 'react';
import type { DocumentSession } from '../data/document-session';
import { useNames } from '../data/names';
import { attempt, notify } from '../data/notices';
import { send } from '../data/save-state';
import { useSession } from '../data/use-session';
import { type Overlay as OverlayState, workbench } from '../data/workbench';
import { Picker } from '../pickers/picker';
import { closeOverlay, Overlay } from '../ui/overlay';
import { nearestFirst, type Way, waysBetween } from './possible';

type Place = Extract<OverlayState, { kind: 'relation' }>;

/** Most other ends that are offered at once; typing finds the rest. */
const MOST = 2_000;

async function join(fromId: string, toId: string, { type, back }: Way): Promise<void> {
  const relation = await send('relation.create', {
    typeId: type.id,
    fromId: back ? toId : fromId,
    toId: back ? fromId : toId,
  });
  workbench.set({ pickedIds: [], selectedId: null, selectedJoin: { kind: 'relation', id: relation.id } });
}

/** A relation in two steps: its other end, then its type; where the schema leaves one choice, it is made. */
export function RelationPicker({ place, info }: { place: Place; info: ProjectInfo }) {
  const session = useSession();
  if (!session) return null;
  return place.toId === null ? (
    <OtherEnd fromId={place.fromId} session={session} info={info} />
  ) : (
    <TypeOfTwo fromId={place.fromId} toId={place.toId} session={session} info={info} />
  );
}

function OtherEnd({
  fromId,
  session,
  info,
}: {
  fromId: string;
  session: DocumentSession;
  info: ProjectInfo;
}) {
  const names = useNames(session);
  const from = session.annotations.get(fromId);
  if (!from) return null;
  const { start } = hull(from.fragments);
  const quote = displayQuote(session.text, from.fragments);
  const possible = nearestFirst(session, start, from.layerId)
    .slice(0, MOST)
    .filter((other) => other.id !== fromId && waysBetween(info.schema, from, other).length > 0);
  return (
    <Overlay title={`Relation from ‘${quote}’: its other end`} quick>
      <Picker
        label={`Relation from ‘${quote}’ to`}
        placeholder={`Relation from ‘${quote}’ to …`}
        choices={possible.map((other) => ({
          id: other.id,
          name: displayQuote(session.text, other.fragments),
          className: `type-${other.typeId}`,
          detail: `${names.type(other.typeId)}, ${whereTo(start, hull(other.fragments).start)}`,
        }))}
        onPick={({ id }) => workbench.openOverlay({ kind: 'relation', fromId, toId: id })}
      />
    </Overlay>
  );
}

function whereTo(from: number, to: number): string {
  return to < from ? `${from - to} characters before` : `${to - from} characters on`;
}

function TypeOfTwo({
  fromId,
  toId,
  session,
  info,
}: {
  fromId: string;
  toId: string;
  session: DocumentSession;
  info: ProjectInfo;
}) {
  const names = useNames(session);
  const from = session.annotations.get(fromId);
  const to = session.annotations.get(toId);
  const ways = from && to ? waysBetween(info.schema, from, to) : [];
  const [only] = ways;
  const isSettled = ways.length <= 1;
  const why =
    from && to
      ? `No relation of the schema goes between ${names.type(from.typeId)} and ${names.type(to.typeId)}.`
      : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: done once, when the two ends are known
  useEffect(() => {
    if (!isSettled) return;
    closeOverlay();
    if (only) attempt(() => join(fromId, toId, only));
    else if (why) notify(why);
  }, []);
  if (!from || !to || isSettled) return null;
  const [first, second] = [from, to].map(({ fragments }) => displayQuote(session.text, fragments));
  return (
    <Overlay title={`How ‘${first}’ and ‘${second}’ are related`} quick>
      <Picker
        label="Relation"
        placeholder={`‘${first}’ … ‘${second}’`}
        choices={ways.map((way) => ({
          id: `${way.type.id}${way.back ? ' back' : ''}`,
          name: way.type.name,
          className: `relation-${way.type.id}`,
          detail: way.back
            ? inLine`${`‘${second}’`} → ${`‘${first}’`}`
            : way.type.symmetric
              ? ''
              : inLine`${`‘${first}’`} → ${`‘${second}’`}`,
          way,
        }))}
        onPick={({ way }) => {
          closeOverlay();
          attempt(() => join(fromId, toId, way));
        }}
      />
    </Overlay>
  );
}
