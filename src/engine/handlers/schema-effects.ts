import type { SchemaEffect } from '@contract/schema';
import type { Mark } from '@core/schema-change/migrate';
import type { Context } from '../context';

const EXAMPLES = 5;
const QUOTE = 120;

interface Gathered extends Omit<SchemaEffect, 'documents'> {
  documents: Map<string, number>;
}

/** Counts what a change does, by kind of record, term and reason, with the first few as examples. */
export class Effects {
  readonly #context: Context;
  readonly #gathered = new Map<string, Gathered>();
  readonly #unresolved = new Set<string>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Records that something is to be said about before the change can be done. */
  get unresolved(): number {
    return this.#unresolved.size;
  }

  add(
    what: SchemaEffect['what'],
    mark: Mark,
    record: { id: string },
    documentId: string | null,
    quote: () => string,
  ): void {
    if (mark.action === 'unresolved') this.#unresolved.add(record.id);
    const { action, part, id, attribute, role, value, into } = mark;
    const key = JSON.stringify([what, action, part, id, attribute, role, value, into]);
    let effect = this.#gathered.get(key);
    if (!effect) {
      effect = { what, ...mark, count: 0, documents: new Map(), examples: [] };
      this.#gathered.set(key, effect);
    }
    effect.count++;
    if (documentId !== null) effect.documents.set(documentId, (effect.documents.get(documentId) ?? 0) + 1);
    if (effect.examples.length < EXAMPLES)
      effect.examples.push({ recordId: record.id, documentId, quote: quote().slice(0, QUOTE) });
  }

  /** What asks for a decision comes first, then what deletes, then by number. */
  list(): SchemaEffect[] {
    const order = ['unresolved', 'delete', 'clear', 'lacks', 'breaks', 'merge', 'move', 'keep'];
    const nameOf = (id: string) => this.#context.need('document', id).name;
    return [...this.#gathered.values()]
      .map((effect) => ({
        ...effect,
        documents: [...effect.documents].map(([id, count]) => ({ id, name: nameOf(id), count })),
      }))
      .sort((a, b) => order.indexOf(a.action) - order.indexOf(b.action) || b.count - a.count);
  }
}
