import type { StanceCell } from '@contract/stance-views';
import { monthsOver } from '@core/insight/month';
import type { Scope } from './scope';

const format = new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A month as people write it. */
export function monthName(month: string): string {
  return format.format(Date.parse(`${month}-01T00:00:00Z`));
}

/** The months that some cells span. */
export function monthsOf(cells: readonly StanceCell[]): string[] {
  return monthsOver(cells.map(({ month }) => month).filter((month) => month !== null));
}

/** Two sliders over the months of the documents' dates, and the way back to all time. */
export function MonthSliders({
  months,
  scope,
  onChange,
}: {
  months: readonly string[];
  scope: Scope;
  onChange(scope: Scope): void;
}) {
  if (months.length < 2) return null;
  const from = Math.max(0, months.indexOf(scope.from ?? months[0]!));
  const to = scope.to === null ? months.length - 1 : Math.max(from, months.indexOf(scope.to));
  const set = (first: number, last: number) =>
    onChange({ ...scope, from: months[Math.min(first, last)]!, to: months[Math.max(first, last)]! });
  const slider = (label: string, value: number, change: (value: number) => void) => (
    <label>
      <span className="muted">{label}</span>
      <input
        type="range"
        min={0}
        max={months.length - 1}
        value={value}
        aria-valuetext={monthName(months[value]!)}
        onChange={(event) => change(event.target.valueAsNumber)}
      />
      <output>{monthName(months[value]!)}</output>
    </label>
  );
  return (
    <fieldset className="months">
      <legend className="visually-hidden">Time</legend>
      {slider('from', from, (value) => set(value, Math.max(value, to)))}
      {slider('to', to, (value) => set(Math.min(from, value), value))}
      <button
        type="button"
        disabled={scope.from === null && scope.to === null}
        onClick={() => onChange({ ...scope, from: null, to: null })}
      >
        All time
      </button>
    </fieldset>
  );
}
