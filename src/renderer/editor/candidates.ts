import type { Output } from '@contract/index';
import { type Fragments, quotes } from '@core/model/fragment';
import { CandidateFinder } from '@core/text/candidates';
import type { DocumentSession } from '../data/document-session';
import { queryClient } from '../data/queries';

const LONGEST_MARK = 80;
/** So many of the marks of a document are looked at for names: more would tell little more. */
const MOST_MARKS = 5_000;

let session: DocumentSession | null = null;
let finder: CandidateFinder | null = null;
let stop = () => {};

/**
 * The finder of names in a document that are not marked yet. It knows the entities of the project
 * and what has been marked in the document, and follows both.
 */
export function candidateFinder(open: DocumentSession): CandidateFinder {
  if (session !== open || !finder) {
    stop();
    session = open;
    finder = new CandidateFinder(open.text, open.document.language);
    for (const { fragments } of open.ordered.slice(0, MOST_MARKS)) addQuote(finder, open, fragments);
    stop = open.subscribe((changes) => {
      for (const { kind, before, after } of changes) {
        if (kind !== 'annotation') continue;
        if (after && finder) addQuote(finder, open, after.fragments);
        // What was marked by mistake is not to be suggested.
        if (before && !after) finder = null;
      }
    });
  }
  for (const { name, aliases } of queryClient.getQueryData<Output<'entity.list'>>(['entity.list', {}]) ??
    []) {
    finder.add(name);
    for (const alias of aliases) finder.add(alias);
  }
  return finder;
}

function addQuote(to: CandidateFinder, { text }: DocumentSession, fragments: Fragments): void {
  const [quote] = quotes(text, fragments);
  if (quote && fragments.length === 1 && quote.length <= LONGEST_MARK) to.add(quote);
}
