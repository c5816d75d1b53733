import type { Severity } from '@core/validation/problem';

/** An error or a warning, told by shape and by word as well as by colour. */
export function SeveritySign({ severity }: { severity: Severity }) {
  return (
    <span className={`severity ${severity}`}>
      <span aria-hidden>{severity === 'error' ? '✖' : '▲'}</span>
      <span className="visually-hidden">{severity}: </span>
    </span>
  );
}
