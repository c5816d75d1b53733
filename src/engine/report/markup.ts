/** Text as it stands in HTML, also within attributes. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A table; cells are text, and numbers stand to the right. Names of any script keep their direction. */
export function tableOf(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) =>
    typeof value === 'number'
      ? `<td class="number">${value.toLocaleString('en')}</td>`
      : `<td><bdi>${escaped(value)}</bdi></td>`;
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

/** A bar of parts that add up, with their numbers as its text for those who do not see it. */
export function barOf(parts: readonly { count: number; fill: string; name: string }[]): string {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const words = parts.map(({ count, name }) => `${count} ${name}`).join(', ');
  let x = 0;
  const pieces = parts.map(({ count, fill }) => {
    const width = total === 0 ? 0 : (count / total) * 300;
    const piece = `<rect x="${x.toFixed(2)}" width="${width.toFixed(2)}" height="14" fill="${fill}"/>`;
    x += width;
    return piece;
  });
  return `<svg role="img" aria-label="${escaped(words)}" viewBox="0 0 300 14" width="300" height="14">${pieces.join('')}</svg>`;
}

const STYLE = `
:root { color-scheme: light; }
body { font: 14px/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; color: #1b1e22; background: #fff; max-width: 62rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; border-bottom: 1px solid #d8dce1; } h3 { font-size: 1rem; }
table { border-collapse: collapse; margin: .6rem 0; } th, td { text-align: start; padding: .2rem .9rem .2rem 0; border-bottom: 1px solid #d8dce1; vertical-align: top; }
td.number { text-align: end; font-variant-numeric: tabular-nums; } .muted { color: #565e67; } mark { background: #ffe69a; }
li { margin: .5rem 0; } li p { margin: 0; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } tr, li { break-inside: avoid; } h2, h3 { break-after: avoid; } thead { display: table-header-group; } }
`;

/** A page of its own: nothing is fetched, nothing runs. */
export function pageOf(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
