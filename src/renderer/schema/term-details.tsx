import { Slug } from '@core/model/ids';
import type {
  DocumentLabelType,
  EntityTypeDefinition,
  EventType,
  Overlap,
  RelationType,
  SchemaDefinition,
  Term,
} from '@core/model/schema';
import { asTree, colourOf, inheritedAttributes } from '@core/model/schema-nesting';
import { itemsOf, type SchemaItem, type SchemaPart } from '@core/schema-change/parts';
import { useState } from 'react';
import { MarkdownText } from '../ui/markdown';
import { AttributesField } from './attributes-field';
import { ColourField } from './colour-field';
import { nestUnder, slugOf, takenIds } from './draft';
import { isNew, schemaEditor } from './editor-state';
import { ExamplesField } from './examples-field';
import { AreaRow, CheckRow, SelectRow, TextRow } from './fields';
import { KeyField } from './key-field';
import { OptionsField } from './options-field';
import { RolesField } from './roles-field';
import { swatchOf } from './term-list';
import { TypesField } from './types-field';

const overlaps: { value: Overlap; words: string }[] = [
  { value: 'any', words: 'any other span' },
  { value: 'other-types', words: 'spans of other types only' },
  { value: 'none', words: 'no other span' },
];

interface Props {
  base: SchemaDefinition;
  schema: SchemaDefinition;
  part: SchemaPart;
  item: SchemaItem;
}

/** Everything about one thing of the schema. */
export function TermDetails({ base, schema, part, item }: Props) {
  const update = (patch: object) => schemaEditor.update(part, item.id, patch);
  const fresh = isNew(base, part, item.id);
  const before = itemsOf(base, part).find(({ id }) => id === item.id);
  const taken = takenIds(base, schema, part);
  taken.delete(item.id);
  const rename = (name: string) => {
    const followsName = fresh && slugOf(item.name, taken, 'new') === item.id;
    update({ name });
    if (followsName) schemaEditor.renameId(part, item.id, slugOf(name, taken, 'new'));
  };
  return (
    <section className="term-details" aria-label={`Details of ${item.name}`}>
      <TextRow label="Name" value={item.name} onChange={rename} />
      <IdRow
        key={`id ${item.id}`}
        id={item.id}
        fresh={fresh}
        taken={taken}
        onChange={(id) => schemaEditor.renameId(part, item.id, id)}
      />
      <AreaRow
        label="Description"
        value={(item as Term).description}
        hint="Shown with the label; a sentence or two."
        onChange={(description) => update({ description })}
      />
      {part === 'documentLabels' ? (
        <DocumentLabelFields
          label={item as DocumentLabelType}
          before={before as DocumentLabelType | undefined}
        />
      ) : (
        <LookFields schema={schema} part={part} item={item} />
      )}
      {part === 'entityTypes' && (
        <EntityTypeFields
          schema={schema}
          type={item as EntityTypeDefinition}
          before={before as EntityTypeDefinition | undefined}
        />
      )}
      {part === 'relationTypes' && <RelationFields schema={schema} type={item as RelationType} />}
      {part !== 'entityTypes' && 'attributes' in item && (
        <AttributesField
          key={`attributes ${item.id}`}
          attributes={(item as EntityTypeDefinition).attributes}
          inForce={(before as EntityTypeDefinition | undefined)?.attributes ?? []}
          inherited={[]}
          onChange={(attributes) => update({ attributes })}
        />
      )}
      {part === 'eventTypes' && (
        <RolesField
          key={`roles ${item.id}`}
          schema={schema}
          roles={(item as EventType).roles}
          inForce={new Set((before as EventType | undefined)?.roles.map(({ id }) => id))}
          onChange={(roles) => update({ roles })}
        />
      )}
      {part !== 'documentLabels' && (
        <>
          <ExamplesField examples={(item as Term).examples} onChange={(examples) => update({ examples })} />
          <AreaRow
            label="Guidelines"
            rows={5}
            value={(item as Term).guidelines}
            hint="In Markdown; shown beside the text with this label."
            onChange={(guidelines) => update({ guidelines })}
          />
          {(item as Term).guidelines.trim() !== '' && (
            <div className="guidelines-preview">
              <MarkdownText text={(item as Term).guidelines} />
            </div>
          )}
        </>
      )}
      <CheckRow
        label="Retired: kept for what has it, no longer offered"
        checked={item.retired}
        onChange={(retired) => update({ retired })}
      />
    </section>
  );
}

