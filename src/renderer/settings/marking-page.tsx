import type { Schema } from '@core/model/schema';
import type { MarkingRules } from '@core/text/stretch';
import { labelKey, type Marking, withRule } from '../data/marking-rules';
import { usePersonal } from '../data/preferences';
import { ActionKey } from '../ui/keycap';

type Rule = keyof MarkingRules;

interface RuleChoice {
  rule: Rule;
  name: string;
  values: readonly { value: string; name: string; is: MarkingRules[Rule] }[];
}

const yesOrNo = [
  { value: 'yes', name: 'yes', is: true },
  { value: 'no', name: 'no', is: false },
] as const;

const rules: readonly RuleChoice[] = [
  {
    rule: 'snap',
    name: 'Snap to',
    values: [
      { value: 'word', name: 'words', is: 'word' },
      { value: 'grapheme', name: 'letters', is: 'grapheme' },
    ],
  },
  { rule: 'trimSpace', name: 'Trim white space', values: yesOrNo },
  { rule: 'trimPunctuation', name: 'Trim punctuation', values: yesOrNo },
];

const AS_ALL = 'as-all';

/** What becomes of a selection when it is marked: for all labels, and for single ones of the open project. */
export function MarkingPage({ schema }: { schema: Schema | null }) {
  const marking = usePersonal((state) => state.marking);
  const change = (label: string | null, { rule, values }: RuleChoice, chosen: string) =>
    usePersonal.setState({
      marking: withRule(marking, label, rule, values.find(({ value }) => value === chosen)?.is),
    });
  return (
    <>
      <p className="muted">
        These rules hold when a selection is marked; the selection itself stays as it is. Words: an end inside
        a word goes to the end of that word, except in scripts without spaces. Punctuation: at the end, and
        quotes and brackets at either end without their partner. <ActionKey id="annotate.snapLetters" /> and{' '}
        <ActionKey id="annotate.snapWords" /> in the text choose letters or words for all labels.
      </p>
      <table className="data marking-rules">
        <thead>
          <tr>
            <th scope="col">Label</th>
            {rules.map(({ rule, name }) => (
              <th key={rule} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">All labels</th>
            {rules.map((choice) => (
              <td key={choice.rule}>
                <select
                  aria-label={`${choice.name}: all labels`}
                  value={valueFor(choice, marking.all[choice.rule])}
                  onChange={(event) => change(null, choice, event.target.value)}
                >
                  <Values choice={choice} />
                </select>
              </td>
            ))}
          </tr>
          {schema?.entityTypes.map(({ id, name }) => (
            <LabelRules
              key={id}
              id={id}
              name={name}
              marking={marking}
              label={labelKey(schema.id, id)}
              onChange={change}
            />
          ))}
        </tbody>
      </table>
      {!schema && <p className="muted">Rules of single labels can be chosen while their project is open.</p>}
    </>
  );
}

function LabelRules({
  id,
  name,
  marking,
  label,
  onChange,
}: {
  id: string;
  name: string;
  marking: Marking;
  label: string;
  onChange(label: string, choice: RuleChoice, chosen: string): void;
}) {
  return (
    <tr className={`type-${id}`}>
      <th scope="row">
        <span className="swatch" aria-hidden /> <bdi>{name}</bdi>
      </th>
      {rules.map((choice) => {
        const own = marking.labels[label]?.[choice.rule];
        const common = choice.values.find(({ is }) => is === marking.all[choice.rule])?.name;
        return (
          <td key={choice.rule}>
            <select
              aria-label={`${choice.name}: ${name}`}
              className={own === undefined ? 'muted' : ''}
              value={own === undefined ? AS_ALL : valueFor(choice, own)}
              onChange={(event) => onChange(label, choice, event.target.value)}
            >
              <option value={AS_ALL}>as all ({common})</option>
              <Values choice={choice} />
            </select>
          </td>
        );
      })}
    </tr>
  );
}

function Values({ choice }: { choice: RuleChoice }) {
  return choice.values.map(({ value, name }) => (
    <option key={value} value={value}>
      {name}
    </option>
  ));
}

function valueFor({ values }: RuleChoice, rule: MarkingRules[Rule]): string {
  return values.find(({ is }) => is === rule)!.value;
}
