import type { LayerOwner } from '@contract/agreement';
import type { ProjectInfo } from '@contract/project';
import { useAnswer } from '../data/queries';
import { DocumentChoice } from '../dialogs/document-choice';

/** Whose work is compared, in which labels; empty lists mean all. */
export interface Selected {
  annotators: readonly LayerOwner[];
  typeIds: readonly string[];
  documentIds: ReadonlySet<string>;
  gamma: boolean;
}

/** Chooses annotators, labels and documents by check boxes. */
export function Selection({
  info,
  selected,
  onChange,
}: {
  info: ProjectInfo;
  selected: Selected;
  onChange(selected: Selected): void;
}) {
  const documents = useAnswer('document.list', {}) ?? [];
  const owners: { id: LayerOwner; name: string }[] = [...info.annotators, { id: 'gold', name: 'Gold' }];
  const everybody = info.annotators.map(({ id }) => id);
  const annotators = selected.annotators.length > 0 ? selected.annotators : everybody;
  const types = info.schema.entityTypes;
  const typeIds = selected.typeIds.length > 0 ? selected.typeIds : types.map(({ id }) => id);
  return (
    <div className="agreement-selection">
      <fieldset>
        <legend className="muted">Annotators</legend>
        {owners.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={annotators.includes(id)}
              onChange={() => onChange({ ...selected, annotators: switched<LayerOwner>(annotators, id) })}
            />{' '}
            <bdi>{name}</bdi>
          </label>
        ))}
      </fieldset>
      <details>
        <summary>
          Labels: {selected.typeIds.length === 0 ? 'all' : `${selected.typeIds.length} of ${types.length}`}
        </summary>
        <fieldset>
          <legend className="visually-hidden">Labels</legend>
          {types.map(({ id, name }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={typeIds.includes(id)}
                onChange={() => {
                  const chosen = switched(typeIds, id);
                  onChange({ ...selected, typeIds: chosen.length === types.length ? [] : chosen });
                }}
              />{' '}
              <bdi>{name}</bdi>
            </label>
          ))}
        </fieldset>
      </details>
      <details>
        <summary>Documents: {selected.documentIds.size === 0 ? 'all' : selected.documentIds.size}</summary>
        <DocumentChoice
          label="Documents to compare"
          documents={documents}
          chosen={selected.documentIds}
          onChange={(documentIds) => onChange({ ...selected, documentIds })}
        />
      </details>
      <label>
        <input
          type="checkbox"
          checked={selected.gamma}
          onChange={() => onChange({ ...selected, gamma: !selected.gamma })}
        />{' '}
        γ too, which takes long
      </label>
    </div>
  );
}

function switched<Item>(items: readonly Item[], item: Item): Item[] {
  return items.includes(item) ? items.filter((one) => one !== item) : [...items, item];
}
