import type { Client } from '@contract/client';
import type { Output } from '@contract/index';
import type { Change } from '@core/journal/change';
import type { SpanAnnotation } from '@core/model/annotation';
import type { Appraisal } from '@core/model/appraisal';
import type { Comment } from '@core/model/comment';
import type { Document } from '@core/model/document';
import type { Event } from '@core/model/event';
import { compareByPlace, hull } from '@core/model/fragment';
import type { Layer } from '@core/model/project';
import type { Relation } from '@core/model/relation';
import type { Stance } from '@core/model/stance';
import { differences } from './differences';
import { JoinIndex } from './join-index';

/** Right after an entry of the journal. */
export interface Moment {
  seq: number;
  /** When, and what was done, for people. */
  words: string;
}

export type SessionListener = (changes: readonly Change[]) => void;

/**
 * The open document with all that is marked in it: one copy, patched by the record images that
 * the engine sends after each commit, which editor and panels follow.
 */
export class DocumentSession {
  document: Document;
  readonly text: string;
  /** The moment at which this is how things were; null for how they are. */
  readonly asOf: Moment | null;
  readonly layers: Map<string, Layer>;
  readonly annotations: Map<string, SpanAnnotation>;
  readonly stances: Map<string, Stance>;
  readonly relations: Map<string, Relation>;
  readonly events: Map<string, Event>;
  readonly appraisals: Map<string, Appraisal>;
  readonly comments: Map<string, Comment>;
  readonly #listeners = new Set<SessionListener>();
  #version = 0;
  #ordered: SpanAnnotation[];
  #orderedStances: Stance[];
  readonly #joins: JoinIndex;

  private constructor(
    document: Document,
    text: string,
    marks: Output<'document.annotations'>,
    asOf: Moment | null = null,
  ) {
    this.asOf = asOf;
    this.document = document;
    this.text = text;
    this.layers = new Map(marks.layers.map((layer) => [layer.id, layer]));
    this.annotations = new Map(marks.annotations.map((annotation) => [annotation.id, annotation]));
    this.stances = new Map(marks.stances.map((stance) => [stance.id, stance]));
    this.relations = new Map(marks.relations.map((relation) => [relation.id, relation]));
    this.events = new Map(marks.events.map((event) => [event.id, event]));
    this.appraisals = new Map(marks.appraisals.map((appraisal) => [appraisal.id, appraisal]));
    this.comments = new Map(marks.comments.map((comment) => [comment.id, comment]));
    this.#joins = new JoinIndex(marks.relations, marks.events);
    this.#ordered = [...marks.annotations].sort(compareByPlace);
    this.#orderedStances = sortedStances(marks.stances);
  }

  static async load(client: Client, id: string): Promise<DocumentSession> {
    const [{ document, text }, marks] = await Promise.all([
      client.call('document.get', { id }),
      client.call('document.annotations', { id }),
    ]);
    return new DocumentSession(document, text, marks);
  }

  /** The document as it was right after an entry of the journal; it follows no changes. */
  static async loadAsOf(client: Client, id: string, moment: Moment): Promise<DocumentSession> {
    const [{ document, text }, marks] = await Promise.all([
      client.call('document.get', { id }),
      client.call('document.asOf', { id, seq: moment.seq }),
    ]);
    return new DocumentSession(document, text, marks, moment);
  }

