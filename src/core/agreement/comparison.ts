import type { Fragment } from '../model/fragment';
import { type ComparedDocument, type ComparedLayer, pairName, stanceFields } from './compared';
import { stretches } from './positions';
import { exactMatches, meetings, overlapMatches, type PreparedSpans, pairSpans, prepareSpans } from './spans';
import { pairStances } from './stances';
import { type Group, Sums } from './sums';
import { CrossTable } from './table';
import { disjointUnits, unitisingTerms } from './unitising';

/** What two annotators have in common, as groups of sums. */
interface Pair {
  name: string;
  own: Group;
  firstValues: Group;
  secondValues: Group;
  label: Group;
  labelRows: Group;
  labelColumns: Group;
  /** Labels, and stance fields, by the first annotator's value and the second's. */
  tables: Map<string, CrossTable>;
}

const labelsOf = (value: string) => (value.includes(' ') ? value.split(' ') : [value]);

/** Compares annotators document by document, two and all together, and keeps what figures are made from. */
export class Comparison {
  readonly sums = new Sums();
  readonly annotators: number;
  /** What was joined or has no counterpart, counted. */
  readonly remainder = { joinedUnits: 0, unpairedSpans: 0, unpairedStances: 0 };
  readonly #pairs = new Map<number, Pair>();
  readonly #labels = new Map<string, Group>();
  readonly #values = this.sums.group('value ');
  readonly #ratings = this.sums.group('rating ');
  readonly #overall = this.sums.group('');

  constructor(annotators: number) {
    this.annotators = annotators;
  }

  /** Adds a document that at least two annotators did. */
  add({ length, layers }: ComparedDocument): void {
    this.#comparePositions(layers, length);
    this.#compareUnits(layers, length);
    const prepared = layers.map(({ spans }) => prepareSpans(spans));
    for (let i = 0; i < layers.length; i++) {
      for (let j = i + 1; j < layers.length; j++) {
        const pair = this.#pair(layers[i]!.annotator, layers[j]!.annotator);
        pair.own.add('documents', 1);
        this.#compareSpans(prepared[i]!, prepared[j]!, pair);
        this.#compareStances(layers[i]!, layers[j]!, pair);
      }
    }
    this.sums.endDocument();
  }

  /** Labels that were met. */
  labels(): string[] {
    return [...this.#labels.keys()].sort();
  }

  /** Counts of two annotators' values: of 'label', or of a field of stances. */
  table(first: number, second: number, what: string): CrossTable {
    return this.#table(this.#pair(first, second), what);
  }

  #pair(first: number, second: number): Pair {
    const key = first * this.annotators + second;
    let pair = this.#pairs.get(key);
    if (!pair) {
      const name = pairName(first, second);
      const group = (words: string) => this.sums.group(`${name} ${words}`);
      pair = {
        name,
        own: group(''),
        firstValues: group('first '),
        secondValues: group('second '),
        label: group('label '),
        labelRows: group('label row '),
        labelColumns: group('label column '),
        tables: new Map(),
      };
      this.#pairs.set(key, pair);
    }
    return pair;
  }

