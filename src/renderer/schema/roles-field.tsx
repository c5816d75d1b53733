import { EventRole, type SchemaDefinition } from '@core/model/schema';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { slugOf } from './draft';
import { CheckRow, TextRow } from './fields';
import { ReorderButtons, replaced } from './reorder-buttons';
import { TypesField } from './types-field';

/** The roles of an event: who or what fills them, and how often. */
export function RolesField({
  schema,
  roles,
  inForce,
  onChange,
}: {
  schema: SchemaDefinition;
  roles: readonly EventRole[];
  /** Ids in force, which never change. */
  inForce: ReadonlySet<string>;
  onChange(roles: EventRole[]): void;
}) {
  const [added, setAdded] = useState<number | null>(null);
  const idFor = (name: string, index: number) =>
    slugOf(
      name,
      new Set([...inForce, ...roles.filter((_, other) => other !== index).map(({ id }) => id)]),
      'role',
    );
  return (
    <fieldset className="schema-list">
      <legend>Roles</legend>
      {roles.map((role, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the id changes while the name is typed
        <details key={index} className="card" open={index === added}>
          <summary>
            <span dir="auto">{role.name}</span>{' '}
            <span className="muted">
              {role.required ? 'required' : 'optional'}
              {role.many && ', more than one'}
              {role.retired && ', retired'}
            </span>
          </summary>
          <TextRow
            label="Name"
            value={role.name}
            hint={`id: ${role.id}${inForce.has(role.id) ? ' (fixed)' : ''}`}
            onChange={(name) =>
              onChange(
                replaced(roles, index, { name, id: inForce.has(role.id) ? role.id : idFor(name, index) }),
              )
            }
          />
          <CheckRow
            label="required"
            checked={role.required}
            onChange={(required) => onChange(replaced(roles, index, { required }))}
          />
          <CheckRow
            label="may be filled more than once"
            checked={role.many}
            onChange={(many) => onChange(replaced(roles, index, { many }))}
          />
          <CheckRow
            label="retired: kept where it is filled, no longer offered"
            checked={role.retired}
            onChange={(retired) => onChange(replaced(roles, index, { retired }))}
          />
          <TypesField
            legend="Filled by"
            schema={schema}
            value={role.types}
            onChange={(types) => onChange(replaced(roles, index, { types }))}
          />
          <ReorderButtons
            name={role.name}
            items={roles}
            index={index}
            onChange={(items) => onChange([...items])}
          />
        </details>
      ))}
      <button
        type="button"
        onClick={() => {
          setAdded(roles.length);
          onChange([...roles, EventRole.parse({ id: idFor('New role', -1), name: 'New role' })]);
        }}
      >
        <Plus size={14} aria-hidden /> Role
      </button>
    </fieldset>
  );
}
