/**
 * Colours for labels that also people with any kind of colour-blindness tell apart, on the light and
 * the dark page; tests/unit/core/colour.test.ts holds them to that. The first are the farthest apart.
 */
export const safePalette = [
  { name: 'Blue', colour: '#0066ff' },
  { name: 'Rust', colour: '#aa3300' },
  { name: 'Green', colour: '#006622' },
  { name: 'Pink', colour: '#dd1166' },
  { name: 'Violet', colour: '#8800bb' },
  { name: 'Slate', colour: '#224444' },
  { name: 'Plum', colour: '#664488' },
  { name: 'Magenta', colour: '#bb11ee' },
] as const;