  /** Takes over the changes that touch this document. */
  apply(changes: readonly Change[]): void {
    if (this.asOf !== null) return;
    const own = changes.filter((change) => this.#concerns(change));
    if (own.length === 0) return;
    for (const change of own) {
      if (change.kind === 'document' && change.after) this.document = change.after;
      if (change.kind === 'layer') patch(this.layers, change.id, change.after);
      if (change.kind === 'annotation') patch(this.annotations, change.id, change.after);
      if (change.kind === 'stance') patch(this.stances, change.id, change.after);
      if (change.kind === 'relation') patch(this.relations, change.id, change.after);
      if (change.kind === 'event') patch(this.events, change.id, change.after);
      if (change.kind === 'appraisal') patch(this.appraisals, change.id, change.after);
      if (change.kind === 'comment') patch(this.comments, change.id, change.after);
      this.#joins.apply(change);
    }
    this.#ordered = reordered(this.#ordered, own);
    if (own.some(({ kind }) => kind === 'stance'))
      this.#orderedStances = sortedStances([...this.stances.values()]);
    this.#version++;
    for (const listener of this.#listeners) listener(own);
  }

  /** Takes over what has happened to this document while no changes came: after the engine was restarted. */
  async catchUp(client: Client): Promise<void> {
    if (this.asOf !== null) return;
    const { id } = this.document;
    const [{ document }, marks] = await Promise.all([
      client.call('document.get', { id }),
      client.call('document.annotations', { id }),
    ]);
    this.apply([
      ...differences('document', new Map([[id, this.document]]), [document]),
      ...differences('layer', this.layers, marks.layers),
      ...differences('annotation', this.annotations, marks.annotations),
      ...differences('stance', this.stances, marks.stances),
      ...differences('relation', this.relations, marks.relations),
      ...differences('event', this.events, marks.events),
      ...differences('appraisal', this.appraisals, marks.appraisals),
      ...differences('comment', this.comments, marks.comments),
    ]);
  }

  subscribe = (listener: SessionListener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Grows with every change. */
  getVersion = (): number => this.#version;

  /** Span annotations in text order. */
  get ordered(): SpanAnnotation[] {
    return this.#ordered;
  }

  /** Stances in the order of their evidence. */
  get orderedStances(): Stance[] {
    return this.#orderedStances;
  }

  /** The relations that begin or end at an annotation. */
  relationsOf(annotationId: string): Relation[] {
    return present(this.#joins.relationsOf(annotationId), this.relations);
  }

  /** The events in which an annotation fills a role. */
  eventsOf(annotationId: string): Event[] {
    return present(this.#joins.eventsOf(annotationId), this.events);
  }

  #concerns(change: Change): boolean {
    if (change.kind === 'document') return change.id === this.document.id;
    const image = change.after ?? change.before;
    return image !== null && 'documentId' in image && image.documentId === this.document.id;
  }
}

function present<Item>(ids: Iterable<string>, items: ReadonlyMap<string, Item>): Item[] {
  return [...ids].map((id) => items.get(id)).filter((item) => item !== undefined);
}

function patch<Item>(items: Map<string, Item>, id: string, after: Item | null): void {
  if (after === null) items.delete(id);
  else items.set(id, after);
}

function sortedStances(stances: readonly Stance[]): Stance[] {
  const place = ({ evidence }: Stance) => (evidence.length === 0 ? -1 : hull(evidence).start);
  return [...stances].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

const FEW = 32;

/** The same list, in text order, after some changes: a few are put in their places, many sorted anew. */
function reordered(before: SpanAnnotation[], changes: readonly Change[]): SpanAnnotation[] {
  const touched = changes.filter((change) => change.kind === 'annotation');
  if (touched.length === 0) return before;
  if (touched.length > FEW) {
    const last = new Map(touched.map(({ id, after }) => [id, after]));
    const added = [...last.values()].filter((annotation) => annotation !== null);
    return [...before.filter(({ id }) => !last.has(id)), ...added].sort(compareByPlace);
  }
  const after = [...before];
  for (const change of touched) {
    const place = change.before ?? change.after;
    const had = place ? placeIn(after, place) : -1;
    if (after[had]?.id === change.id) after.splice(had, 1);
    if (change.after) after.splice(placeIn(after, change.after), 0, change.after);
  }
  return after;
}

/** Where an annotation belongs in a list in text order, by bisection. */
function placeIn(list: readonly SpanAnnotation[], annotation: SpanAnnotation): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareByPlace(list[middle]!, annotation) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
