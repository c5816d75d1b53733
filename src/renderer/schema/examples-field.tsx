import type { Example } from '@core/model/schema';
import { Plus } from 'lucide-react';
import { ReorderButtons, replaced } from './reorder-buttons';

const parts = [
  { field: 'before', words: 'Text before' },
  { field: 'text', words: 'Marked words' },
  { field: 'after', words: 'Text after' },
  { field: 'note', words: 'Why' },
] as const;

/** Marked stretches of text that show what a label is for. */
export function ExamplesField({
  examples,
  onChange,
}: {
  examples: readonly Example[];
  onChange(examples: Example[]): void;
}) {
  return (
    <fieldset className="schema-list">
      <legend>Examples</legend>
      {examples.map((example, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an example has no id
        <div key={index} className="example-row">
          {parts.map(({ field, words }) => (
            <input
              key={field}
              type="text"
              dir="auto"
              className={field}
              aria-label={`${words}, example ${index + 1}`}
              placeholder={words}
              value={example[field]}
              onChange={(event) => onChange(replaced(examples, index, { [field]: event.target.value }))}
            />
          ))}
          <ReorderButtons
            name={`example ${index + 1}`}
            items={examples}
            index={index}
            onChange={(items) => onChange([...items])}
          />
        </div>
      ))}
      <button
        type="button"
        onClick={() => onChange([...examples, { before: '', text: 'words', after: '', note: '' }])}
      >
        <Plus size={14} aria-hidden /> Example
      </button>
    </fieldset>
  );
}
