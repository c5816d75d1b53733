import type { SpanAnnotation } from '@core/model/annotation';
import type { Fragment } from '@core/model/fragment';
import type { Comparison } from '@core/review/compare';
import { defaultSchema } from '@core/schemas/index';

export const reviewDocumentId = '00000000-0000-7000-8001-000000000001';

/** The id of the n-th layer (kind 2) or record (kind 4 spans, 6 stances …) for tests of comparing. */
export function reviewId(kind: number, number: number): string {
  return `00000000-0000-7000-8${kind.toString(16).padStart(3, '0')}-${number.toString(16).padStart(12, '0')}`;
}

let made = 0;

/** A span of a layer over the first occurrence of some words. */
export function spanOver(
  text: string,
  layer: number,
  words: string,
  typeId: string,
  more: Partial<SpanAnnotation> = {},
): SpanAnnotation {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`'${words}' is not in the text`);
  return span(layer, [{ start, end: start + words.length }], typeId, more);
}

export function span(
  layer: number,
  fragments: Fragment[],
  typeId: string,
  more: Partial<SpanAnnotation> = {},
): SpanAnnotation {
  return {
    id: reviewId(4, ++made),
    layerId: reviewId(2, layer),
    documentId: reviewDocumentId,
    typeId,
    fragments,
    attributes: {},
    note: '',
    entityId: null,
    origin: 'human',
    ...more,
  };
}

/** A comparison of so many layers, empty save for what is given. */
export function comparison(text: string, layers: number, given: Partial<Comparison> = {}): Comparison {
  return {
    schema: defaultSchema,
    text,
    layerIds: Array.from({ length: layers }, (_, index) => reviewId(2, index + 1)),
    annotations: [],
    stances: [],
    relations: [],
    events: [],
    appraisals: [],
    ...given,
  };
}
