import type { Rgb } from '@core/colour/contrast';

export function css(colour: Rgb, alpha = 1): string {
  return `rgb(${colour.join(' ')} / ${alpha})`;
}
