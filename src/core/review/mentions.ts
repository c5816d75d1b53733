import type { SpanAnnotation } from '../model/annotation';
import { alignSpans, comparedSpan } from './spans';

type Mention = Pick<SpanAnnotation, 'id' | 'entityId'>;

/**
 * What mentions that belong together count as where others name them: their entity, where all who
 * linked one linked it to the same; otherwise their position. So who names the entity and who names
 * its mention say the same.
 */
export function mentionKey(together: readonly Mention[]): string {
  const linked = new Set(together.flatMap(({ entityId }) => entityId ?? []));
  if (linked.size === 1) return `entity:${[...linked][0]}`;
  return `span:${together.map(({ id }) => id).sort()[0]}`;
}

/** By id, what the mentions in the layers of a document count as. */
export function mentionKeys(
  text: string,
  spans: readonly Omit<SpanAnnotation, 'documentId' | 'attributes' | 'note' | 'origin'>[],
): Map<string, string> {
  const byId = new Map(spans.map((span) => [span.id, span]));
  const compared = spans.map((span) => comparedSpan({ ...span, attributes: {} }));
  const keys = new Map<string, string>();
  for (const group of alignSpans(text, compared, (id) => id)) {
    const key = mentionKey(group.map(({ id }) => byId.get(id)!));
    for (const { id } of group) keys.set(id, key);
  }
  return keys;
}
