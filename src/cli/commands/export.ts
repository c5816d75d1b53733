import { resolve } from 'node:path';
import { ParleyError } from '@core/errors';
import { type OffsetUnit, offsetUnits } from '@core/text/offsets';
import { Option } from 'commander';
import { annotatorId } from '../annotator-id';
import { withProject } from '../session';
import type { AddCommand } from '../shell';

interface ExportOptions {
  format: 'json';
  out: string;
  offsets: OffsetUnit;
  text: boolean;
  gold: boolean;
  comments: boolean;
  document?: string[];
  annotator?: string[];
  force: boolean;
}

export const addExport: AddCommand = (program, shell) => {
  program
    .command('export')
    .description('write a labelled dataset')
    .argument('<file>', 'the project')
    .addOption(new Option('--format <name>', 'format of the dataset').choices(['json']).default('json'))
    .requiredOption('--out <path>', 'the file to write')
    .addOption(
      new Option('--offsets <unit>', 'what offsets count').choices(offsetUnits).default('code-point'),
    )
    .option('--no-text', 'leave the texts out')
    .option('--no-gold', 'leave the gold layers out')
    .option('--comments', 'with what was said in comments', false)
    .option('--document <id...>', 'only these documents')
    .option('--annotator <id or name...>', 'only the layers of these annotators')
    .option('--force', 'replace a file that is there', false)
    .action(async (file: string, given: ExportOptions) => {
      refuseStandardOutput(given.out);
      const written = await withProject(file, { ...shell.session(), readOnly: true }, async (client) => {
        const { annotators } = await client.call('project.info', {});
        const input = {
          format: given.format,
          path: resolve(given.out),
          overwrite: given.force,
          includeText: given.text,
          gold: given.gold,
          comments: given.comments,
          offsetUnit: given.offsets,
          documentIds: given.document,
          annotatorIds: given.annotator?.map((who) => annotatorId(annotators, who)),
        };
        return client.call('export.write', input, shell.options);
      });
      shell.print(
        `wrote ${written.path}: ${written.documents} documents, ${written.annotations} spans, ${written.stances} stances\n`,
      );
    });
};

function refuseStandardOutput(out: string): void {
  if (out !== '-') return;
  throw new ParleyError('bad-input', {
    cause: 'A dataset goes to a file, which appears whole or not at all',
    remedy: 'Give --out the name of a file.',
  });
}
