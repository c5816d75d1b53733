const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null = null;

/** The font of a tag, as in editor.css. */
const FONT = '600 10.5px system-ui, "Segoe UI", "Noto Sans", sans-serif';
const MOST_KEPT = 5_000;

/** How wide some words are in a tag, in pixels. */
export function textWidth(words: string): number {
  let width = widths.get(words);
  if (width === undefined) {
    context ??= document.createElement('canvas').getContext('2d')!;
    context.font = FONT;
    width = context.measureText(words).width;
    if (widths.size > MOST_KEPT) widths.clear();
    widths.set(words, width);
  }
  return width;
}
