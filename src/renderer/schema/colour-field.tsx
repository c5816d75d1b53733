import { contrast, DARK_PAGE, LIGHT_PAGE, parseColour, type Rgb, readableOn } from '@core/colour/contrast';
import { safePalette } from '@core/colour/palette';
import { distance, type Vision, visions } from '@core/colour/vision';
import { useId } from 'react';
import { css, drawn } from '../theme/colour';

/** Below this two colours are taken for one another. */
const ALIKE = 2.5;

const visionWords: Record<Vision, string> = {
  full: 'for everybody',
  protan: 'for people who see no red',
  deutan: 'for people who see no green',
  tritan: 'for people who see no blue',
};

/** A label's colour: the safe ones first, or any, with how it reads in both themes. */
export function ColourField({
  value,
  inherited,
  others,
  onChange,
}: {
  /** Null for that of the type above. */
  value: string | null;
  /** The colour of the type above; null where there is none. */
  inherited: string | null;
  /** The labels beside it. */
  others: readonly { name: string; colour: string }[];
  onChange(colour: string | null): void;
}) {
  const id = useId();
  const shown = value ?? inherited ?? safePalette[0].colour;
  return (
    <div className="schema-field">
      <span id={id}>Colour</span>
      <div>
        <fieldset className="colours" aria-labelledby={id}>
          {inherited !== null && (
            <button type="button" aria-pressed={value === null} onClick={() => onChange(null)}>
              <span className="chip" style={{ background: drawn(inherited) }} aria-hidden />
              as above
            </button>
          )}
          {safePalette.map(({ name, colour }) => (
            <button
              key={colour}
              type="button"
              className="icon"
              aria-label={name}
              title={`${name}, colour-blind safe`}
              aria-pressed={value === colour}
              onClick={() => onChange(colour)}
            >
              <span className="chip" style={{ background: drawn(colour) }} aria-hidden />
            </button>
          ))}
          <input
            type="color"
            aria-label="Any colour"
            title="Any colour"
            value={shown}
            onChange={(event) => onChange(event.target.value.toLowerCase())}
          />
          <code>{shown}</code>
        </fieldset>
        <p className="hint samples">
          <Sample colour={parseColour(shown)} page={LIGHT_PAGE} name="light" />
          <Sample colour={parseColour(shown)} page={DARK_PAGE} name="dark" />
        </p>
        {value !== null && <Alike colour={value} others={others} />}
      </div>
    </div>
  );
}

function Sample({ colour, page, name }: { colour: Rgb; page: Rgb; name: string }) {
  const own = contrast(colour, page);
  const shown = readableOn(colour, page);
  const adjusted = own < 4.5 ? ` (${own.toFixed(1)} before it was adjusted)` : '';
  return (
    <span>
      <span className="sample" style={{ color: css(shown), background: css(page) }} aria-hidden>
        label
      </span>{' '}
      {name}: contrast {contrast(shown, page).toFixed(1)}
      {adjusted}
    </span>
  );
}

/** Which other labels look the same, and to whom. */
function Alike({ colour, others }: { colour: string; others: readonly { name: string; colour: string }[] }) {
  const pages = [LIGHT_PAGE, DARK_PAGE];
  const own = pages.map((page) => readableOn(parseColour(colour), page));
  const alike = others.flatMap((other) => {
    const theirs = pages.map((page) => readableOn(parseColour(other.colour), page));
    const vision = visions.find((kind) =>
      own.some((mine, index) => distance(mine, theirs[index]!, kind) < ALIKE),
    );
    return vision ? [{ name: other.name, vision }] : [];
  });
  const [first] = alike;
  if (!first) return null;
  const more = alike.length > 1 ? ` (and ${alike.length - 1} more)` : '';
  return (
    <p className="hint">
      Hard to tell from ‘{first.name}’{more} {visionWords[first.vision]}.
    </p>
  );
}
