import type { Fragments } from '../model/fragment';
import { compareItems, type Item } from './align';
import { type EndsDiffer, endsDiffer } from './likeness';
import {
  type DifferenceClass,
  differenceClasses,
  type Position,
  type PositionKind,
  type Reading,
} from './position';

/** An item with what is compared of it, field by field; equal words mean equal values. */
export interface Compared extends Item {
  label: string;
  /** The text that it stands on; empty where it has no place. */
  fragments: Fragments;
  fields: Readonly<Record<string, string>>;
}

/** Which kind of difference a difference in a field is. */
export type ClassOfField = (field: string) => DifferenceClass;

export interface BuildOptions {
  text: string;
  kind: PositionKind;
  /** All layers that are compared. */
  layerIds: readonly string[];
  classOf: ClassOfField;
  isKnown(label: string): boolean;
  documentLabel?: string;
  /** Does what the items join differ itself? */
  endsDiffer?: boolean;
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The position of items that belong together. */
export function buildPosition(group: readonly Compared[], options: BuildOptions): Position {
  const items = [...group].sort(compareItems);
  const byLayer = new Map<string, Compared[]>();
  for (const item of items) byLayer.set(item.layerId, [...(byLayer.get(item.layerId) ?? []), item]);
  const layers = [...byLayer.keys()].sort(compareText);
  const readings = layers.map(
    (layerId): Reading => ({ layerId, recordIds: byLayer.get(layerId)!.map(({ id }) => id) }),
  );
  const missing = options.layerIds.filter((id) => !byLayer.has(id)).sort(compareText);
  const differs = differingFields(layers.map((layerId) => byLayer.get(layerId)!));
  const boundary = differs.includes('boundary') ? worstEnds(options.text, items) : null;
  const classes = classesOf(items, readings, differs, missing, options);
  const places = items.map(({ place }) => place).filter((place) => place !== null);
  const smallest = items.map(({ id }) => id).sort(compareText)[0]!;
  return {
    id: options.documentLabel ? `document:${options.documentLabel}` : `${options.kind}:${smallest}`,
    kind: options.kind,
    place:
      places.length === 0
        ? null
        : {
            start: Math.min(...places.map(({ start }) => start)),
            end: Math.max(...places.map(({ end }) => end)),
          },
    documentLabel: options.documentLabel ?? null,
    class: classes[0]!,
    classes,
    boundary,
    differs,
    readings,
    versions: versionsOf(layers, byLayer),
    missing,
    labels: [...new Set(items.map(({ label }) => label))].sort(compareText),
  };
}

/** What the items of one layer say in a field. Pieces that all say the same say it once, as one that is whole does. */
function fieldValue(items: readonly Compared[], field: string): string {
  const values = items.map(({ fields }) => fields[field] ?? '');
  return field !== 'boundary' && new Set(values).size === 1 ? values[0]! : values.join('\u0001');
}

function differingFields(readings: readonly (readonly Compared[])[]): string[] {
  const fields = new Set(readings.flatMap((items) => items.flatMap((item) => Object.keys(item.fields))));
  return [...fields]
    .filter((field) => new Set(readings.map((items) => fieldValue(items, field))).size > 1)
    .sort(compareText);
}

function worstEnds(text: string, items: readonly Compared[]): EndsDiffer {
  const order: EndsDiffer[] = ['blank', 'contained', 'crossing'];
  let worst = 0;
  for (const [index, a] of items.entries()) {
    for (const b of items.slice(index + 1)) {
      if (a.layerId === b.layerId || a.fields.boundary === b.fields.boundary) continue;
      worst = Math.max(worst, order.indexOf(endsDiffer(text, a.fragments, b.fragments)));
    }
  }
  return order[worst]!;
}

function classesOf(
  items: readonly Compared[],
  readings: readonly Reading[],
  differs: readonly string[],
  missing: readonly string[],
  { classOf, isKnown, endsDiffer: ends }: BuildOptions,
): DifferenceClass[] {
  const found = new Set<DifferenceClass>(differs.map(classOf));
  if (readings.some(({ recordIds }) => recordIds.length > 1)) {
    for (const implied of found) if (implied === 'boundary' || implied === 'label') found.delete(implied);
    found.add('split');
  }
  if (found.has('boundary') && found.has('label')) {
    found.delete('boundary');
    found.delete('label');
    found.add('boundary-label');
  }
  if (items.some(({ label }) => !isKnown(label))) found.add('unknown-label');
  if (ends) found.add('ends');
  if (missing.length > 0) found.add('missing');
  if (found.size === 0) found.add('agree');
  return [...found].sort((a, b) => differenceClasses.indexOf(a) - differenceClasses.indexOf(b));
}

function versionsOf(
  layers: readonly string[],
  byLayer: ReadonlyMap<string, readonly Compared[]>,
): string[][] {
  const versions = new Map<string, string[]>();
  for (const layerId of layers) {
    const items = byLayer.get(layerId)!;
    const fields = [...new Set(items.flatMap((item) => Object.keys(item.fields)))].sort(compareText);
    const key = JSON.stringify(fields.map((field) => [field, fieldValue(items, field)]));
    versions.set(key, [...(versions.get(key) ?? []), layerId]);
  }
  return [...versions.values()].sort((a, b) => b.length - a.length || compareText(a[0]!, b[0]!));
}
