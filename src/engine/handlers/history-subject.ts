import type { Change } from '@core/journal/change';
import type { RecordKind } from '@core/journal/records';
import { displayQuote, type Fragments } from '@core/model/fragment';
import type { Context } from '../context';

/** What acts are about, the tellingest first; layers and progress come along by themselves. */
const TELLING: readonly RecordKind[] = [
  'annotation',
  'stance',
  'relation',
  'event',
  'appraisal',
  'proposition',
  'entity',
  'document',
  'annotator',
];
const MOST_WORDS = 80;

/**
 * The words that an act is about, cut short; '' where it is about none in particular.
 * @param command whose name says what kind of record comes first
 * @param firstOfEachKind the act's first change of each kind of record, and how many of that kind
 */
export function subjectOf(
  context: Context,
  command: string,
  firstOfEachKind: () => { change: Change; count: number }[],
): string {
  // Many things at once, of which none tells what it was about.
  if (command.startsWith('exchange.')) return '';
  const changes = firstOfEachKind();
  const own = TELLING.find((kind) => command.startsWith(`${kind}.`));
  for (const kind of own ? [own, ...TELLING] : TELLING) {
    const found = changes.find(({ change }) => change.kind === kind);
    if (!found) continue;
    const words = wordsOf(context, found.change).trim();
    const short = words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS - 1).trimEnd()}…` : words;
    return short !== '' && found.count > 1 ? `${short} (+${found.count - 1})` : short;
  }
  return '';
}

function wordsOf(context: Context, change: Change): string {
  const quote = (documentId: string, fragments: Fragments) => {
    const document = context.file.records.get('document', documentId);
    return document && fragments.length > 0 ? displayQuote(context.textOf(documentId), fragments) : '';
  };
  switch (change.kind) {
    case 'annotation': {
      const { documentId, fragments } = (change.after ?? change.before)!;
      return quote(documentId, fragments);
    }
    case 'stance': {
      const { documentId, evidence } = (change.after ?? change.before)!;
      return quote(documentId, evidence);
    }
    case 'event': {
      const { documentId, trigger } = (change.after ?? change.before)!;
      return quote(documentId, trigger);
    }
    case 'appraisal':
      return (change.after ?? change.before)!.note;
    case 'proposition':
    case 'entity':
    case 'document':
    case 'annotator':
      return (change.after ?? change.before)!.name;
    default:
      return '';
  }
}
