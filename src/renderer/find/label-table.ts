import type { SpanAnnotation } from '@core/model/annotation';
import type { Names } from '../data/names';
import type { LabelTable } from './messages';

/** What the worker needs to search in annotations, in their order. */
export function labelTable(annotations: readonly SpanAnnotation[], names: Names): LabelTable {
  const places = new Map<string, number>();
  const list: string[] = [];
  const placeOf = (key: string, name: () => string) => {
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, list.length);
    list.push(name());
    return list.length - 1;
  };
  const firstFragment = new Int32Array(annotations.length + 1);
  const fragments: number[] = [];
  for (const [at, annotation] of annotations.entries()) {
    for (const { start, end } of annotation.fragments) fragments.push(start, end);
    firstFragment[at + 1] = fragments.length / 2;
  }
  return {
    labels: Int32Array.from(annotations, ({ typeId }) => placeOf(`type ${typeId}`, () => names.type(typeId))),
    entities: Int32Array.from(annotations, ({ entityId }) =>
      entityId === null ? -1 : placeOf(`entity ${entityId}`, () => names.entity(entityId)),
    ),
    notes: annotations.map(({ note }) => note),
    names: list,
    firstFragment,
    fragments: Int32Array.from(fragments),
  };
}
