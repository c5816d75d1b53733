import type { Client } from '@contract/client';
import type { Change } from '@core/journal/change';
import type { SpanAnnotation } from '@core/model/annotation';
import type { Document } from '@core/model/document';
import { compareByPlace, hull } from '@core/model/fragment';
import type { Layer } from '@core/model/project';
import type { Stance } from '@core/model/stance';

export type SessionListener = (changes: readonly Change[]) => void;

/**
 * The open document with all that is marked in it: one copy, patched by the record images that
 * the engine sends after each commit, which editor and panels follow.
 */
export class DocumentSession {
  document: Document;
  readonly text: string;
  readonly layers: Map<string, Layer>;
  readonly annotations: Map<string, SpanAnnotation>;
  readonly stances: Map<string, Stance>;
  readonly #listeners = new Set<SessionListener>();
  #version = 0;
  #ordered: { version: number; annotations: SpanAnnotation[]; stances: Stance[] } | null = null;

  private constructor(
    document: Document,
    text: string,
    marks: { layers: Layer[]; annotations: SpanAnnotation[]; stances: Stance[] },
  ) {
    this.document = document;
    this.text = text;
    this.layers = new Map(marks.layers.map((layer) => [layer.id, layer]));
    this.annotations = new Map(marks.annotations.map((annotation) => [annotation.id, annotation]));
    this.stances = new Map(marks.stances.map((stance) => [stance.id, stance]));
  }

  static async load(client: Client, id: string): Promise<DocumentSession> {
    const [{ document, text }, marks] = await Promise.all([
      client.call('document.get', { id }),
      client.call('document.annotations', { id }),
    ]);
    return new DocumentSession(document, text, marks);
  }

  /** Takes over the changes that touch this document. */
  apply(changes: readonly Change[]): void {
    const own = changes.filter((change) => this.#concerns(change));
    if (own.length === 0) return;
    for (const change of own) {
      if (change.kind === 'document' && change.after) this.document = change.after;
      if (change.kind === 'layer') patch(this.layers, change.id, change.after);
      if (change.kind === 'annotation') patch(this.annotations, change.id, change.after);
      if (change.kind === 'stance') patch(this.stances, change.id, change.after);
    }
    this.#version++;
    for (const listener of this.#listeners) listener(own);
  }

  subscribe = (listener: SessionListener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Grows with every change. */
  getVersion = (): number => this.#version;

  /** Span annotations in text order. */
  get ordered(): SpanAnnotation[] {
    return this.#inOrder().annotations;
  }

  /** Stances in the order of their evidence. */
  get orderedStances(): Stance[] {
    return this.#inOrder().stances;
  }

  #inOrder(): { annotations: SpanAnnotation[]; stances: Stance[] } {
    if (this.#ordered?.version !== this.#version) {
      const place = ({ evidence }: Stance) => (evidence.length === 0 ? -1 : hull(evidence).start);
      this.#ordered = {
        version: this.#version,
        annotations: [...this.annotations.values()].sort(compareByPlace),
        stances: [...this.stances.values()].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1)),
      };
    }
    return this.#ordered;
  }

  #concerns(change: Change): boolean {
    if (change.kind === 'document') return change.id === this.document.id;
    const image = change.after ?? change.before;
    return image !== null && 'documentId' in image && image.documentId === this.document.id;
  }
}

function patch<Item>(items: Map<string, Item>, id: string, after: Item | null): void {
  if (after === null) items.delete(id);
  else items.set(id, after);
}
