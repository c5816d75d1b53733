import type { Estimate } from '@contract/agreement';
import type { Measure } from '@core/agreement/measure';

/** A figure to three digits; of an undefined one only a sign, the reason as a tip and for screen readers. */
export function MeasureCell({ measure }: { measure: Measure }) {
  if (measure.defined) return <span className="measure">{measure.value.toFixed(3)}</span>;
  return (
    <span className="measure undefined" title={measure.reason}>
      <span aria-hidden>–</span>
      <span className="visually-hidden">undefined: {measure.reason}</span>
    </span>
  );
}

/** A figure with its interval. */
export function EstimateCell({ estimate: { measure, interval } }: { estimate: Estimate }) {
  return (
    <>
      <MeasureCell measure={measure} />
      {interval && (
        <span className="muted interval">
          {interval.low.toFixed(2)} to {interval.high.toFixed(2)}
        </span>
      )}
    </>
  );
}

/** The same for a table that goes to a file: a number, or the reason. */
export function measureValue(measure: Measure): number | string {
  return measure.defined ? Number(measure.value.toFixed(4)) : `undefined: ${measure.reason}`;
}

/** Value, and both ends of the interval. */
export function estimateValues({ measure, interval }: Estimate): (number | string)[] {
  return [
    measureValue(measure),
    ...(interval ? [interval.low, interval.high].map((end) => Number(end.toFixed(4))) : ['', '']),
  ];
}
