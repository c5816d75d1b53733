import type { Output } from '@contract/index';
import { ParleyError } from '@core/errors';

type Report = Output<'document.import'>;

/** What became of each file, a line each. */
export function printReport(report: Report, print: (text: string) => void): void {
  for (const { file, name } of report.imported) print(`imported   ${file} as '${name}'\n`);
  for (const { file, name } of report.duplicates) print(`duplicate  ${file}: the same text as '${name}'\n`);
  for (const { file, message } of report.warnings) print(`note       ${file}: ${message}\n`);
  for (const { file, message } of report.refused) print(`refused    ${file}: ${message}\n`);
}

/** @throws ParleyError 'bad-input' when something was refused and nothing imported */
export function refuseFruitlessImport({ imported, refused }: Report): void {
  if (imported.length === 0 && refused.length > 0) {
    throw new ParleyError('bad-input', { cause: 'Nothing was imported' });
  }
}
