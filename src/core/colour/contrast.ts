/** Colours of the schema made readable on light and dark pages. Formulas: WCAG 2.2, relative luminance and contrast ratio. */
export type Rgb = readonly [red: number, green: number, blue: number];

export const LIGHT_PAGE: Rgb = [255, 255, 255];
export const DARK_PAGE: Rgb = [23, 25, 28];

export function parseColour(hex: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** `share` of the first colour mixed with the rest of the second. */
export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return a.map((channel, index) => Math.round(channel * share + b[index]! * (1 - share))) as unknown as Rgb;
}

/** The colour, moved toward black or white as little as needed for a contrast of 4.5 : 1 with the page. */
export function readableOn(colour: Rgb, page: Rgb): Rgb {
  const pole: Rgb = luminance(page) > 0.5 ? [0, 0, 0] : [255, 255, 255];
  for (let share = 1; share > 0; share -= 0.04) {
    const candidate = mix(colour, pole, share);
    if (contrast(candidate, page) >= 4.5) return candidate;
  }
  return pole;
}
