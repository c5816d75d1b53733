import type { CheckedInput, Output } from '@contract/index';
import { ParleyError } from '@core/errors';
import type { Document } from '@core/model/document';
import type { Fragment } from '@core/model/fragment';
import type { QuoteInContext } from '@core/text/context';
import { type Finder, wordFinder } from '@core/text/matching';
import { surroundings } from '@core/text/surroundings';
import type { Context, QueryHandler } from '../context';

type Input = CheckedInput<'text.occurrences'>;

/** So many hits are taken before other messages are handled. */
const SLICE = 500;

/** Goes through the texts one by one, in the order of the documents. */
export const findOccurrences: QueryHandler<'text.occurrences'> = async (context, input, work) => {
  const found: Output<'text.occurrences'> = { documents: [], contexts: [], marked: 0, more: false };
  const finderOf = finders(input);
  const ids = documentIds(context, input);
  let count = 0;
  for (const [index, id] of ids.entries()) {
    const document = context.file.records.get('document', id);
    if (!document) continue;
    work.progress({ done: index, total: ids.length, what: document.name });
    await work.breathe();
    const isMarked = alreadyMarked(context, document, input);
    const text = textOf(context, document);
    const spans: [Fragment][] = [];
    const around: QuoteInContext[] = [];
    for (const hit of finderOf(document.language)(text)) {
      if (isMarked(hit)) {
        found.marked++;
        continue;
      }
      if (count === input.limit) {
        found.more = true;
        break;
      }
      spans.push([hit]);
      around.push(surroundings(text, hit));
      if (++count % SLICE === 0) await work.breathe();
    }
    if (spans.length > 0) {
      found.documents.push({ documentId: id, spans });
      found.contexts.push({
        name: document.metadata.title ?? document.name,
        language: document.language,
        around,
      });
    }
    if (found.more) break;
  }
  return found;
};

/** One finder for each language: inflection depends on it. */
function finders({ words, ...options }: Input): (language: string) => Finder {
  const made = new Map<string, Finder>();
  return (language) => {
    let finder = made.get(language);
    if (!finder) {
      finder = wordFinder(words, options, language)!;
      made.set(language, finder);
    }
    return finder;
  };
}

function documentIds({ file }: Context, { documentIds }: Input): string[] {
  const all = file.records.where('document', 'true', [], 'position, id').map(({ id }) => id);
  if (!documentIds) return all;
  const wanted = new Set(documentIds);
  const found = all.filter((id) => wanted.delete(id));
  for (const id of wanted)
    throw new ParleyError('not-found', { cause: `There is no document ${id} in this project` });
  return found;
}

/** Past the cache: each text is needed once, and those of the open documents shall stay in it. */
function textOf({ file }: Context, document: Document): string {
  const text = file.texts.get(document.textSha256);
  if (text === null) throw new ParleyError('damaged', { file: document.name, cause: 'The text is missing' });
  return text;
}

/**
 * Is a hit marked with the type already, in the session's annotator's own layer? An inflected hit
 * is, too, where the word is marked without its affixes or with them.
 */
function alreadyMarked(
  { file, annotator }: Context,
  document: Document,
  { notMarkedAs, inflection }: Input,
): (hit: Fragment) => boolean {
  if (notMarkedAs === undefined) return () => false;
  const marked = file.records
    .where(
      'annotation',
      `document_id = ? AND type_id = ? AND layer_id IN (SELECT id FROM layer WHERE annotator_id = ?)`,
      [document.id, notMarkedAs, annotator.id],
    )
    .filter(({ fragments }) => fragments.length === 1)
    .map(({ fragments }) => fragments[0]!);
  const whole = new Set(marked.map(({ start, end }) => `${start} ${end}`));
  if (inflection === 'none') return ({ start, end }) => whole.has(`${start} ${end}`);
  const starts = new Set(marked.map(({ start }) => start));
  const ends = new Set(marked.map(({ end }) => end));
  return ({ start, end }) => starts.has(start) || ends.has(end);
}
