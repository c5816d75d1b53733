import type { ReviewPosition } from '@contract/review';
import { positionStates } from '@core/review/judge';
import { differenceClasses, positionKinds } from '@core/review/position';
import { type Given, labelNamer } from './fields';
import { everyConflict, type ReviewFilter, useReview } from './state';
import { classWords, isUnsettled, kindWords, stateWords } from './words';

interface Props {
  positions: readonly ReviewPosition[];
  /** Names or letters by layer. */
  called: ReadonlyMap<string, string>;
  given: Given;
}

/** Which positions are listed, with how many there are of each kind. */
export function FilterBar({ positions, called, given }: Props) {
  const filter = useReview((state) => state.filter);
  const set = (change: Partial<ReviewFilter>) =>
    useReview.setState({ filter: { ...filter, ...change }, at: null });
  const count = (holds: (position: ReviewPosition) => boolean) => positions.filter(holds).length;
  const labels = [...new Set(positions.flatMap((position) => position.labels))];
  const nameOf = labelNamer(given.names);
  const isSet = Object.entries(filter).some(
    ([field, value]) => value !== everyConflict[field as keyof ReviewFilter],
  );
  return (
    <fieldset className="review-filter" aria-label="Which positions">
      <select
        aria-label="Difference"
        value={filter.class}
        onChange={(event) => set({ class: event.target.value as ReviewFilter['class'] })}
      >
        <option value="conflicts">
          All differences ({count((one) => one.class !== 'agree' && one.class !== 'new')})
        </option>
        <option value="any">Everything ({positions.length})</option>
        {differenceClasses.map((id) => {
          const found = count(({ classes }) => classes.includes(id));
          return found === 0 && filter.class !== id ? null : (
            <option key={id} value={id}>
              {classWords[id].sign} {classWords[id].name} ({found})
            </option>
          );
        })}
      </select>
      <select
        aria-label="State"
        value={filter.state}
        onChange={(event) => set({ state: event.target.value as ReviewFilter['state'] })}
      >
        <option value="any">Any state</option>
        <option value="unsettled">Not settled ({count(isUnsettled)})</option>
        {positionStates.map((id) => (
          <option key={id} value={id}>
            {stateWords[id].sign} {stateWords[id].name} ({count(({ state }) => state === id)})
          </option>
        ))}
      </select>
      <details>
        <summary>More filters</summary>
        <div className="review-filter">
          <select
            aria-label="Kind"
            value={filter.kind}
            onChange={(event) => set({ kind: event.target.value as ReviewFilter['kind'] })}
          >
            <option value="any">All kinds</option>
            {positionKinds.map((id) => {
              const found = count(({ kind }) => kind === id);
              return found === 0 && filter.kind !== id ? null : (
                <option key={id} value={id}>
                  {kindWords[id]} ({found})
                </option>
              );
            })}
          </select>
          <select
            aria-label="Label"
            value={filter.label}
            onChange={(event) => set({ label: event.target.value })}
          >
            <option value="">All labels</option>
            {labels
              .map((id) => ({ id, name: nameOf(id) }))
              .sort((a, b) => a.name.localeCompare(b.name))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name} ({count((position) => position.labels.includes(id))})
                </option>
              ))}
          </select>
          <select
            aria-label="Who differs"
            value={filter.apart}
            onChange={(event) => set({ apart: event.target.value })}
          >
            <option value="">Whoever differs</option>
            {[...called].map(([id, name]) => (
              <option key={id} value={id}>
                {name} differs
              </option>
            ))}
          </select>
        </div>
      </details>
      {isSet && (
        <button type="button" onClick={() => set(everyConflict)}>
          Clear
        </button>
      )}
    </fieldset>
  );
}
