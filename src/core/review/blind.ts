/** A number from a text, the same everywhere (FNV-1a, 32 bits). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/**
 * Layers in an order that tells nothing about whose they are, and that stays for a document: so that
 * an adjudicator sees letters instead of names.
 */
export function shuffled<Layer extends { layerId: string }>(
  documentId: string,
  layers: readonly Layer[],
): Layer[] {
  const rank = new Map(layers.map(({ layerId }) => [layerId, hashOf(`${documentId} ${layerId}`)]));
  return [...layers].sort(
    (a, b) => rank.get(a.layerId)! - rank.get(b.layerId)! || (a.layerId < b.layerId ? -1 : 1),
  );
}

/** The letter of the layer at an index: A, B … Z, AA. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
