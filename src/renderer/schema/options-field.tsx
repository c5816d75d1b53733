import type { Option } from '@core/model/schema';
import { Plus } from 'lucide-react';
import { slugOf } from './draft';
import { ReorderButtons, replaced } from './reorder-buttons';

/** What may be chosen, in order. The id of a new choice follows its name. */
export function OptionsField({
  options,
  inForce,
  onChange,
}: {
  options: readonly Option[];
  /** Ids that are in force already and never change. */
  inForce: ReadonlySet<string>;
  onChange(options: Option[]): void;
}) {
  const rename = (index: number, name: string) => {
    const option = options[index]!;
    const taken = new Set([...inForce, ...options.filter((_, other) => other !== index).map(({ id }) => id)]);
    onChange(
      replaced(options, index, {
        name,
        id: inForce.has(option.id) ? option.id : slugOf(name, taken, 'choice'),
      }),
    );
  };
  return (
    <fieldset className="schema-list">
      <legend>Choices</legend>
      <ul className="plain-list">
        {options.map((option, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the id changes while the name is typed
          <li key={index} className="option-row">
            <input
              type="text"
              dir="auto"
              aria-label={`Choice ${index + 1}`}
              value={option.name}
              onChange={(event) => rename(index, event.target.value)}
            />
            <code>{option.id}</code>
            <label className="field inline" title="Kept for what has it, no longer offered">
              <input
                type="checkbox"
                checked={option.retired}
                onChange={(event) => onChange(replaced(options, index, { retired: event.target.checked }))}
              />
              <span>retired</span>
            </label>
            <ReorderButtons
              name={option.name}
              items={options}
              index={index}
              onChange={(items) => onChange([...items])}
            />
          </li>
        ))}
      </ul>
      <button
        type="button"
        onClick={() =>
          onChange([
            ...options,
            {
              id: slugOf('choice', new Set([...inForce, ...options.map(({ id }) => id)]), 'choice'),
              name: 'choice',
              retired: false,
            },
          ])
        }
      >
        <Plus size={14} aria-hidden /> Choice
      </button>
    </fieldset>
  );
}
