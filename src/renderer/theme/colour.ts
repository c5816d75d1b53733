import { DARK_PAGE, LIGHT_PAGE, parseColour, type Rgb, readableOn } from '@core/colour/contrast';

/** A colour as it is drawn on the page of the theme in force. */
export function drawn(hex: string): string {
  const colour = parseColour(hex);
  return `light-dark(${css(readableOn(colour, LIGHT_PAGE))}, ${css(readableOn(colour, DARK_PAGE))})`;
}

export function css(colour: Rgb, alpha = 1): string {
  return `rgb(${colour.join(' ')} / ${alpha})`;
}
