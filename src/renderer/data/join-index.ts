import type { Change } from '@core/journal/change';
import type { Event } from '@core/model/event';
import type { Relation } from '@core/model/relation';

const NONE: ReadonlySet<string> = new Set();

/** Which relations and events name an annotation, kept in step with changes. */
export class JoinIndex {
  readonly #relations = new Map<string, Set<string>>();
  readonly #events = new Map<string, Set<string>>();

  constructor(relations: readonly Relation[], events: readonly Event[]) {
    for (const relation of relations) add(this.#relations, ends(relation), relation.id);
    for (const event of events) add(this.#events, mentions(event), event.id);
  }

  apply(change: Change): void {
    if (change.kind === 'relation') {
      if (change.before) remove(this.#relations, ends(change.before), change.id);
      if (change.after) add(this.#relations, ends(change.after), change.id);
    }
    if (change.kind === 'event') {
      if (change.before) remove(this.#events, mentions(change.before), change.id);
      if (change.after) add(this.#events, mentions(change.after), change.id);
    }
  }

  relationsOf(annotationId: string): ReadonlySet<string> {
    return this.#relations.get(annotationId) ?? NONE;
  }

  eventsOf(annotationId: string): ReadonlySet<string> {
    return this.#events.get(annotationId) ?? NONE;
  }
}

function ends({ fromId, toId }: Relation): string[] {
  return [fromId, toId];
}

function mentions({ roles }: Event): string[] {
  return roles.flatMap(({ filler }) => (filler.kind === 'mention' ? [filler.id] : []));
}

function add(index: Map<string, Set<string>>, keys: readonly string[], id: string): void {
  for (const key of keys) {
    const ids = index.get(key);
    if (ids) ids.add(id);
    else index.set(key, new Set([id]));
  }
}

function remove(index: Map<string, Set<string>>, keys: readonly string[], id: string): void {
  for (const key of keys) {
    const ids = index.get(key);
    ids?.delete(id);
    if (ids?.size === 0) index.delete(key);
  }
}
