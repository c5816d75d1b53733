import type { Attributes } from '@core/model/annotation';
import { type AttributeType, offered } from '@core/model/schema';

type Value = Attributes[string] | undefined;

const answers = [
  { value: true, name: 'yes' },
  { value: false, name: 'no' },
];

/** One attribute of an annotation, a relation or an event. */
export function AttributeField({
  attribute,
  given,
  disabled,
  onChange,
}: {
  attribute: AttributeType;
  /** The values of all attributes. */
  given: Attributes;
  disabled: boolean;
  onChange(attributes: Attributes): void;
}) {
  const value = given[attribute.id];
  const set = (next: Value) => {
    if (next === value) return;
    const { [attribute.id]: _, ...others } = given;
    onChange(next === undefined ? others : { ...others, [attribute.id]: next });
  };
  const { kind, required } = attribute;
  const name = attribute.name + (required ? ' *' : '');
  if (kind === 'boolean' && !required) {
    return (
      <label className="field inline">
        <input
          type="checkbox"
          checked={value === true}
          disabled={disabled}
          onChange={(event) => set(event.target.checked ? true : undefined)}
        />
        <span>{name}</span>
      </label>
    );
  }
  if (kind === 'boolean' || kind === 'choice') {
    const options: { value: Value; name: string }[] =
      kind === 'boolean'
        ? answers
        : offered(attribute.options, typeof value === 'string' ? value : null).map((option) => ({
            value: option.id,
            name: option.name,
          }));
    return (
      <fieldset className="field toggles" disabled={disabled}>
        <legend>{name}</legend>
        {options.map((option) => (
          <button
            key={option.name}
            type="button"
            aria-pressed={value === option.value}
            onClick={() => set(value === option.value ? undefined : option.value)}
          >
            {option.name}
          </button>
        ))}
      </fieldset>
    );
  }
  return (
    <label className="field">
      <span>{name}</span>
      <input
        key={String(value)}
        type={kind === 'number' ? 'number' : 'text'}
        min={attribute.min ?? undefined}
        max={attribute.max ?? undefined}
        step={kind === 'number' && !attribute.integer ? 'any' : undefined}
        maxLength={attribute.maxLength ?? undefined}
        dir="auto"
        defaultValue={value === undefined ? '' : String(value)}
        disabled={disabled}
        onBlur={(event) => {
          const typed = event.target.value.trim();
          set(typed === '' ? undefined : kind === 'number' ? Number(typed) : typed);
        }}
      />
    </label>
  );
}
