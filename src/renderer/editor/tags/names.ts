import type { SpanAnnotation } from '@core/model/annotation';
import { displayQuote } from '@core/model/fragment';
import type { Stance } from '@core/model/stance';
import { inLine } from '@core/text/direction';
import type { DocumentSession } from '../../data/document-session';
import type { Names } from '../../data/names';
import { folded } from '../../pickers/rank';
import { partyName } from '../../stance/readable';
import { polaritySign } from '../../stance/signs';

/** Which names stand in the text: of the selected annotation alone, of entities that the words do not say, or all. */
export type TagMode = 'selected' | 'entities' | 'all';

/** The name of the entity where the words of the mention do not say it themselves. */
function unsaidEntity(
  { entityId, fragments }: SpanAnnotation,
  session: DocumentSession,
  names: Names,
): string | null {
  if (!entityId) return null;
  const name = names.entity(entityId);
  return folded(name) === folded(displayQuote(session.text, fragments)) ? null : name;
}

/** What stands over an annotation that is not selected; null for nothing. */
export function annotationTag(
  annotation: SpanAnnotation,
  mode: TagMode,
  session: DocumentSession,
  names: Names,
): string | null {
  if (mode === 'selected') return null;
  const entity = unsaidEntity(annotation, session, names);
  if (mode === 'entities') return entity;
  const type = names.type(annotation.typeId);
  return entity ? `${type} · ${entity}` : type;
}

/** What stands over the selected annotation: its label, and its entity. */
export function selectedTag({ typeId, entityId }: SpanAnnotation, names: Names): string {
  return entityId ? `${names.type(typeId)} · ${names.entity(entityId)}` : names.type(typeId);
}

/** What stands over the evidence of a stance: the sign of its polarity, and who is for or against what. */
export function stanceTag(stance: Stance, mode: TagMode, names: Names): string {
  const sign = polaritySign(stance.polarity, names.polarity(stance.polarity));
  if (mode !== 'all') return sign;
  return inLine`${partyName(stance.holder, names)} ${sign} ${partyName(stance.target, names)}`;
}