/** An id that is being typed counts once it can be one; until then it is told what is wrong with it. */
function IdRow({
  id,
  fresh,
  taken,
  onChange,
}: {
  id: string;
  fresh: boolean;
  taken: ReadonlySet<string>;
  onChange(id: string): void;
}) {
  const [typed, setTyped] = useState(id);
  const fault =
    typed === id
      ? null
      : taken.has(typed)
        ? `‘${typed}’ is taken, here or by what is in force.`
        : Slug.safeParse(typed).success
          ? null
          : 'An id has only a–z, 0–9 and “-”, and begins with a letter or a digit.';
  const take = () => {
    if (fault === null && typed !== id) onChange(typed);
    else setTyped(id);
  };
  return (
    <TextRow
      label="Id"
      value={typed}
      disabled={!fresh}
      hint={fresh ? 'For files and scripts; fixed once it is applied.' : 'Fixed: annotations refer to it.'}
      fault={fault}
      onChange={setTyped}
      onLeave={take}
    />
  );
}

function LookFields({ schema, part, item }: Omit<Props, 'base'>) {
  const update = (patch: object) => schemaEditor.update(part, item.id, patch);
  const others = itemsOf(schema, part).filter(({ id, retired }) => id !== item.id && !retired);
  const parent =
    part === 'entityTypes'
      ? schema.entityTypes.find(({ id }) => id === (item as EntityTypeDefinition).parent)
      : undefined;
  return (
    <>
      <ColourField
        value={(item as EntityTypeDefinition).colour}
        inherited={parent ? colourOf(schema.entityTypes, parent) : null}
        others={others
          .filter((other) => !parent || (other as EntityTypeDefinition).colour !== null)
          .map((other) => ({ name: other.name, colour: swatchOf(schema, part, other)! }))}
        onChange={(colour) => update({ colour })}
      />
      <KeyField
        schema={schema}
        id={item.id}
        part={part}
        value={(item as Term).key}
        others={others as Term[]}
        onChange={(key) => update({ key })}
      />
    </>
  );
}

function EntityTypeFields({
  schema,
  type,
  before,
}: {
  schema: SchemaDefinition;
  type: EntityTypeDefinition;
  before: EntityTypeDefinition | undefined;
}) {
  const update = (patch: object) => schemaEditor.update('entityTypes', type.id, patch);
  const parents = asTree(schema.entityTypes).filter(
    (row) => row.type.id !== type.id && nestUnder(schema, type.id, row.type.id) !== null,
  );
  return (
    <>
      <SelectRow
        label="Is a kind of"
        value={type.parent ?? ''}
        options={[
          { value: '', words: 'nothing else' },
          ...parents.map((row) => ({
            value: row.type.id,
            words: `${'\u2003'.repeat(row.depth)}${row.type.name}`,
          })),
        ]}
        onChange={(parent) =>
          schemaEditor.edit((draft) => nestUnder(draft, type.id, parent === '' ? null : parent) ?? draft)
        }
      />
      <SelectRow
        label="May overlap"
        value={type.overlap}
        options={overlaps}
        onChange={(overlap) => update({ overlap })}
      />
      <AttributesField
        key={type.id}
        attributes={type.attributes}
        inForce={before?.attributes ?? []}
        inherited={inheritedAttributes(schema.entityTypes, type)}
        onChange={(attributes) => update({ attributes })}
      />
    </>
  );
}

function RelationFields({ schema, type }: { schema: SchemaDefinition; type: RelationType }) {
  const update = (patch: object) => schemaEditor.update('relationTypes', type.id, patch);
  return (
    <>
      <TypesField
        legend="Begins at"
        schema={schema}
        value={type.from}
        onChange={(from) => update({ from })}
      />
      <TypesField legend="Ends at" schema={schema} value={type.to} onChange={(to) => update({ to })} />
      <CheckRow
        label="symmetric: the same read from either end"
        checked={type.symmetric}
        onChange={(symmetric) => update({ symmetric })}
      />
    </>
  );
}

function DocumentLabelFields({
  label,
  before,
}: {
  label: DocumentLabelType;
  before: DocumentLabelType | undefined;
}) {
  const update = (patch: object) => schemaEditor.update('documentLabels', label.id, patch);
  return (
    <>
      <SelectRow
        label="Kind"
        value={label.kind}
        options={[
          { value: 'boolean', words: 'yes or no' },
          { value: 'choice', words: 'one of some choices' },
          { value: 'text', words: 'text' },
        ]}
        onChange={(kind) => update(kind === 'choice' ? { kind } : { kind, options: [], many: false })}
      />
      {label.kind === 'choice' && (
        <>
          <OptionsField
            options={label.options}
            inForce={new Set(before?.options.map(({ id }) => id))}
            onChange={(options) => update({ options })}
          />
          <CheckRow
            label="more than one may be chosen"
            checked={label.many}
            onChange={(many) => update({ many })}
          />
        </>
      )}
    </>
  );
}
