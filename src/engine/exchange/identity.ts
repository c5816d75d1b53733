import type { Context } from '../context';
import { type Source, type Unique, uniquesOf } from './source';

export interface Refused {
  path: string;
  documentId: string;
  name: string;
  words: string;
}

/** How the things of other files are called here, and documents that cannot be joined. */
export interface Identities {
  /** Ids of each source by path, to the ids here. */
  names: Map<string, Map<string, string>>;
  /** How each document, by its id here, was recognised. */
  matches: Map<string, 'id' | 'text' | 'new'>;
  refused: Refused[];
}

/**
 * Recognises documents by id, else by the SHA-256 of their text, and the layers, status and
 * appraisals of one person on one document as one. Among files that know a thing under several
 * ids that are all new here, the smallest id stays, so that the order of files does not matter.
 */
export function identify(context: Context, sources: readonly Source[]): Identities {
  const names = new Map(sources.map(({ path }) => [path, new Map<string, string>()]));
  const refused: Refused[] = [];
  const matches: Identities['matches'] = new Map();
  const here = context.file.records.where('document', 'true', [], 'position, id');
  const idsHere = new Map(here.map((document) => [document.id, document]));
  const byText = new Map<string, string>();
  for (const { textSha256, id } of here) if (!byText.has(textSha256)) byText.set(textSha256, id);
  const newByText = new Map<string, string>();
  for (const { documents } of sources)
    for (const { id, textSha256 } of documents)
      if (!byText.has(textSha256) && !idsHere.has(id))
        newByText.set(textSha256, least(newByText.get(textSha256), id));

  for (const { path, documents } of sources)
    for (const { id, name, textSha256 } of documents) {
      const known = idsHere.get(id);
      if (known && known.textSha256 !== textSha256) {
        refused.push({
          path,
          documentId: id,
          name,
          words: `Its text is not the one of ‘${known.name}’ here (SHA-256 ${textSha256.slice(0, 12)}… and ${known.textSha256.slice(0, 12)}…), so that no place in it can be trusted`,
        });
        continue;
      }
      const inHere = known ? id : byText.get(textSha256);
      const goal = inHere ?? newByText.get(textSha256)!;
      matches.set(goal, known ? 'id' : inHere ? 'text' : (matches.get(goal) ?? 'new'));
      if (goal !== id) names.get(path)!.set(id, goal);
    }

  const uniques = new Map<string, string>();
  const keyOf = ({ kind, documentId, owner }: Unique) => `${kind} ${documentId} ${owner}`;
  for (const id of matches.keys()) {
    const layers = context.file.records.where('layer', 'document_id = ?', [id]);
    for (const unique of uniquesOf(context.file, layers, id)) uniques.set(keyOf(unique), unique.id);
  }
  const known = new Set(uniques.keys());
  const renamedOnes = sources.map(({ path, uniques: theirs }) => ({
    map: names.get(path)!,
    uniques: theirs.map((unique) => ({
      ...unique,
      documentId: names.get(path)!.get(unique.documentId) ?? unique.documentId,
    })),
  }));
  for (const { uniques: theirs } of renamedOnes)
    for (const unique of theirs) {
      const key = keyOf(unique);
      if (!known.has(key)) uniques.set(key, least(uniques.get(key), unique.id));
    }
  for (const { map, uniques: theirs } of renamedOnes)
    for (const unique of theirs) {
      const goal = uniques.get(keyOf(unique))!;
      if (goal !== unique.id) map.set(unique.id, goal);
    }
  return { names, matches, refused };
}

function least(a: string | undefined, b: string): string {
  return a === undefined || b < a ? b : a;
}
