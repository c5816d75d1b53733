import type { CheckedInput } from '@contract/index';
import { documentsWithLabel, documentsWithSpans } from '../../store/reads/document-search';
import type { Context, QueryHandler } from '../context';
import { documentOrder, problemsOf } from './problems';

/** Documents between two looks at whether to stop. */
const STRIDE = 20;

export const findDocuments: QueryHandler<'document.find'> = async (context, input, work) => {
  const sets = allowedBySql(context, input);
  const ids = documentOrder(context).filter((id) => sets.every((allowed) => allowed.has(id)));
  const wanted = input.text.trim().toLocaleLowerCase();
  const found: string[] = [];
  const problems: Record<string, number> = {};
  for (const [index, id] of ids.entries()) {
    if (index % STRIDE === 0) {
      work.progress({ done: index, total: ids.length, what: 'Looking through documents' });
      await work.breathe();
    }
    const document = context.file.records.get('document', id);
    if (!document) continue;
    if (wanted !== '') {
      const title = `${document.name} ${document.metadata.title ?? ''}`.toLocaleLowerCase();
      if (!title.includes(wanted) && !context.textOf(id).toLocaleLowerCase().includes(wanted)) continue;
    }
    if (input.problems !== 'ignore') {
      const count = problemsOf(context, id).length;
      if (input.problems === 'some' && count === 0) continue;
      if (input.problems === 'none' && count > 0) continue;
      problems[id] = count;
    }
    found.push(id);
  }
  return { ids: found, problems };
};

function allowedBySql(
  context: Context,
  { typeId, atLeast, labelId, value }: CheckedInput<'document.find'>,
): ReadonlySet<string>[] {
  const { connection } = context.file;
  const sets: ReadonlySet<string>[] = [];
  if (typeId !== null) sets.push(new Set(documentsWithSpans(connection, typeId, atLeast)));
  if (labelId !== null)
    sets.push(new Set(documentsWithLabel(connection, context.annotator.id, labelId, value)));
  return sets;
}
