import { ParleyError } from '@core/errors';
import type { SpanAnnotation } from '@core/model/annotation';
import { displayQuote } from '@core/model/fragment';
import type { Term } from '@core/model/schema';
import type { Party, StanceTarget } from '@core/model/stance';
import type { Context } from '../context';
import { offeredTypeOf, refuseRetired } from '../handlers/checks';
import type { Reviewed } from './document-review';

interface Place {
  id: string;
  layerId: string;
  /** The span of the gold layer that came of an annotator's; null where there is none. */
  goldOf(mentionId: string): string | null;
}

/**
 * A copy of an annotator's record for the gold layer. Mentions that it names become those of the gold
 * layer; one that is not there gives way to its entity.
 * @throws ParleyError 'conflict' when a mention is not in the gold layer and is linked to no entity,
 * 'bad-input' when the schema does not have the label any more
 */
export function goldCopy(context: Context, source: Reviewed, { id, layerId, goldOf }: Place): Reviewed {
  const mention = (mentionId: string): { kind: 'mention'; id: string } | { kind: 'entity'; id: string } => {
    const gold = goldOf(mentionId);
    if (gold !== null) return { kind: 'mention', id: gold };
    const annotation = context.need('annotation', mentionId);
    if (annotation.entityId !== null) return { kind: 'entity', id: annotation.entityId };
    throw notInGold(context, annotation);
  };
  const end = (mentionId: string): string => {
    const gold = goldOf(mentionId);
    if (gold === null) throw notInGold(context, context.need('annotation', mentionId));
    return gold;
  };
  const party = <Ref extends Party | StanceTarget>(ref: Ref): Ref =>
    ref.kind === 'mention' ? (mention(ref.id) as Ref) : ref;
  const schema = context.schema();

  if ('fragments' in source) {
    offeredTypeOf(schema, source.typeId);
    return { ...source, id, layerId };
  }
  if ('evidence' in source) {
    refuseUnknown('polarity', source.polarity, schema.stance.polarities);
    return {
      ...source,
      id,
      layerId,
      holder: source.holder && party(source.holder),
      target: source.target && party(source.target),
      sources: source.sources.map(party),
    };
  }
  if ('fromId' in source) {
    refuseUnknown('relation type', source.typeId, schema.relationTypes);
    return { ...source, id, layerId, fromId: end(source.fromId), toId: end(source.toId) };
  }
  if ('trigger' in source) {
    refuseUnknown('event type', source.typeId, schema.eventTypes);
    const roles = source.roles.map(({ roleId, filler }) => ({
      roleId,
      filler: filler.kind === 'mention' ? mention(filler.id) : filler,
    }));
    return { ...source, id, layerId, roles };
  }
  return { ...source, id, layerId };
}

function refuseUnknown(what: string, id: string, terms: readonly Pick<Term, 'id' | 'retired'>[]): void {
  const term = terms.find((candidate) => candidate.id === id);
  if (term) refuseRetired(what, term, terms);
  else throw new ParleyError('bad-input', { cause: `The schema has no ${what} '${id}'` });
}

function notInGold(context: Context, { documentId, fragments }: SpanAnnotation): ParleyError {
  return new ParleyError('conflict', {
    cause: `It names “${displayQuote(context.textOf(documentId), fragments)}”, which is not in the gold layer`,
    remedy: 'Decide about that first.',
  });
}
