import type { ProjectInfo } from '@contract/project';
import type { SpanAnnotation } from '@core/model/annotation';
import type { Event, Filler } from '@core/model/event';
import { displayQuote } from '@core/model/fragment';
import type { Relation } from '@core/model/relation';
import { inLine } from '@core/text/direction';
import { ArrowLeftRight, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { runAction } from '../actions/run';
import type { DocumentSession } from '../data/document-session';
import { type Names, useNames } from '../data/names';
import { attempt } from '../data/notices';
import { send } from '../data/save-state';
import { useWorkbench, workbench } from '../data/workbench';
import { revealFragments } from '../editor/control';
import { mayChange } from '../review/gold';
import { ActionKey } from '../ui/keycap';
import { deleteJoin } from './act';
import { JoinDetails } from './join-details';

interface Props {
  info: ProjectInfo;
  session: DocumentSession;
  selected: SpanAnnotation | null;
}

const MOST = 200;

/** Relations and events of the selected annotation, or of the document; each can be gone to, changed and deleted. */
export function JoinList({ info, session, selected }: Props) {
  const names = useNames(session);
  const selectedJoin = useWorkbench((state) => state.selectedJoin);
  const relations = selected ? session.relationsOf(selected.id) : [...session.relations.values()];
  const events = selected ? session.eventsOf(selected.id) : [...session.events.values()];
  const count = session.relations.size + session.events.size;
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row of what is selected comes into view
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [selectedJoin]);
  if (count === 0 && info.schema.relationTypes.length + info.schema.eventTypes.length === 0) return null;
  const isCurrent = (id: string) => (selectedJoin?.id === id ? 'true' : undefined);
  const shown = <Join extends { id: string }>(joins: readonly Join[]) =>
    joins.filter(({ id }, index) => index < MOST || id === selectedJoin?.id);
  return (
    <section className="join-list" aria-label="Relations and events">
      <header className="pane-head">
        <h2>Relations and events</h2>
        <span className="muted">{count}</span>
        <button
          type="button"
          disabled={info.readOnly || !selected}
          onClick={() => runAction('annotate.relate')}
        >
          Relate… <ActionKey id="annotate.relate" />
        </button>
      </header>
      <ul ref={list} className="plain-list scroll">
        {shown(relations).map((relation) => (
          <li
            key={relation.id}
            className={`join relation-${relation.typeId}`}
            aria-current={isCurrent(relation.id)}
          >
            <RelationRow relation={relation} info={info} session={session} names={names} />
            {isCurrent(relation.id) && (
              <JoinDetails
                join={{ kind: 'relation', record: relation }}
                attributes={
                  info.schema.relationTypes.find(({ id }) => id === relation.typeId)?.attributes ?? []
                }
                disabled={!isOwn(info, session, relation.layerId)}
              />
            )}
          </li>
        ))}
        {shown(events).map((event) => (
          <li key={event.id} className={`join event-${event.typeId}`} aria-current={isCurrent(event.id)}>
            <EventRow event={event} info={info} session={session} names={names} />
            {isCurrent(event.id) && (
              <JoinDetails
                join={{ kind: 'event', record: event }}
                attributes={info.schema.eventTypes.find(({ id }) => id === event.typeId)?.attributes ?? []}
                disabled={!isOwn(info, session, event.layerId)}
              />
            )}
          </li>
        ))}
      </ul>
      {relations.length + events.length > MOST && (
        <p className="muted">Select an annotation to see those that are its own.</p>
      )}
    </section>
  );
}

function isOwn(info: ProjectInfo, session: DocumentSession, layerId: string): boolean {
  return !info.readOnly && mayChange(session, layerId, info.annotator.id);
}

function RelationRow({
  relation,
  info,
  session,
  names,
}: {
  relation: Relation;
  info: ProjectInfo;
  session: DocumentSession;
  names: Names;
}) {
  const words = inLine`${names.mention(relation.fromId)} — ${names.relationType(relation.typeId)} → ${names.mention(relation.toId)}`;
  const type = info.schema.relationTypes.find(({ id }) => id === relation.typeId);
  const own = isOwn(info, session, relation.layerId);
  const go = () => {
    const from = session.annotations.get(relation.fromId);
    if (from) revealFragments(from.fragments);
    workbench.set({ selectedId: null, selectedJoin: { kind: 'relation', id: relation.id } });
  };
  return (
    <>
      <button type="button" className="row" onClick={go}>
        <span className="swatch" aria-hidden />
        <span className="row-quote" dir="auto">
          {words}
        </span>
      </button>
      {own && type && !type.symmetric && (
        <button
          type="button"
          className="icon"
          aria-label={`Turn around: ${words}`}
          title="Turn around"
          onClick={() =>
            attempt(() =>
              send('relation.update', { id: relation.id, fromId: relation.toId, toId: relation.fromId }),
            )
          }
        >
          <ArrowLeftRight size={14} aria-hidden />
        </button>
      )}
      {own && <Delete words={words} join={{ kind: 'relation', id: relation.id }} />}
    </>
  );
}

function EventRow({
  event,
  info,
  session,
  names,
}: {
  event: Event;
  info: ProjectInfo;
  session: DocumentSession;
  names: Names;
}) {
  const quote = displayQuote(session.text, event.trigger);
  const words = inLine`${names.eventType(event.typeId)}: ${quote}`;
  const type = info.schema.eventTypes.find(({ id }) => id === event.typeId);
  const own = isOwn(info, session, event.layerId);
  const go = () => {
    revealFragments(event.trigger);
    workbench.set({ selectedId: null, selectedJoin: { kind: 'event', id: event.id } });
  };
  const who = (filler: Filler) =>
    filler.kind === 'entity' ? names.entity(filler.id) : names.mention(filler.id);
  return (
    <>
      <button type="button" className="row" onClick={go}>
        <span className="swatch" aria-hidden />
        <span className="row-quote" dir="auto">
          {words}
        </span>
      </button>
      {own && <Delete words={words} join={{ kind: 'event', id: event.id }} />}
      <dl className="roles">
        {type?.roles.map((role, place) => {
          const filled = event.roles.filter(({ roleId }) => roleId === role.id);
          if (filled.length === 0 && (!own || role.retired)) return null;
          return (
            <div key={role.id}>
              <dt>
                {role.name}
                {role.required ? ' *' : ''}
              </dt>
              <dd>
                {filled.map(({ filler }) => (
                  <span key={filler.id} className="filler" dir="auto">
                    {who(filler)}
                    {own && (
                      <button
                        type="button"
                        className="icon"
                        aria-label={`Take ${who(filler)} out of ${role.name}`}
                        onClick={() =>
                          attempt(() =>
                            send('event.update', {
                              id: event.id,
                              roles: event.roles.filter(
                                (other) => other.roleId !== role.id || other.filler.id !== filler.id,
                              ),
                            }),
                          )
                        }
                      >
                        ×
                      </button>
                    )}
                  </span>
                ))}
                {own && (role.many || filled.length === 0) && (
                  <button
                    type="button"
                    className="flat"
                    aria-label={`Fill ${role.name} of ${quote}`}
                    onClick={() =>
                      workbench.openOverlay({ kind: 'role', eventId: event.id, role: place, onward: false })
                    }
                  >
                    +
                  </button>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

function Delete({ words, join }: { words: string; join: { kind: 'relation' | 'event'; id: string } }) {
  return (
    <button
      type="button"
      className="icon"
      aria-label={`Delete ${words}`}
      onClick={() => attempt(() => deleteJoin(join))}
    >
      <Trash2 size={14} aria-hidden />
    </button>
  );
}
