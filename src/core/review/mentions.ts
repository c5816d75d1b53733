import type { SpanAnnotation } from '../model/annotation';
import { hull } from '../model/fragment';
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

type Span = Pick<SpanAnnotation, 'id' | 'layerId' | 'typeId' | 'entityId' | 'fragments'>;

/**
 * By id, what mentions count as among all spans in the layers of a document. Only what touches a
 * mention that is asked for, directly or through others, is looked at: nothing else can belong to it.
 */
export function mentionKeys(
  text: string,
  spans: readonly Span[],
  asked: ReadonlySet<string>,
): Map<string, string> {
  const touching = clusters(spans).filter((cluster) => cluster.some(({ id }) => asked.has(id)));
  const keys = new Map<string, string>();
  for (const cluster of touching) {
    const byId = new Map(cluster.map((span) => [span.id, span]));
    const compared = cluster.map((span) => comparedSpan({ ...span, attributes: {} }));
    for (const group of alignSpans(text, compared, (id) => id)) {
      const key = mentionKey(group.map(({ id }) => byId.get(id)!));
      for (const { id } of group) keys.set(id, key);
    }
  }
  return keys;
}

/** Spans whose hulls overlap, directly or through others, in text order. */
function clusters(spans: readonly Span[]): Span[][] {
  const placed = spans
    .map((span) => ({ span, ...hull(span.fragments) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const found: Span[][] = [];
  let end = -1;
  for (const one of placed) {
    const last = found.at(-1);
    if (last && one.start < end) last.push(one.span);
    else found.push([one.span]);
    end = Math.max(end, one.end);
  }
  return found;
}
