import type { Change } from '@core/journal/change';
import type { Records } from '@core/journal/records';
import type { SpanAnnotation } from '@core/model/annotation';
import type { SchemaMigration } from '@core/schema-change/migrate';
import type { Context } from '../context';
import type { Effects } from './schema-effects';

/** Records that have a term of the schema. */
export type TermKind = 'annotation' | 'entity' | 'stance' | 'relation' | 'event';

/** A change of schema under way: what is gathered, and what is read for it. */
export interface Carrying {
  readonly context: Context;
  readonly migration: SchemaMigration;
  readonly changes: Change[];
  readonly effects: Effects;
  /** Records of which a column holds one of some terms, without those that are dealt with otherwise. */
  withTerm<Kind extends TermKind>(kind: Kind, column: string, ids: readonly string[]): Records[Kind][];
}

type Gone = ReadonlyMap<string, SpanAnnotation>;

/** What takes the place of a mention that goes: its entity, or nothing; undefined where it stays. */
export function insteadOf(gone: Gone, mentionId: string): { kind: 'entity'; id: string } | null | undefined {
  const annotation = gone.get(mentionId);
  if (!annotation) return undefined;
  return annotation.entityId === null ? null : { kind: 'entity', id: annotation.entityId };
}

/** The types of the mentions that go, among some references. */
export function lostTypes(
  gone: Gone,
  refs: readonly ({ kind: string; id?: string } | null)[],
): ReadonlySet<string> {
  const found = refs.flatMap((ref) => (ref?.kind === 'mention' && ref.id ? [gone.get(ref.id)?.typeId] : []));
  return new Set(found.filter((typeId) => typeId !== undefined));
}
