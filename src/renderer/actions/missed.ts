import { workbench } from '../data/workbench';

/** What was selected when a name was looked for in vain. */
let missedAt: readonly unknown[] | null = null;

const here = () => {
  const { session, selection, selectedId } = workbench.get();
  return [session, selection, selectedId];
};

/** A name was looked for and there is none: the label's key that follows by habit is meant for no other. */
export function noteMiss(): void {
  missedAt = here();
}

/** Was the last thing that was done a search in vain? Says so once. */
export function takeMiss(): boolean {
  const missed = missedAt;
  missedAt = null;
  return missed?.every((value, index) => value === here()[index]) ?? false;
}
