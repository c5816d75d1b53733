import type { CheckedInput, Output } from '@contract/index';
import type { Context, Plan, PreparedCommand, QueryHandler, Work } from '../context';
import { identify } from './identity';
import { merge } from './merging';
import { compareSchemas, reportOf } from './report';
import { readSource, type Source } from './source';

/** Reads the files, each once. */
async function sourcesOf(
  context: Context,
  { paths }: CheckedInput<'exchange.takeIn'>,
  work: Work,
): Promise<Source[]> {
  const sources: Source[] = [];
  for (const path of new Set(paths)) {
    sources.push(await readSource(context, path, work));
    await work.breathe();
  }
  return sources;
}

function planned(context: Context, sources: readonly Source[]): Plan<Output<'exchange.takeIn'>> {
  const identities = identify(context, sources);
  const merged = merge(context, sources, identities);
  const schema = compareSchemas(context, sources);
  const wanted = new Set(
    merged.changes.flatMap(({ kind, after }) =>
      kind === 'document' && after && 'textSha256' in after ? [after.textSha256] : [],
    ),
  );
  const texts = new Map(sources.flatMap((source) => [...source.texts]).filter(([hash]) => wanted.has(hash)));
  return {
    changes: [...schema.changes, ...merged.changes],
    received: merged.received,
    texts,
    output: reportOf(context, sources, identities, merged, schema),
  };
}

export const previewTakeIn: QueryHandler<'exchange.preview'> = async (context, input, work) =>
  planned(context, await sourcesOf(context, input, work)).output;

/** Reads the files outside any transaction; then all of them go in at once. */
export const takeIn: PreparedCommand<'exchange.takeIn', Source[]> = {
  prepare: sourcesOf,
  plan: (context, _input, sources) => planned(context, sources),
};
