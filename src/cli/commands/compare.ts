import type { Output } from '@contract/index';
import { ParleyError } from '@core/errors';
import { canonicalFragments, displayQuote, type Fragments } from '@core/model/fragment';
import { classNames } from '@core/review/class-names';
import { table } from '../output';
import { withProject } from '../session';
import type { AddCommand } from '../shell';

interface CompareOptions {
  document?: string;
  json: boolean;
}

export const addCompare: AddCommand = (program, shell) => {
  program
    .command('compare')
    .description('where annotators agree or differ, by document, or place by place in one')
    .argument('<file>', 'the project')
    .option('--document <name>', 'only this document, by name or id, place by place')
    .option('--json', 'as JSON', false)
    .action(async (file: string, { document, json }: CompareOptions) => {
      await withProject(file, { ...shell.session(), readOnly: true }, async (client) => {
        if (document === undefined) {
          const summary = await client.call('review.summary', {}, shell.options);
          if (json) shell.printJson(summary);
          else shell.print(summaryTable(summary));
          return;
        }
        const documents = await client.call('document.list', {});
        const found = documents.find(({ id, name }) => id === document || name === document);
        if (!found) throw new ParleyError('not-found', { cause: `There is no document ‘${document}’` });
        const comparison = await client.call('review.compare', { documentId: found.id });
        if (json) shell.printJson(comparison);
        else {
          const { text } = await client.call('document.get', { id: found.id });
          const marks = await client.call('document.annotations', { id: found.id });
          shell.print(positionTable(comparison, text, fragmentsIn(marks)));
        }
      });
    });
};

function summaryTable({ documents }: Output<'review.summary'>): string {
  return table([
    ['document', 'layers', 'positions', 'agreed', 'to settle', 'changed since'],
    ...documents.map(({ name, layers, positions, agreed, unsettled, states }) =>
      [name, layers, positions, agreed, unsettled, states.stale].map(String),
    ),
  ]);
}

/** The text of each record that stands somewhere. */
function fragmentsIn({
  annotations,
  stances,
  events,
}: Output<'document.annotations'>): Map<string, Fragments> {
  return new Map([
    ...annotations.map(({ id, fragments }): [string, Fragments] => [id, fragments]),
    ...stances.map(({ id, evidence }): [string, Fragments] => [id, evidence]),
    ...events.map(({ id, trigger }): [string, Fragments] => [id, trigger]),
  ]);
}

function positionTable(
  { layers, positions }: Output<'review.compare'>,
  text: string,
  fragments: ReadonlyMap<string, Fragments>,
): string {
  const nameOf = new Map(layers.map(({ layerId, name }) => [layerId, name]));
  return table([
    ['kind', 'difference', 'state', 'who has what', 'text'],
    ...positions.map(
      ({ kind, classes, state, versions, readings, goldIds, missing, place, documentLabel }) => {
        const who = versions.map((ids) => ids.map((id) => nameOf.get(id)).join('+')).join(' / ');
        const none = missing.length > 0 ? ` / none: ${missing.map((id) => nameOf.get(id)).join('+')}` : '';
        const ids = [...readings.flatMap(({ recordIds }) => recordIds), ...goldIds];
        const own = ids.flatMap((id) => fragments.get(id) ?? []);
        const stretches = own.length > 0 ? canonicalFragments(text, own) : place ? [place] : [];
        const quote = displayQuote(text, stretches).replace(/\s+/g, ' ').slice(0, 60);
        const difference = classes.map((one) => classNames[one].toLowerCase()).join(', ');
        return [kind, difference, state, who + none, quote || (documentLabel ?? '')];
      },
    ),
  ]);
}
