import type { AttributeType } from '@core/model/schema';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { newAttribute, slugOf } from './draft';
import { AreaRow, CheckRow, NumberRow, SelectRow, TextRow } from './fields';
import { OptionsField } from './options-field';
import { ReorderButtons, replaced } from './reorder-buttons';

const kinds = [
  { value: 'boolean', words: 'yes or no' },
  { value: 'choice', words: 'one of some choices' },
  { value: 'number', words: 'a number' },
  { value: 'text', words: 'text' },
];

const noConstraints = {
  options: [],
  default: null,
  min: null,
  max: null,
  integer: false,
  pattern: null,
  maxLength: null,
} satisfies Partial<AttributeType>;

/** The attributes of a type: its own, to be edited, and those from above. */
export function AttributesField({
  attributes,
  inForce,
  inherited,
  onChange,
}: {
  attributes: readonly AttributeType[];
  /** The type's own attributes in force, whose ids never change. */
  inForce: readonly AttributeType[];
  inherited: readonly AttributeType[];
  onChange(attributes: AttributeType[]): void;
}) {
  const [added, setAdded] = useState<number | null>(null);
  return (
    <fieldset className="schema-list">
      <legend>Attributes</legend>
      {inherited.length > 0 && (
        <p className="hint">From above: {inherited.map(({ name }) => name).join(', ')}.</p>
      )}
      {attributes.map((attribute, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the id changes while the name is typed
        <details key={index} className="card" open={index === added}>
          <summary>
            <span dir="auto">{attribute.name}</span>{' '}
            <span className="muted">
              {kinds.find(({ value }) => value === attribute.kind)?.words}
              {attribute.required && ', required'}
              {attribute.retired && ', retired'}
            </span>
          </summary>
          <AttributeForm
            attribute={attribute}
            before={inForce.find(({ id }) => id === attribute.id)}
            taken={
              new Set(
                [...attributes.filter((_, other) => other !== index), ...inherited, ...inForce].map(
                  ({ id }) => id,
                ),
              )
            }
            onChange={(patch) => onChange(replaced(attributes, index, patch))}
          />
          <ReorderButtons
            name={attribute.name}
            items={attributes}
            index={index}
            onChange={(items) => onChange([...items])}
          />
        </details>
      ))}
      <button
        type="button"
        onClick={() => {
          setAdded(attributes.length);
          onChange([...attributes, newAttribute([...attributes, ...inherited, ...inForce])]);
        }}
      >
        <Plus size={14} aria-hidden /> Attribute
      </button>
    </fieldset>
  );
}

function AttributeForm({
  attribute,
  before,
  taken,
  onChange,
}: {
  attribute: AttributeType;
  before: AttributeType | undefined;
  taken: ReadonlySet<string>;
  onChange(patch: Partial<AttributeType>): void;
}) {
  const { kind } = attribute;
  return (
    <>
      <TextRow
        label="Name"
        value={attribute.name}
        hint={`id: ${attribute.id}${before ? ' (fixed)' : ''}`}
        onChange={(name) => onChange(before ? { name } : { name, id: slugOf(name, taken, 'attribute') })}
      />
      <AreaRow
        label="Description"
        value={attribute.description}
        onChange={(description) => onChange({ description })}
      />
      <SelectRow
        label="Kind"
        value={kind}
        options={kinds}
        onChange={(value) => onChange({ ...noConstraints, kind: value as AttributeType['kind'] })}
      />
      {kind === 'choice' && (
        <OptionsField
          options={attribute.options}
          inForce={new Set(before?.options.map(({ id }) => id))}
          onChange={(options) => onChange({ options })}
        />
      )}
      {kind === 'number' && (
        <>
          <NumberRow label="Least" value={attribute.min} onChange={(min) => onChange({ min })} />
          <NumberRow label="Greatest" value={attribute.max} onChange={(max) => onChange({ max })} />
          <CheckRow
            label="whole numbers only"
            checked={attribute.integer}
            onChange={(integer) => onChange({ integer })}
          />
        </>
      )}
      {kind === 'text' && (
        <>
          <TextRow
            label="Pattern"
            value={attribute.pattern ?? ''}
            hint="A regular expression for the whole value, such as Q\d+"
            onChange={(pattern) => onChange({ pattern: pattern === '' ? null : pattern })}
          />
          <NumberRow
            label="Longest"
            whole
            value={attribute.maxLength}
            hint="In characters"
            onChange={(maxLength) =>
              onChange({ maxLength: maxLength === null ? null : Math.min(10_000, Math.max(1, maxLength)) })
            }
          />
        </>
      )}
      <DefaultRow attribute={attribute} onChange={onChange} />
      <CheckRow
        label="required"
        checked={attribute.required}
        onChange={(required) => onChange({ required })}
      />
      <CheckRow
        label="retired: kept where it has a value, no longer offered"
        checked={attribute.retired}
        onChange={(retired) => onChange({ retired })}
      />
    </>
  );
}

/** What a new annotation begins with. */
function DefaultRow({
  attribute,
  onChange,
}: {
  attribute: AttributeType;
  onChange(patch: Partial<AttributeType>): void;
}) {
  const { kind, options, default: value } = attribute;
  if (kind === 'number') {
    return (
      <NumberRow
        label="Default"
        value={typeof value === 'number' ? value : null}
        onChange={(next) => onChange({ default: next })}
      />
    );
  }
  if (kind === 'text') {
    return (
      <TextRow
        label="Default"
        value={typeof value === 'string' ? value : ''}
        onChange={(next) => onChange({ default: next === '' ? null : next })}
      />
    );
  }
  const choices =
    kind === 'boolean'
      ? [
          { value: 'true', words: 'yes' },
          { value: 'false', words: 'no' },
        ]
      : options.map(({ id, name }) => ({ value: id, words: name }));
  return (
    <SelectRow
      label="Default"
      value={value === null ? '' : String(value)}
      options={[{ value: '', words: 'none' }, ...choices]}
      onChange={(next) =>
        onChange({ default: next === '' ? null : kind === 'boolean' ? next === 'true' : next })
      }
    />
  );
}
