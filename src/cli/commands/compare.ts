import type { Output } from '@contract/index';
import { ParleyError } from '@core/errors';
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
          shell.print(positionTable(comparison, text));
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

function positionTable({ layers, positions }: Output<'review.compare'>, text: string): string {
  const nameOf = new Map(layers.map(({ layerId, name }) => [layerId, name]));
  return table([
    ['kind', 'difference', 'state', 'who has what', 'text'],
    ...positions.map(({ kind, classes, state, versions, missing, place, documentLabel }) => {
      const who = versions.map((ids) => ids.map((id) => nameOf.get(id)).join('+')).join(' / ');
      const none = missing.length > 0 ? ` / none: ${missing.map((id) => nameOf.get(id)).join('+')}` : '';
      const quote = place ? text.slice(place.start, place.end).replace(/\s+/g, ' ').slice(0, 60) : '';
      return [kind, classes.join('+'), state, who + none, quote || (documentLabel ?? '')];
    }),
  ]);
}
