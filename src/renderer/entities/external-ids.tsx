import { identifierProblem, identifierSchemes } from '@core/entities/external-ids';
import type { Entity } from '@core/model/entity';
import { Slug } from '@core/model/ids';
import { X } from 'lucide-react';
import { useId, useState } from 'react';

type Identifiers = Entity['externalIds'];

/** What identifies an entity elsewhere: a scheme and a value each. Nothing is asked over a network. */
export function ExternalIds({
  identifiers,
  disabled,
  onSave,
}: {
  identifiers: Identifiers;
  disabled: boolean;
  onSave(identifiers: Identifiers): void;
}) {
  const [scheme, setScheme] = useState('wikidata');
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const example = Object.hasOwn(identifierSchemes, scheme) ? identifierSchemes[scheme]!.example : 'value';
  const add = () => {
    const added = { scheme: scheme.trim().toLowerCase(), value: value.trim() };
    const wrong = Slug.safeParse(added.scheme).success
      ? identifierProblem(added)
      : 'A scheme has lower-case letters, digits and hyphens';
    setProblem(wrong);
    if (wrong || added.value === '') return;
    setValue('');
    const isThere = identifiers.some((one) => one.scheme === added.scheme && one.value === added.value);
    if (!isThere) onSave([...identifiers, added]);
  };
  return (
    <fieldset className="field external-ids" aria-label="Identifiers" disabled={disabled}>
      <span className="field-label" aria-hidden>
        Identifiers
      </span>
      <div>
        <ul className="plain-list chips">
          {identifiers.map((one) => (
            <li key={`${one.scheme} ${one.value}`} className="chip">
              <span className="muted">{identifierSchemes[one.scheme]?.name ?? one.scheme}</span>&nbsp;
              <bdi>{one.value}</bdi>
              <button
                type="button"
                className="icon"
                aria-label={`Remove ${one.scheme} ${one.value}`}
                onClick={() => onSave(identifiers.filter((other) => other !== one))}
              >
                <X size={12} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
        <span className="new-id">
          <input
            type="text"
            list={id}
            aria-label="Scheme"
            value={scheme}
            onChange={(event) => setScheme(event.target.value)}
          />
          <datalist id={id}>
            {Object.entries(identifierSchemes).map(([key, { name }]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </datalist>
          <input
            type="text"
            aria-label="Identifier"
            aria-invalid={problem !== null}
            placeholder={example}
            value={value}
            onChange={(event) => setValue(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
          <button type="button" onClick={add}>
            Add
          </button>
        </span>
        {problem && (
          <p role="alert" className="problem">
            {problem}.
          </p>
        )}
      </div>
    </fieldset>
  );
}
