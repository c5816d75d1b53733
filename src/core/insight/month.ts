/** The month of a date in a document's metadata, such as '2025-11' of '2025-11-08'; null where it is no such date. */
export function monthOf(date: string | null | undefined): string | null {
  const match = /^\s*(\d{4})[-/.](\d{1,2})(?!\d)/.exec(date ?? '');
  if (!match) return null;
  const month = Number(match[2]);
  return month >= 1 && month <= 12 ? `${match[1]}-${String(month).padStart(2, '0')}` : null;
}

/** All months from the first to the last, those between without anything too. At most `most` of them. */
export function monthsBetween(first: string, last: string, most = 600): string[] {
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
