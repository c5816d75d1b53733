import type { ProjectInfo } from '@contract/project';
import { useWorkbench } from '../data/workbench';

/** What the views count: which document, whose work, which months; null for all. */
export interface Scope {
  documentId: string | null;
  annotatorId: string | null;
  from: string | null;
  to: string | null;
}

export const everything: Scope = { documentId: null, annotatorId: null, from: null, to: null };

/** Chooses the document and the annotator whose work is looked at. */
export function ScopeBar({
  info,
  scope,
  byPeople,
  onChange,
}: {
  info: ProjectInfo;
  scope: Scope;
  /** Can the view tell people's work apart? */
  byPeople: boolean;
  onChange(scope: Scope): void;
}) {
  const open = useWorkbench((state) => state.session?.document);
  return (
    <div className="scope-bar">
      <label>
        <span className="muted">In</span>{' '}
        <select
          value={scope.documentId ?? ''}
          onChange={(event) => onChange({ ...scope, documentId: event.target.value || null })}
        >
          <option value="">all documents</option>
          {open && <option value={open.id}>{open.metadata.title ?? open.name}</option>}
        </select>
      </label>
      {byPeople && (
        <label>
          <span className="muted">by</span>{' '}
          <select
            value={scope.annotatorId ?? ''}
            onChange={(event) => onChange({ ...scope, annotatorId: event.target.value || null })}
          >
            <option value="">everybody</option>
            {info.annotators.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
