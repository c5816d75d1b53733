import type { SchemaDefinition } from '@core/model/schema';
import { asTree } from '@core/model/schema-nesting';

/** Which entity types may stand somewhere; none chosen means any. A type stands for its kinds too. */
export function TypesField({
  legend,
  schema,
  value,
  onChange,
}: {
  legend: string;
  schema: SchemaDefinition;
  value: readonly string[];
  onChange(ids: string[]): void;
}) {
  return (
    <fieldset className="types-field">
      <legend>
        {legend} <span className="muted">{value.length === 0 ? '(any type)' : ''}</span>
      </legend>
      {asTree(schema.entityTypes)
        .filter(({ type }) => !type.retired || value.includes(type.id))
        .map(({ type }) => (
          <button
            key={type.id}
            type="button"
            aria-pressed={value.includes(type.id)}
            onClick={() =>
              onChange(value.includes(type.id) ? value.filter((id) => id !== type.id) : [...value, type.id])
            }
          >
            {type.name}
          </button>
        ))}
    </fieldset>
  );
}
