import type { QueryHandler } from '../context';
import { positionsOf, readReview } from '../review/document-review';

export const compareLayers: QueryHandler<'review.compare'> = (context, { documentId, annotatorIds }) => {
  const review = readReview(context, documentId, annotatorIds);
  return {
    layers: review.layers,
    positions: positionsOf(context, review),
    decisions: [...review.decisions].reverse(),
  };
};

export const summarise: QueryHandler<'review.summary'> = async (context, { annotatorIds }, work) => {
  const ids = context.reviews.reviewable(annotatorIds);
  const documents = [];
  for (const [index, id] of ids.entries()) {
    if (!context.reviews.knows(id, annotatorIds) && index % STRIDE === 0) {
      work.progress({ done: index, total: ids.length, what: 'Comparing' });
      await work.breathe();
    }
    const document = context.file.records.get('document', id);
    if (!document) continue;
    const row = context.reviews.of(context, id, annotatorIds);
    documents.push({ documentId: id, name: document.metadata.title ?? document.name, ...row });
  }
  return { documents };
};

/** Documents between two looks at whether to stop. */
const STRIDE = 20;
