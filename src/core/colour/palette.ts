/**
 * Colours for labels that also people with any kind of colour-blindness tell apart, as they are drawn on
 * the light and on the dark page; tests/unit/core/colour.test.ts holds them to that. Each is the
 * farthest from those before it.
 */
export const safePalette = [
  { name: 'Blue', colour: '#0b5cb7' },
  { name: 'Orange', colour: '#dc7c0b' },
  { name: 'Violet', colour: '#8051f6' },
  { name: 'Pink', colour: '#f7219c' },
  { name: 'Forest', colour: '#075c09' },
  { name: 'Steel', colour: '#7996bc' },
  { name: 'Mauve', colour: '#9a5966' },
  { name: 'Green', colour: '#27a90b' },
  { name: 'Indigo', colour: '#6163d9' },
  { name: 'Slate', colour: '#566a83' },
  { name: 'Red', colour: '#c7514b' },
  { name: 'Brown', colour: '#786005' },
] as const;
