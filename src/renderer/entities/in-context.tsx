import type { Mention } from '@contract/mention-in-context';

/** So much before a mention, in UTF-16 code units, that the mention itself is to be seen in a short row. */
const BEFORE = 36;

function endOf(before: string): string {
  if (before.length <= BEFORE) return before;
  const cut = before.slice(-BEFORE).toWellFormed();
  return `… ${cut.replace(/^\S*\s(?=.*\S)/su, '')}`;
}

/** A mention between what stands before and after it. */
export function InContext({ mention }: { mention: Mention }) {
  return (
    <span className="in-context" dir="auto" lang={mention.language}>
      {endOf(mention.before)}
      <mark className={`type-${mention.typeId}`}>{mention.quote}</mark>
      {mention.after}
    </span>
  );
}
