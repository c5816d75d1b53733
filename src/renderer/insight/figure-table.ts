/** The numbers behind a figure. */
export interface FigureTable {
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** Comma-separated values as RFC 4180 has them, with a byte order mark so that spreadsheets read them as UTF-8. */
export function csvOf({ columns, rows }: FigureTable): string {
  const cell = (value: string | number) => {
    // A spreadsheet would run a cell that begins so as a formula.
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
