import type { Problem } from '@contract/project';
import { changed, created, sameValue } from '@core/journal/change';
import { canonicalFragments } from '@core/model/fragment';
import { counts } from '../../store/reads/lists';
import type { CommandHandler, Context, QueryHandler } from '../context';
import { sha256 } from '../hash';
import { given } from './patch';

function theProject(context: Context) {
  return context.file.records.where('project', 'true')[0]!;
}

export const projectInfo: QueryHandler<'project.info'> = (context) => ({
  project: theProject(context),
  annotator: context.annotator,
  annotators: context.file.records.where('annotator', 'true', [], 'name, id'),
  schema: context.schema(),
  path: context.file.path,
  readOnly: context.readOnly,
  counts: counts(context.file.connection),
});

export const updateProject: CommandHandler<'project.update'> = (context, input) => {
  const before = theProject(context);
  const after = { ...before, ...given(input) };
  return { changes: [changed('project', before, after)], output: after };
};

export const updateAnnotator: CommandHandler<'annotator.update'> = (context, input) => {
  const before = context.file.records.get('annotator', context.annotator.id);
  const after = { id: context.annotator.id, name: input.name };
  return {
    changes: [before ? changed('annotator', before, after) : created('annotator', after)],
    output: after,
  };
};

export const checkProject: QueryHandler<'project.check'> = async (context, _input, work) => {
  const problems: Problem[] = [];
  const integrity = context.file.connection.pragma('integrity_check(20)') as { integrity_check: string }[];
  for (const { integrity_check: line } of integrity) {
    if (line !== 'ok') problems.push({ severity: 'error', message: line, documentId: null, recordId: null });
  }
  const ids = context.file.records.where('document', 'true', [], 'position, id').map(({ id }) => id);
  for (const [index, id] of ids.entries()) {
    work.progress({ done: index, total: ids.length, what: 'Checking documents' });
    problems.push(...checkDocument(context, id));
    await work.breathe();
  }
  return { problems };
};

function checkDocument(context: Context, documentId: string): Problem[] {
  const document = context.need('document', documentId);
  const text = context.file.texts.get(document.textSha256);
  const problem = (message: string, recordId: string | null = null): Problem => ({
    severity: 'error',
    message: `${document.name}: ${message}`,
    documentId,
    recordId,
  });
  if (text === null) return [problem('the text is missing')];
  const problems: Problem[] = [];
  if (sha256(text) !== document.textSha256)
    problems.push(problem('the text is not the one that was imported'));
  const types = new Set(context.schema().entityTypes.map((type) => type.id));
  for (const annotation of context.file.records.where('annotation', 'document_id = ?', [documentId])) {
    if (!isCanonical(text, annotation.fragments))
      problems.push(problem('an annotation lies wrong in the text', annotation.id));
    if (!types.has(annotation.typeId))
      problems.push(problem(`the schema has no type '${annotation.typeId}'`, annotation.id));
  }
  for (const stance of context.file.records.where('stance', 'document_id = ?', [documentId])) {
    if (!isCanonical(text, stance.evidence))
      problems.push(problem('the evidence of a stance lies wrong in the text', stance.id));
    const missing = [stance.holder === null && 'holder', stance.target === null && 'target'].filter(Boolean);
    if (missing.length > 0) {
      problems.push({
        ...problem(`a stance has no ${missing.join(' and no ')}`, stance.id),
        severity: 'warning',
      });
    }
  }
  return problems;
}

function isCanonical(text: string, fragments: { start: number; end: number }[]): boolean {
  try {
    return sameValue(canonicalFragments(text, fragments), fragments);
  } catch {
    return false;
  }
}
