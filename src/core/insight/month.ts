/** The month of a date in a document's metadata, such as '2025-11' of '2025-11-08'; null where it is no such date. */
export function monthOf(date: string | null | undefined): string | null {
  const match = /^\s*(\d{4})[-/.](\d{1,2})(?!\d)/.exec(date ?? '');
  if (!match) return null;
  const month = Number(match[2]);
  return month >= 1 && month <= 12 ? `${match[1]}-${String(month).padStart(2, '0')}` : null;
}

/** So many months in a row are fifty years. */
const MOST = 600;

/**
 * The months that some dates span, those between without anything too; of dates too far apart for
 * that, as when one is mistyped or of another calendar, only the months that they have.
 */
export function monthsOver(months: readonly string[]): string[] {
  const dated = [...new Set(months)].sort();
  if (dated.length === 0) return [];
  const all = monthsBetween(dated[0]!, dated.at(-1)!, MOST + 1);
  return all.length > MOST ? dated : all;
}

/** All months from the first to the last, at most `most` of them. */
function monthsBetween(first: string, last: string, most: number): string[] {
  const months: string[] = [];
  let [year, month] = first.split('-').map(Number) as [number, number];
  for (;;) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (name > last || months.length === most) return months;
    months.push(name);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  }
}
