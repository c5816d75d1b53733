import type { ProjectInfo } from '@contract/project';
import { runAction } from '../actions/run';
import type { DocumentSession } from '../data/document-session';
import { ActionKey } from '../ui/keycap';
import { useReview } from './state';

/** Whose layers are compared, and whether their names are seen. */
export function LayerChooser({ info, session }: { info: ProjectInfo; session: DocumentSession }) {
  const { annotatorIds, blind } = useReview();
  const here = new Set([...session.layers.values()].map(({ annotatorId }) => annotatorId));
  const annotators = info.annotators.filter(({ id }) => here.has(id));
  const chosen = annotators.filter(({ id }) => annotatorIds?.includes(id) ?? true);
  const toggle = (id: string) => {
    const ids = info.annotators.map((annotator) => annotator.id);
    const before = annotatorIds ?? ids;
    const after = before.includes(id) ? before.filter((other) => other !== id) : [...before, id];
    useReview.setState({ annotatorIds: after.length === ids.length ? null : after, at: null });
  };
  return (
    <div className="review-layers">
      {blind ? (
        <span>{chosen.length} layers, names hidden</span>
      ) : (
        <details>
          <summary>
            {chosen.length === annotators.length
              ? `All ${chosen.length} layers`
              : `${chosen.length} of ${annotators.length} layers`}
          </summary>
          <ul className="plain-list">
            {annotators.map(({ id, name }) => (
              <li key={id}>
                <label className="field inline">
                  <input
                    type="checkbox"
                    checked={annotatorIds?.includes(id) ?? true}
                    onChange={() => toggle(id)}
                  />
                  <span dir="auto">{name}</span>
                </label>
              </li>
            ))}
          </ul>
        </details>
      )}
      <button type="button" aria-pressed={blind} onClick={() => runAction('review.blind')}>
        Hide names <ActionKey id="review.blind" />
      </button>
    </div>
  );
}
