import type { Input } from '@contract/index';
import type { ProjectInfo } from '@contract/project';
import { offered } from '@core/model/schema';
import type { Grade } from '@core/model/stance';
import { ChooseMenu } from '../ui/choose-menu';

type Patch = Omit<Input<'stance.updateMany'>, 'ids'>;

const grades = ['low', 'medium', 'high'].map((name, index) => ({ value: String(index + 1), name }));
const NOTHING = '-';

/** What can be done with the chosen stances; each choice is one step that one undo takes back. */
export function BulkBar({
  info,
  count,
  total,
  onAll,
  onChange,
  onRemove,
}: {
  info: ProjectInfo;
  count: number;
  /** One's own that meet the filter. */
  total: number;
  onAll(): void;
  onChange(patch: Patch): void;
  onRemove(): void;
}) {
  const { polarities, expressions, modalities } = info.schema.stance;
  const terms = (list: typeof polarities) => offered(list).map(({ id, name }) => ({ value: id, name }));
  const isIdle = count === 0 || info.readOnly;
  const grade = (value: string | null) => (value === null ? null : (Number(value) as Grade));
  const setter = (
    label: string,
    options: readonly { value: string; name: string }[],
    isOptional: boolean,
    set: (value: string | null) => void,
  ) => (
    <ChooseMenu
      label={`Set ${label} of the chosen stances`}
      words={`Set ${label}…`}
      choices={isOptional ? [...options, { value: NOTHING, name: 'none' }] : options}
      disabled={isIdle}
      onChoose={(value) => set(value === NOTHING ? null : value)}
    />
  );
  return (
    <div className="filter-bar">
      <button type="button" disabled={total === 0 || info.readOnly} onClick={onAll}>
        {count > 0 && count === total ? 'Choose none' : `Choose all ${total}`}
      </button>
      <span role="status" className="muted">
        {count} chosen
      </span>
      {setter('polarity', terms(polarities), false, (value) => value && onChange({ polarity: value }))}
      {setter('intensity', grades, true, (value) => onChange({ intensity: grade(value) }))}
      {setter('expression', terms(expressions), true, (value) => onChange({ expression: value }))}
      {setter('modality', terms(modalities), true, (value) => onChange({ modality: value }))}
      {setter('confidence', grades, true, (value) => onChange({ confidence: grade(value) }))}
      <button type="button" disabled={isIdle} onClick={onRemove}>
        Delete
      </button>
    </div>
  );
}
