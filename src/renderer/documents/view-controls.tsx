import type { DocumentRow } from '@contract/documents';
import type { ProjectInfo } from '@contract/project';
import { type DocumentView, documentSorts, everyDocument, filtersSet } from './view';

const sortNames: Record<(typeof documentSorts)[number], string> = {
  project: 'order of the project',
  name: 'name',
  date: 'date',
  annotations: 'number of spans',
  stances: 'number of stances',
  problems: 'number of problems',
};

/** Filters over everything that is known of documents, and their order. */
export function ViewControls({
  info,
  rows,
  view,
  onChange,
}: {
  info: ProjectInfo;
  rows: readonly DocumentRow[];
  view: DocumentView;
  onChange(view: DocumentView): void;
}) {
  const count = filtersSet(view);
  const languages = [...new Set(rows.map(({ language }) => language))].sort();
  const tags = [...new Set(rows.flatMap((row) => row.tags))].sort();
  const label = info.schema.documentLabels.find(({ id }) => id === view.labelId);
  const select = (
    field: keyof DocumentView,
    name: string,
    options: readonly [value: string, name: string][],
  ) => (
    <label className="view-field">
      <span>{name}</span>
      <select
        value={String(view[field])}
        onChange={(event) => onChange({ ...view, [field]: event.target.value })}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const having: [string, string][] = [
    ['any', 'any'],
    ['with', 'with'],
    ['without', 'without'],
  ];
  const named = (all: readonly { id: string; name: string }[]): [string, string][] =>
    all.map(({ id, name }) => [id, name]);
  return (
    <details className="view-controls">
      <summary>
        Filter and sort
        {count > 0 && <span className="muted"> {count} set</span>}
      </summary>
      <label className="view-field">
        <span>Text has</span>
        <input
          type="search"
          dir="auto"
          value={view.text}
          onChange={(event) => onChange({ ...view, text: event.target.value })}
        />
      </label>
      {select('assigned', 'Assigned', [
        ['any', 'any'],
        ['mine', 'to me'],
        ['mine-open', 'to me, not done'],
        ['nobody', 'to nobody'],
      ])}
      {select('status', 'Status', [
        ['any', 'any'],
        ['new', 'New'],
        ['in-progress', 'In progress'],
        ['done', 'Done'],
      ])}
      {select('language', 'Language', [['', 'any'], ...languages.map((tag): [string, string] => [tag, tag])])}
      {tags.length > 0 &&
        select('tag', 'Tag', [['', 'any'], ...tags.map((tag): [string, string] => [tag, tag])])}
      {select('stances', 'Stances', having)}
      {select('problems', 'Problems', having)}
      {select('typeId', 'Label', [['', 'any'], ...named(info.schema.entityTypes)])}
      {view.typeId !== '' && (
        <label className="view-field">
          <span>at least</span>
          <input
            type="number"
            min={1}
            value={view.atLeast}
            onChange={(event) => onChange({ ...view, atLeast: Math.max(1, event.target.valueAsNumber || 1) })}
          />
        </label>
      )}
      {info.schema.documentLabels.length > 0 && (
        <label className="view-field">
          <span>Document label</span>
          <select
            value={view.labelId}
            onChange={(event) => onChange({ ...view, labelId: event.target.value, value: '' })}
          >
            <option value="">any</option>
            {info.schema.documentLabels.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {label?.kind === 'choice' &&
        select('value', 'Value', [
          ['', 'any'],
          ...label.options.map(({ id, name }): [string, string] => [JSON.stringify(id), name]),
        ])}
      {label?.kind === 'boolean' &&
        select('value', 'Value', [
          ['', 'any'],
          ['true', 'yes'],
          ['false', 'no'],
        ])}
      {select(
        'sort',
        'Sort by',
        documentSorts.map((sort) => [sort, sortNames[sort]]),
      )}
      <label className="view-field">
        <span>Turned around</span>
        <input
          type="checkbox"
          checked={view.descending}
          onChange={(event) => onChange({ ...view, descending: event.target.checked })}
        />
      </label>
      <button type="button" onClick={() => onChange(everyDocument)}>
        All documents
      </button>
    </details>
  );
}
