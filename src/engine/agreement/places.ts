import type { Output } from '@contract/index';
import type { ComparedLayer } from '@core/agreement/compared';
import { pairSpans, prepareSpans } from '@core/agreement/spans';
import { pairStances } from '@core/agreement/stances';
import { type Fragments, hull } from '@core/model/fragment';
import { quoteInContext } from '@core/text/context';
import type { Context, QueryHandler } from '../context';
import { breather } from './breather';
import { ComparedDocuments } from './compared-documents';

type What = 'label' | keyof ComparedLayer['stances'][number]['fields'];
type Side = { id: string; value: string; fragments: Fragments } | null;

/** Finds the pairs of a cell again, in the order of the text, and shows a page of them. */
export const placesOfDisagreement: QueryHandler<'agreement.places'> = async (context, input, work) => {
  const { first, second, what, row, column, offset, limit } = input;
  const compared = new ComparedDocuments(context, { ...input, annotators: [first, second] });
  const placeOf = (owner: string) =>
    compared.annotators.findIndex(({ id }) => id === (owner === 'gold' ? null : owner));
  const [one, two] = [placeOf(first), placeOf(second)];
  const breathe = breather(work);
  const places: Output<'agreement.places'>['places'] = [];
  let total = 0;
  for (const [done, { id, name }] of compared.documents.entries()) {
    if (await breathe()) work.progress({ done, total: compared.documents.length, what: name });
    if (compared.annotatorsAt(id) < 2) continue;
    const layers = compared.read(id);
    const layerOf = (place: number) => layers.find(({ annotator }) => annotator === place)!;
    const found = sidesOf(layerOf(one), layerOf(two), what).filter(
      ([a, b]) => (a?.value ?? '') === row && (b?.value ?? '') === column,
    );
    const wanted = found.slice(Math.max(0, offset - total), Math.max(0, offset + limit - total));
    total += found.length;
    for (const sides of wanted) places.push(shown(context, id, sides));
  }
  return { total, places };
};

/** Paired readings of two annotators, and those without a counterpart. */
function sidesOf(first: ComparedLayer, second: ComparedLayer, what: What): [Side, Side][] {
  if (what !== 'label') {
    const side = ({ id, evidence, fields }: ComparedLayer['stances'][number]): Side => {
      const value = fields[what];
      return value === null ? null : { id, value, fragments: evidence };
    };
    return pairStances(first.stances, second.stances)
      .map(({ first: i, second: j }): [Side, Side] => [side(first.stances[i]!), side(second.stances[j]!)])
      .filter(([a, b]) => a !== null && b !== null);
  }
  const [one, two] = [prepareSpans(first.spans), prepareSpans(second.spans)];
  const pairs = pairSpans(one, two);
  const side = ({ id, typeId, fragments }: ComparedLayer['spans'][number]): Side => ({
    id,
    value: typeId,
    fragments,
  });
  const paired = pairs.map(({ first: i, second: j }): [Side, Side] => [
    side(one.spans[i]!),
    side(two.spans[j]!),
  ]);
  const [ofFirst, ofSecond] = [
    new Set(pairs.map((pair) => pair.first)),
    new Set(pairs.map((pair) => pair.second)),
  ];
  const alone = [
    ...one.spans.filter((_, i) => !ofFirst.has(i)).map((span): [Side, Side] => [side(span), null]),
    ...two.spans.filter((_, j) => !ofSecond.has(j)).map((span): [Side, Side] => [null, side(span)]),
  ];
  return [...paired, ...alone].sort((a, b) => startOf(a) - startOf(b));
}

const startOf = ([a, b]: [Side, Side]) => (a ?? b)!.fragments[0]?.start ?? 0;

function shown(context: Context, documentId: string, [first, second]: [Side, Side]) {
  const document = context.need('document', documentId);
  const fragments = [...(first?.fragments ?? []), ...(second?.fragments ?? [])];
  const words = first && first.fragments.length > 0 ? first.fragments : fragments;
  const quoted =
    fragments.length === 0
      ? { before: '', quote: '', after: '' }
      : quoteInContext(context.textOf(documentId), words);
  const side = (one: Side) => one && { id: one.id, value: one.value };
  return {
    documentId,
    documentName: document.metadata.title ?? document.name,
    language: document.language,
    place: fragments.length === 0 ? null : hull(words),
    ...quoted,
    first: side(first),
    second: side(second),
  };
}
