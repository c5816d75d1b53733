import type { DuplicateReason } from '@contract/entities';

/** Why two names were taken for one, for people. */
export const reasonWords: Record<DuplicateReason, string> = {
  'external-id': 'same identifier',
  exact: 'same name',
  alias: 'also called',
  normalised: 'same but for spelling',
  transliterated: 'sounds alike',
  part: 'part of the name',
  fuzzy: 'similar',
};

/** 1 mention, 2 mentions. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}

/** 2 mentions, 1 stance: what went from one entity to another. */
export function movedWords(moved: { mentions: number; stances: number; events: number }): string {
  const parts = [
    moved.mentions > 0 && counted(moved.mentions, 'mention'),
    moved.stances > 0 && counted(moved.stances, 'stance'),
    moved.events > 0 && counted(moved.events, 'event'),
  ].filter((part) => part !== false);
  return parts.join(', ') || 'nothing';
}
