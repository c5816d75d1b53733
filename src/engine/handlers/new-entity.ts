import type { CheckedInput } from '@contract/index';
import type { Entity } from '@core/model/entity';
import type { Context } from '../context';
import { entityTypeOf } from './checks';

/** The entity that an input names, or the one that it wants made. */
export function entityOf(
  context: Context,
  input: CheckedInput<'entity.split'>['to'],
): { entity: Entity; isNew: boolean } {
  if (input.kind === 'entity') return { entity: context.need('entity', input.id), isNew: false };
  const { name, typeId } = input;
  if (typeId !== null) entityTypeOf(context.schema(), typeId);
  const id = context.environment.newId();
  return { entity: { id, name, typeId, aliases: [], externalIds: [], note: '' }, isNew: true };
}
