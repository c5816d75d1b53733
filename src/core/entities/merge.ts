import type { Entity } from '../model/entity';
import { folded, plain } from '../names/fold';

/** Something in which entities to be merged do not agree: reason to look twice whether they are one. */
export interface Difference {
  field: 'type' | 'external-id';
  /** For external ids: the scheme of which they have several. */
  scheme: string | null;
  values: string[];
}

/**
 * What comes of merging entities into one: its name and type, or the first type there is; all names of
 * the others as aliases; all external ids; all notes, one below the other.
 * @param name another name than that of `into`
 */
export function mergedEntity(into: Entity, others: readonly Entity[], name = into.name): Entity {
  const all = [into, ...others];
  const seen = new Set([plain(name)]);
  const aliases = all
    .flatMap((entity) => [entity.name, ...entity.aliases])
    .filter((alias) => !seen.has(plain(alias)) && seen.add(plain(alias)));
  const ids = new Set<string>();
  const externalIds = all
    .flatMap((entity) => entity.externalIds)
    .filter(({ scheme, value }) => !ids.has(`${scheme} ${value}`) && ids.add(`${scheme} ${value}`));
  return {
    id: into.id,
    name,
    typeId: all.find(({ typeId }) => typeId !== null)?.typeId ?? null,
    aliases,
    externalIds,
    note: joinedNotes(all.map(({ note }) => note)),
  };
}

/** Notes one below the other, each once, without empty ones. */
export function joinedNotes(notes: readonly string[]): string {
  return [...new Set(notes.filter((note) => note.trim() !== ''))].join('\n\n');
}

/** In what the entities differ that speaks against their being one. */
export function mergeDifferences(entities: readonly Entity[]): Difference[] {
  const types = new Set(entities.map(({ typeId }) => typeId).filter((typeId) => typeId !== null));
  const ids = entities.flatMap(({ externalIds }) => externalIds);
  const clashing = [...new Set(ids.map(({ scheme }) => scheme))]
    .map((scheme) => ({
      scheme,
      values: [...new Set(ids.filter((id) => id.scheme === scheme).map(({ value }) => value))],
    }))
    .filter(({ values }) => values.length > 1);
  return [
    ...(types.size > 1 ? [{ field: 'type' as const, scheme: null, values: [...types] }] : []),
    ...clashing.map(({ scheme, values }) => ({ field: 'external-id' as const, scheme, values })),
  ];
}

/** An entity's further names without some of them, compared folded. */
export function aliasesWithout(aliases: readonly string[], gone: readonly string[]): string[] {
  const keys = new Set(gone.map(folded));
  return aliases.filter((alias) => !keys.has(folded(alias)));
}