  #table({ tables }: Pair, what: string): CrossTable {
    let table = tables.get(what);
    if (!table) {
      table = new CrossTable();
      tables.set(what, table);
    }
    return table;
  }

  #label(id: string): Group {
    let label = this.#labels.get(id);
    if (!label) {
      label = this.sums.group(`label ${id} `);
      this.#labels.set(id, label);
    }
    return label;
  }

  /** Every position of the text is a unit, and the labels over it are its value; '' where there are none. */
  #comparePositions(layers: readonly ComparedLayer[], length: number): void {
    const many = layers.length;
    const isWhole = many === this.annotators;
    const agreed = new Float64Array(many * many);
    const margins = layers.map(() => new Map<string, number>());
    this.#overall.add('all positions', length * many);
    let [unlike, agreement] = [0, 0];
    const spans = layers.map((layer) => layer.spans);
    for (const { length: size, values } of stretches(spans, length)) {
      let same = 0;
      for (let i = 0; i < many; i++) {
        const value = values[i]!;
        const margin = margins[i]!;
        margin.set(value, (margin.get(value) ?? 0) + size);
        for (let j = i + 1; j < many; j++) {
          if (values[j] !== value) continue;
          agreed[i * many + j]! += size;
          same += 2;
        }
      }
      unlike += (size * (many * (many - 1) - same)) / (many - 1);
      agreement += (size * same) / (many * (many - 1));
      if (same === many * (many - 1) && values[0] === '') continue;
      const marked = new Map<string, number>();
      for (const value of values)
        if (value !== '')
          for (const label of labelsOf(value)) marked.set(label, (marked.get(label) ?? 0) + 1);
      for (const [label, count] of marked) {
        const own = this.#label(label);
        own.add('yes', size * count);
        own.add('unlike', (size * 2 * count * (many - count)) / (many - 1));
      }
    }
    this.#overall.add('unlike values', unlike);
    if (isWhole) {
      this.#overall.add('rated positions', length);
      this.#overall.add('agreement of ratings', agreement);
    }
    for (const [i, margin] of margins.entries()) {
      for (const [value, size] of margin) {
        this.#values.add(value, size);
        if (isWhole) this.#ratings.add(value, size);
      }
      for (let j = i + 1; j < many; j++) {
        const pair = this.#pair(layers[i]!.annotator, layers[j]!.annotator);
        const same = agreed[i * many + j]!;
        pair.own.add('positions', length);
        pair.own.add('agreed', same);
        this.#overall.add('pair positions', length);
        this.#overall.add('pair agreed', same);
        for (const [value, size] of margin) pair.firstValues.add(value, size);
        for (const [value, size] of margins[j]!) pair.secondValues.add(value, size);
      }
    }
  }

  /** The document is a continuum; each label's stretches are units on it. */
  #compareUnits(layers: readonly ComparedLayer[], length: number): void {
    const byLabel = new Map<string, Fragment[][]>();
    for (const [at, { spans }] of layers.entries()) {
      for (const { typeId, fragments } of spans) {
        let units = byLabel.get(typeId);
        if (!units) {
          units = layers.map(() => []);
          byLabel.set(typeId, units);
        }
        units[at]!.push(...fragments);
      }
    }
    for (const [label, lists] of byLabel) {
      const annotators = lists.map((list) => {
        const { units, joined } = disjointUnits(list);
        this.remainder.joinedUnits += joined;
        return units;
      });
      const { observed, expected } = unitisingTerms(annotators, length);
      const own = this.#label(label);
      // Documents count by their length.
      own.add('observed', observed * length);
      own.add('expected', expected * length);
      this.#overall.add('observed', observed * length);
      this.#overall.add('expected', expected * length);
    }
  }

  #compareSpans(first: PreparedSpans, second: PreparedSpans, pair: Pair): void {
    const found = meetings(first, second);
    const exact = exactMatches(first, second, found);
    const overlapping = overlapMatches(first, second, found);
    const both = first.spans.length + second.spans.length;
    pair.own.add('exact', exact.length);
    pair.own.add('overlap', overlapping.length);
    pair.own.add('first', first.spans.length);
    pair.own.add('second', second.spans.length);
    this.#overall.add('exact', exact.length);
    this.#overall.add('overlap', overlapping.length);
    this.#overall.add('both', both);
    for (const { first: i } of exact) this.#label(first.spans[i]!.typeId).add('exact', 1);
    for (const { first: i } of overlapping) this.#label(first.spans[i]!.typeId).add('overlap', 1);
    for (const { typeId } of first.spans) this.#label(typeId).add('both', 1);
    for (const { typeId } of second.spans) this.#label(typeId).add('both', 1);
    const pairs = pairSpans(first, second, found);
    const table = this.#table(pair, 'label');
    const pairedFirst = new Uint8Array(first.spans.length);
    const pairedSecond = new Uint8Array(second.spans.length);
    for (const { first: i, second: j } of pairs) {
      const [row, column] = [first.spans[i]!.typeId, second.spans[j]!.typeId];
      pairedFirst[i] = 1;
      pairedSecond[j] = 1;
      pair.label.add('pairs', 1);
      if (row === column) pair.label.add('same', 1);
      pair.labelRows.add(row, 1);
      pair.labelColumns.add(column, 1);
      table.add(row, column);
    }
    for (const [i, { typeId }] of first.spans.entries()) if (!pairedFirst[i]) table.add(typeId, '');
    for (const [j, { typeId }] of second.spans.entries()) if (!pairedSecond[j]) table.add('', typeId);
    this.remainder.unpairedSpans += both - 2 * pairs.length;
  }

  #compareStances({ stances: first }: ComparedLayer, { stances: second }: ComparedLayer, pair: Pair): void {
    if (first.length + second.length === 0) return;
    const pairs = pairStances(first, second);
    this.remainder.unpairedStances += first.length + second.length - 2 * pairs.length;
    this.sums.add('stance pairs', pairs.length);
    this.sums.add(`${pair.name} stance pairs`, pairs.length);
    for (const { first: i, second: j } of pairs) {
      for (const field of stanceFields) {
        const [row, column] = [first[i]!.fields[field], second[j]!.fields[field]];
        if (row === null || column === null) continue;
        this.#addValues(`${pair.name} ${field}`, row, column);
        this.#addValues(`stance ${field}`, row, column);
        this.#table(pair, field).add(row, column);
      }
    }
  }

  #addValues(what: string, row: string, column: string): void {
    this.sums.add(`${what} pairs`, 1);
    if (row === column) this.sums.add(`${what} same`, 1);
    this.sums.group(`${what} row `).add(row, 1);
    this.sums.group(`${what} column `).add(column, 1);
    this.sums.add(`${what} cell ${row} ${column}`, 1);
  }
}
