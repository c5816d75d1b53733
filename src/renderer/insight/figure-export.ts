import { callHost } from '../bridge/host';
import { notify } from '../data/notices';
import { csvOf, type FigureTable } from './figure-table';

const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'direction',
];

/**
 * A drawing of the page as a file of its own: with the styles that the page gives it, on white, as
 * in the light theme.
 */
export function standaloneSvg(svg: SVGSVGElement): string {
  const root = document.documentElement;
  const theme = root.dataset.theme;
  root.dataset.theme = 'light';
  try {
    const copy = svg.cloneNode(true) as SVGSVGElement;
    const originals = [svg, ...svg.querySelectorAll('*')];
    const copies = [copy, ...copy.querySelectorAll('*')];
    for (const [index, original] of originals.entries()) {
      const computed = getComputedStyle(original);
      const target = copies[index] as SVGElement;
      for (const property of properties) {
        const value = computed.getPropertyValue(property);
        if (value) target.style.setProperty(property, value);
      }
      for (const name of ['class', 'tabindex', 'role', 'aria-label', 'aria-pressed'])
        target.removeAttribute(name);
    }
    for (const style of copy.querySelectorAll('style')) style.remove();
    const { width, height } = svg.viewBox.baseVal;
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copy.setAttribute('width', String(width));
    copy.setAttribute('height', String(height));
    const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    for (const [name, value] of Object.entries({ width, height, fill: '#ffffff' }))
      ground.setAttribute(name, String(value));
    copy.prepend(ground);
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
  } finally {
    if (theme) root.dataset.theme = theme;
  }
}

/** The drawing as PNG in base64, with `scale` pixels for each unit. */
async function pngOf(svg: string, scale: number): Promise<string> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    const context = canvas.getContext('2d')!;
    context.scale(scale, scale);
    context.drawImage(image, 0, 0);
    return canvas.toDataURL('image/png').split(',')[1]!;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

export type FigureFormat = 'svg' | 'png' | 'csv';
const PNG_SCALE = 3;

/** Asks where to and writes a figure as a drawing, a picture or its numbers. */
export async function exportFigure(
  format: FigureFormat,
  name: string,
  svg: SVGSVGElement | null,
  table: FigureTable,
): Promise<void> {
  const drawing = format === 'csv' || !svg ? null : standaloneSvg(svg);
  const content = !drawing ? csvOf(table) : format === 'svg' ? drawing : await pngOf(drawing, PNG_SCALE);
  const path = await callHost('figure.save', {
    suggestedName: `${name}.${format}`,
    extension: format,
    content,
    encoding: format === 'png' ? 'base64' : 'utf8',
  });
  if (path) notify(`Written: ${path}`);
}
