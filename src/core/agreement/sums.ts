/** Named amounts that add up over documents; each document's are kept, so that documents can be drawn anew. */
export class Sums {
  readonly #places = new Map<string, number>();
  readonly #groups = new Map<string, Group>();
  readonly #documents: { places: Int32Array; amounts: Float64Array }[] = [];
  readonly #open: number[] = [];
  readonly #touched: number[] = [];
  #entries = 0;

  /** Where the amount of a name stands in {@link total} and {@link drawn}. */
  place(name: string): number {
    let place = this.#places.get(name);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(name, place);
      this.#open.push(0);
    }
    return place;
  }

  /** Adds to an amount of the document at hand. */
  add(name: string, amount: number): void {
    this.addAt(this.place(name), amount);
  }

  addAt(place: number, amount: number): void {
    if (amount === 0) return;
    if (this.#open[place] === 0) this.#touched.push(place);
    this.#open[place]! += amount;
  }

  /** Names that begin alike, for adding to many of them. */
  group(beginning: string): Group {
    let group = this.#groups.get(beginning);
    if (!group) {
      group = new Group(this, beginning);
      this.#groups.set(beginning, group);
    }
    return group;
  }

  /** Closes the document at hand. */
  endDocument(): void {
    const count = this.#touched.length;
    const places = new Int32Array(count);
    const amounts = new Float64Array(count);
    for (let entry = 0; entry < count; entry++) {
      const place = this.#touched[entry]!;
      places[entry] = place;
      amounts[entry] = this.#open[place]!;
      this.#open[place] = 0;
    }
    this.#touched.length = 0;
    this.#documents.push({ places, amounts });
    this.#entries += places.length;
  }

  get documents(): number {
    return this.#documents.length;
  }

  /** Amounts that all documents have together, which is what one drawing costs. */
  get entries(): number {
    return this.#entries;
  }

  /** The amounts of all documents, each counted as often as it was drawn. */
  drawn(times: ArrayLike<number>): Float64Array {
    const total = new Float64Array(this.#places.size);
    for (const [index, { places, amounts }] of this.#documents.entries()) {
      const weight = times[index]!;
      if (weight === 0) continue;
      for (let entry = 0; entry < places.length; entry++) total[places[entry]!]! += weight * amounts[entry]!;
    }
    return total;
  }

  total(): Float64Array {
    return this.drawn(new Uint16Array(this.#documents.length).fill(1));
  }

  /** The amounts of one document. */
  ofDocument(index: number): Float64Array {
    const total = new Float64Array(this.#places.size);
    const { places, amounts } = this.#documents[index]!;
    for (let entry = 0; entry < places.length; entry++) total[places[entry]!] = amounts[entry]!;
    return total;
  }
}

/** Amounts whose names begin alike, found without putting the names together each time. */
export class Group {
  readonly #sums: Sums;
  readonly #beginning: string;
  readonly #places = new Map<string, number>();

  constructor(sums: Sums, beginning: string) {
    this.#sums = sums;
    this.#beginning = beginning;
  }

  /** What the names in use end in. */
  endings(): string[] {
    return [...this.#places.keys()];
  }

  add(ending: string, amount: number): void {
    let place = this.#places.get(ending);
    if (place === undefined) {
      place = this.#sums.place(this.#beginning + ending);
      this.#places.set(ending, place);
    }
    this.#sums.addAt(place, amount);
  }
}
