import { type Finder, patternFinder, wordFinder } from '@core/text/matching';
import { type LabelTable, labelParts, type SearchOptions } from './messages';

/** Finds a query; null when it is empty. @throws SyntaxError for a bad regular expression */
export function finderFor(query: string, options: SearchOptions): Finder | null {
  if (options.regularExpression) return query === '' ? null : patternFinder(query, options);
  return wordFinder(query, { ...options, inflection: 'none' });
}

/** Start and end of each hit. */
export function* inText(find: Finder, text: string): Generator<[number, number]> {
  for (const { start, end } of find(text)) yield [start, end];
}

/** Place in the table of each annotation in which something is found, and in which part of it first. */
export function* inLabels(find: Finder, table: LabelTable, text: string): Generator<[number, number]> {
  const isIn = (some: string) => find(some).next().done === false;
  const named = table.names.map(isIn);
  for (let at = 0; at < table.labels.length; at++) {
    const parts = {
      label: () => named[table.labels[at]!]!,
      entity: () => named[table.entities[at]!] ?? false,
      note: () => table.notes[at] !== '' && isIn(table.notes[at]!),
      quote: () => isIn(quoteIn(table, at, text)),
    };
    const found = labelParts.findIndex((part) => parts[part]());
    if (found >= 0) yield [at, found];
  }
}

function quoteIn({ firstFragment, fragments }: LabelTable, at: number, text: string): string {
  const quotes: string[] = [];
  for (let fragment = firstFragment[at]!; fragment < firstFragment[at + 1]!; fragment++)
    quotes.push(text.slice(fragments[2 * fragment], fragments[2 * fragment + 1]));
  return quotes.join(' … ');
}
