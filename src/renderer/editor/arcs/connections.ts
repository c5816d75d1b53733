import type { EditorView } from '@codemirror/view';
import { type Fragments, hull } from '@core/model/fragment';
import type { DocumentSession } from '../../data/document-session';
import type { Names } from '../../data/names';
import { type MarksField, marksBetween } from '../marks';

/** A relation, or one role of an event, as an arc from one stretch of the text to another. */
export interface Connection {
  /** Unique among all arcs. */
  key: string;
  record: { kind: 'relation' | 'event'; id: string };
  /** Class of its colour. */
  className: string;
  name: string;
  directed: boolean;
  /** The same for all that end in the same place and mean the same. */
  bundle: string;
  from: Fragments;
  to: Fragments;
  /** The annotations at its ends; null for the trigger of an event. */
  fromId: string | null;
  toId: string;
}

/** The connections that begin or end in what is drawn of a text; its cost is that of what is drawn. */
export function drawnConnections(
  view: EditorView,
  session: DocumentSession,
  field: MarksField,
  names: Names,
  symmetric: ReadonlySet<string>,
): Connection[] {
  const marks = view.state.field(field);
  const found = new Map<string, Connection>();
  const addEvent = (id: string) => {
    for (const connection of ofEvent(id, session, names)) found.set(connection.key, connection);
  };
  const { from, to } = view.viewport;
  if (session.relations.size + session.events.size === 0) return [];
  marks.triggers.between(from, to, (_from, _to, mark) => addEvent(mark.spec.eventId));
  marksBetween(marks, from, to, (_from, _to, mark) => {
    const id: string = mark.spec.annotationId;
    for (const event of session.eventsOf(id)) addEvent(event.id);
    for (const relation of session.relationsOf(id)) {
      const [start, end] = [session.annotations.get(relation.fromId), session.annotations.get(relation.toId)];
      if (!start || !end) continue;
      found.set(relation.id, {
        key: relation.id,
        record: { kind: 'relation', id: relation.id },
        className: `relation-${relation.typeId}`,
        name: names.relationType(relation.typeId),
        directed: !symmetric.has(relation.typeId),
        bundle: `${relation.typeId} ${end.id}`,
        from: start.fragments,
        to: end.fragments,
        fromId: start.id,
        toId: end.id,
      });
    }
  });
  return [...found.values()];
}

function ofEvent(id: string, session: DocumentSession, names: Names): Connection[] {
  const event = session.events.get(id);
  if (!event) return [];
  return event.roles.flatMap(({ roleId, filler }, place) => {
    const mention = filler.kind === 'mention' ? session.annotations.get(filler.id) : undefined;
    if (!mention) return [];
    return [
      {
        key: `${event.id} ${place}`,
        record: { kind: 'event' as const, id: event.id },
        className: `event-${event.typeId}`,
        name: names.role(event.typeId, roleId),
        directed: true,
        bundle: `${event.typeId} ${roleId} ${mention.id}`,
        from: event.trigger,
        to: mention.fragments,
        fromId: null,
        toId: mention.id,
      },
    ];
  });
}

/** Does a connection touch any of the selected annotations, or is it selected itself? */
export function isChosen(
  { fromId, toId, record }: Connection,
  selectedIds: readonly string[],
  selectedJoin: string | null,
): boolean {
  return (
    record.id === selectedJoin ||
    selectedIds.includes(toId) ||
    (fromId !== null && selectedIds.includes(fromId))
  );
}

/** Where a stretch lies that is not drawn, seen from what is drawn. */
export function sideOf(view: EditorView, fragments: Fragments): 'above' | 'below' | null {
  const { start, end } = hull(fragments);
  if (end < view.viewport.from) return 'above';
  return start > view.viewport.to ? 'below' : null;
}
