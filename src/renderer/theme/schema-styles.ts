import { DARK_PAGE, LIGHT_PAGE, parseColour, type Rgb, readableOn } from '@core/colour/contrast';
import type { Schema } from '@core/model/schema';
import { css } from './colour';

function variables(colour: Rgb, page: Rgb, tint: number): string {
  const readable = readableOn(colour, page);
  return `--line:${css(readable)};--tint:${css(readable, tint)};--tint-strong:${css(readable, tint * 2.4)}`;
}

/** Style rules that give the colours of a schema to the classes `type-ID` and `polarity-ID` and the variables `--colour-type-ID` and `--colour-polarity-ID`, in both themes. */
export function schemaRules(schema: Schema): string {
  const terms = [
    ...schema.entityTypes.map((type) => ({ name: `type-${type.id}`, colour: parseColour(type.colour) })),
    ...schema.relationTypes.map((type) => ({
      name: `relation-${type.id}`,
      colour: parseColour(type.colour),
    })),
    ...schema.eventTypes.map((type) => ({ name: `event-${type.id}`, colour: parseColour(type.colour) })),
    ...schema.stance.polarities.map((term) => ({
      name: `polarity-${term.id}`,
      colour: parseColour(term.colour),
    })),
  ];
  return terms
    .map(
      ({ name, colour }) =>
        `:root{--colour-${name}:${css(readableOn(colour, LIGHT_PAGE))}}` +
        `:root[data-theme="dark"]{--colour-${name}:${css(readableOn(colour, DARK_PAGE))}}` +
        `.${name}{${variables(colour, LIGHT_PAGE, 0.13)}}` +
        `:root[data-theme="dark"] .${name}{${variables(colour, DARK_PAGE, 0.2)}}`,
    )
    .join('\n');
}

let sheet: CSSStyleSheet | null = null;

/** Puts the colours of a schema in force in this window. */
export function applySchemaColours(schema: Schema): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
  }
  sheet.replaceSync(schemaRules(schema));
}
