import type { FromWorker, LabelTable, SearchOptions, ToWorker } from './messages';
import workerAddress from './worker?worker&url';

/** A search that says nothing for so long (milliseconds) is ended: its pattern would run for ever. */
const PATIENCE = 4_000;
/** A worker that does not come to a new search for so long is ended, and another one asked. */
const STUCK = 300;

/** The page takes the address of a script from a policy alone (Trusted Types), which TypeScript does not know yet. */
const { trustedTypes } = window as unknown as {
  trustedTypes: {
    createPolicy(name: string, rules: { createScriptURL(address: string): string }): typeof rules;
  };
};
const policy = trustedTypes.createPolicy('parley-find', { createScriptURL: (address) => address });

/** What is searched: the text of the open document, and its annotations where labels are searched. */
export interface Source {
  text: string;
  labels: LabelTable | null;
}

export interface Search {
  query: string;
  options: SearchOptions;
  onHits(found: Omit<FromWorker, 'id'>): void;
  /** The search was ended because it took too long. */
  onGivenUp(): void;
}

/** Searches in a worker, so that the window stays alive and no pattern can stop it. A new search ends the one before. */
export class Searcher {
  #worker: Worker | null = null;
  #given: Source = { text: '', labels: null };
  #id = 0;
  #isBusy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  search(source: Source, search: Search): void {
    const wasBusy = this.#isBusy;
    const id = ++this.#id;
    this.#isBusy = true;
    this.#ask(source, id, search);
    if (wasBusy) this.#watch(STUCK, () => this.#askAnew(source, id, search));
    else this.#watch(PATIENCE, () => this.#giveUp(search));
  }

  /** Ends the search under way and lets the text go. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
    this.#isBusy = false;
    this.#given = { text: '', labels: null };
  }

  #ask(source: Source, id: number, search: Search): void {
    this.#worker ??= newWorker();
    const worker = this.#worker;
    const post = (message: ToWorker) => worker.postMessage(message);
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.id !== this.#id) return;
      this.#isBusy = !data.done;
      if (data.done) clearTimeout(this.#timer);
      else this.#watch(PATIENCE, () => this.#giveUp(search));
      search.onHits(data);
    };
    if (source.text !== this.#given.text) post({ type: 'text', text: source.text });
    if (source.labels && source.labels !== this.#given.labels) post({ type: 'labels', table: source.labels });
    this.#given = source;
    post({ type: 'search', id, query: search.query, options: search.options });
  }

  #askAnew(source: Source, id: number, search: Search): void {
    this.stop();
    this.#isBusy = true;
    this.#ask(source, id, search);
    this.#watch(PATIENCE, () => this.#giveUp(search));
  }

  #giveUp(search: Search): void {
    this.stop();
    search.onGivenUp();
  }

  #watch(milliseconds: number, act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, milliseconds);
  }
}

function newWorker(): Worker {
  return new Worker(policy.createScriptURL(workerAddress), { type: 'module' });
}
