import type { Client } from '@contract/client';
import { ParleyError } from '@core/errors';
import { agreementTables } from '../agreement-table';
import { annotatorId } from '../annotator-id';
import { withProject } from '../session';
import type { AddCommand } from '../shell';

interface AgreementOptions {
  json: boolean;
  annotators?: string[];
  documents?: string[];
  labels?: string[];
  gamma: boolean;
  replicates: string;
  seed: string;
}

export const addAgreement: AddCommand = (program, shell) => {
  program
    .command('agreement')
    .description('measure how far annotators agree')
    .argument('<file>', 'the project')
    .option('--annotators <id or name...>', "only these annotators; 'gold' for the gold layers")
    .option('--documents <id or name...>', 'only these documents')
    .option('--labels <id...>', 'only spans with these labels')
    .option('--gamma', 'γ too, which takes long', false)
    .option('--replicates <number>', 'resamples for intervals, 0 for none', '1000')
    .option('--seed <number>', 'what random numbers follow from', '1')
    .option('--json', 'as JSON', false)
    .action(async (file: string, given: AgreementOptions) => {
      const result = await withProject(file, { ...shell.session(), readOnly: true }, async (client) => {
        const input = {
          ...(await scopeOf(client, given)),
          gamma: given.gamma,
          replicates: wholeNumber('--replicates', given.replicates),
          seed: wholeNumber('--seed', given.seed),
        };
        return client.call('agreement.compute', input, shell.options);
      });
      if (given.json) shell.printJson(result);
      else shell.print(agreementTables(result));
    });
};

/** Annotators, documents and labels as the contract takes them. */
export async function scopeOf(
  client: Client,
  {
    annotators = [],
    documents = [],
    labels = [],
  }: Pick<AgreementOptions, 'annotators' | 'documents' | 'labels'>,
) {
  const info = await client.call('project.info', {});
  const known = documents.length > 0 ? await client.call('document.list', {}) : [];
  for (const label of labels)
    if (!info.schema.entityTypes.some(({ id }) => id === label))
      throw new ParleyError('bad-input', { cause: `There is no label '${label}' in this project` });
  return {
    annotators: annotators.map((who) => (who === 'gold' ? 'gold' : annotatorId(info.annotators, who))),
    documentIds: documents.map((which) => {
      const found = known.filter(({ id, name }) => id === which || name === which);
      if (found.length === 1) return found[0]!.id;
      throw new ParleyError('bad-input', {
        cause:
          found.length === 0
            ? `There is no document '${which}' in this project`
            : `'${which}' names several documents`,
        remedy: 'Take an id from "parley info --json".',
      });
    }),
    typeIds: labels,
  };
}

function wholeNumber(option: string, value: string): number {
  if (/^-?\d+$/.test(value)) return Number(value);
  throw new ParleyError('bad-input', { cause: `${option} takes a whole number, not '${value}'` });
}
