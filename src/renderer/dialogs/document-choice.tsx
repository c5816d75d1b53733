import type { Output } from '@contract/index';

/** A list in which each document can be ticked. */
export function DocumentChoice({
  label,
  documents,
  chosen,
  onChange,
}: {
  label: string;
  documents: Output<'document.list'>;
  chosen: ReadonlySet<string>;
  onChange(chosen: ReadonlySet<string>): void;
}) {
  return (
    <ul className="plain-list scroll document-choice" aria-label={label}>
      {documents.map(({ id, name, metadata }) => (
        <li key={id}>
          <label className="field inline">
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={(event) => {
                const next = new Set(chosen);
                if (event.target.checked) next.add(id);
                else next.delete(id);
                onChange(next);
              }}
            />
            <span dir="auto">{metadata.title ?? name}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}

export function Choice({
  name,
  checked,
  disabled = false,
  onChange,
  children,
}: {
  name: string;
  checked: boolean;
  disabled?: boolean;
  onChange(): void;
  children: React.ReactNode;
}) {
  return (
    <label className="field inline">
      <input type="radio" name={name} checked={checked} disabled={disabled} onChange={onChange} />
      <span>{children}</span>
    </label>
  );
}
