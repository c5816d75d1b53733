import { defaultMarkingRules, MarkingRules } from '@core/text/stretch';
import { z } from 'zod';

/** A person's rules for marking: for all labels, and what single labels have otherwise. */
export const Marking = z.strictObject({
  all: MarkingRules,
  /** By {@link labelKey}. */
  labels: z.record(z.string(), MarkingRules.partial()),
});
export type Marking = z.infer<typeof Marking>;

export const defaultMarking: Marking = { all: defaultMarkingRules, labels: {} };

/** A label of a schema as a name; the same label of another schema has rules of its own. */
export function labelKey(schemaId: string, typeId: string): string {
  return `${schemaId}/${typeId}`;
}

/** The rules that hold for a label. */
export function rulesFor(marking: Marking, schemaId: string, typeId: string): MarkingRules {
  const { all, labels } = marking;
  const own = labels[labelKey(schemaId, typeId)];
  return {
    snap: own?.snap ?? all.snap,
    trimSpace: own?.trimSpace ?? all.trimSpace,
    trimPunctuation: own?.trimPunctuation ?? all.trimPunctuation,
  };
}

/** The marking rules with one rule changed: of all labels, or of one, where undefined means as all. */
export function withRule<Rule extends keyof MarkingRules>(
  marking: Marking,
  label: string | null,
  rule: Rule,
  value: MarkingRules[Rule] | undefined,
): Marking {
  if (label === null) return { ...marking, all: { ...marking.all, [rule]: value ?? marking.all[rule] } };
  const { [rule]: _, ...others } = marking.labels[label] ?? {};
  const own = value === undefined ? others : { ...others, [rule]: value };
  const { [label]: __, ...labels } = marking.labels;
  return { ...marking, labels: Object.keys(own).length > 0 ? { ...labels, [label]: own } : labels };
}
