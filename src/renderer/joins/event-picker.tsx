import type { ProjectInfo } from '@contract/project';
import type { Filler } from '@core/model/event';
import { displayQuote, hull } from '@core/model/fragment';
import { mayFill } from '@core/model/joins';
import { offered } from '@core/model/schema';
import { useNames } from '../data/names';
import { attempt } from '../data/notices';
import { useAnswer } from '../data/queries';
import { send } from '../data/save-state';
import { useSession } from '../data/use-session';
import { type Overlay as OverlayState, workbench } from '../data/workbench';
import { Picker } from '../pickers/picker';
import { closeOverlay, Overlay } from '../ui/overlay';
import { mentionsFor, offeredRole } from './possible';

const MOST = 1_000;

/** The type of a new event; its roles are asked for next. */
export function EventTypePicker({
  place,
  info,
}: {
  place: Extract<OverlayState, { kind: 'event' }>;
  info: ProjectInfo;
}) {
  const session = useSession();
  if (!session) return null;
  const quote = displayQuote(session.text, place.trigger);
  const create = async (typeId: string) => {
    const event = await send('event.create', {
      documentId: session.document.id,
      typeId,
      trigger: [...place.trigger],
    });
    workbench.set({ selectedId: null, selectedJoin: { kind: 'event', id: event.id } });
    const type = info.schema.eventTypes.find(({ id }) => id === typeId);
    const role = type ? offeredRole(type, 0) : null;
    if (role !== null) workbench.openOverlay({ kind: 'role', eventId: event.id, role, onward: true });
  };
  return (
    <Overlay title={`The event that ‘${quote}’ tells`} quick>
      <Picker
        label="Event"
        placeholder={`The event that ‘${quote}’ tells`}
        choices={offered(info.schema.eventTypes).map(({ id, name, description }) => ({
          id,
          name,
          className: `event-${id}`,
          detail: description,
        }))}
        onPick={({ id }) => {
          closeOverlay();
          attempt(() => create(id));
        }}
      />
    </Overlay>
  );
}

/** Who or what fills a role of an event: mentions near by first, then entities. Enter alone goes on to the next role. */
export function RolePicker({
  place,
  info,
}: {
  place: Extract<OverlayState, { kind: 'role' }>;
  info: ProjectInfo;
}) {
  const session = useSession();
  const entities = useAnswer('entity.list', {}) ?? [];
  const event = session?.events.get(place.eventId);
  const type = info.schema.eventTypes.find(({ id }) => id === event?.typeId);
  const role = type?.roles[place.role];
  const names = useNames(session!);
  if (!session || !event || !type || !role) return null;
  const goOn = (next: number) => {
    const onward = place.onward ? offeredRole(type, next) : null;
    if (onward !== null) workbench.openOverlay({ ...place, role: onward });
    else closeOverlay();
  };
  const fill = async (filler: Filler) => {
    const others = role.many ? event.roles : event.roles.filter(({ roleId }) => roleId !== role.id);
    await send('event.update', { id: event.id, roles: [...others, { roleId: role.id, filler }] });
  };
  const isIn = (filler: Filler) =>
    event.roles.some(
      (filling) =>
        filling.roleId === role.id && filling.filler.kind === filler.kind && filling.filler.id === filler.id,
    );
  const { start } = hull(event.trigger);
  const mentions = mentionsFor(session, role, start, event.layerId)
    .slice(0, MOST)
    .map((mention) => ({
      id: `mention ${mention.id}`,
      name: displayQuote(session.text, mention.fragments),
      className: `type-${mention.typeId}`,
      detail: names.type(mention.typeId),
      filler: { kind: 'mention', id: mention.id } as Filler,
    }));
  const others = entities
    .filter((entity) => mayFill(role, entity.typeId))
    .map((entity) => ({
      id: `entity ${entity.id}`,
      name: entity.name,
      aliases: entity.aliases,
      className: `type-${entity.typeId}`,
      detail: 'entity',
      filler: { kind: 'entity', id: entity.id } as Filler,
    }));
  const title = `${type.name} (‘${displayQuote(session.text, event.trigger)}’): ${role.name}`;
  return (
    <Overlay title={title} quick>
      <Picker
        key={`${role.id} ${event.roles.length}`}
        label={title}
        placeholder={`${role.name}${role.required ? ' (needed)' : ''}: type a name; Enter alone goes on`}
        choices={[...mentions, ...others].filter(({ filler }) => !isIn(filler))}
        onPick={({ filler }) => {
          // The same role is asked again while it has room.
          attempt(() => fill(filler).then(() => (role.many ? undefined : goOn(place.role + 1))));
        }}
        onSkip={() => goOn(place.role + 1)}
      />
    </Overlay>
  );
}
