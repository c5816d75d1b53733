import { ParleyError } from '@core/errors';
import type { Change } from '@core/journal/change';
import type { RecordKind } from '@core/journal/records';
import type { SpanAnnotation } from '@core/model/annotation';
import type { Appraisal } from '@core/model/appraisal';
import type { Decision, DecisionTarget } from '@core/model/decision';
import type { Layer } from '@core/model/project';
import { targetKey } from '@core/review/judge';
import { shared } from '@core/review/likeness';
import type { DifferenceClass } from '@core/review/position';
import { type Context, notFound } from '../context';
import { replaceInJoins } from '../handlers/joins';
import { whileAdjudicating } from '../handlers/layers';
import { replaceMentions } from '../handlers/mentions-in-stances';
import { onlyId } from '../only-id';
import { type DocumentReview, hasLost, isInGold, type Reviewed, revisionOf } from './document-review';
import { goldCopy } from './gold-copy';
import { kindOf } from './kind-of';

export interface Judgement {
  targets: readonly Pick<DecisionTarget, 'id' | 'label'>[];
  class: DifferenceClass;
  verdict: 'accept' | 'reject' | 'defer';
  /** Ids of the targets that are copied to the gold layer. */
  take: readonly string[];
  rationale: string;
  view: Decision['view'];
}

/** Decisions about one document under way: each sees what those before it did. */
export class Adjudication {
  readonly #context: Context;
  readonly #review: DocumentReview;
  readonly #schemaVersionId: string;
  /** By kind and id: the first state and the last. */
  readonly #changes = new Map<string, Change>();
  readonly #records: Map<string, Reviewed>;
  /** The decisions about each target, the newest last. */
  readonly #about = new Map<string, Decision[]>();
  #gold: Layer | null;

  constructor(context: Context, review: DocumentReview) {
    this.#context = context;
    this.#review = review;
    this.#records = new Map(review.records);
    for (const decision of review.decisions) this.#remember(decision);
    this.#gold = review.gold;
    this.#schemaVersionId = context.file.records.where('schema', 'true', [], 'version').at(-1)!.id;
  }

  /** What has to be written for all decisions so far. */
  get changes(): Change[] {
    return [...this.#changes.values()].filter(({ before, after }) => before !== null || after !== null);
  }

  /**
   * Decides about one place.
   * @throws ParleyError 'conflict' when what is taken names something that is not in the gold layer,
   * 'bad-input' when it cannot be there
   */
  decide(judgement: Judgement): Decision {
    const targets = judgement.targets.map(({ id, label }) => this.#targetOf(id, label));
    const taken = judgement.take.map((id) => {
      if (!targets.some((target) => target.id === id))
        throw new ParleyError('bad-input', { cause: `${id} is none of what is decided about` });
      return this.#source(id);
    });
    const isAccepted = judgement.verdict === 'accept';
    if (isAccepted === (taken.length === 0)) {
      throw new ParleyError('bad-input', {
        cause: isAccepted ? 'Nothing is taken' : 'Only what is accepted can be taken',
      });
    }
    const label = targets[0]!.label;
    const resultIds =
      label === null ? this.#takeRecords(taken, targets) : this.#takeLabel(taken as Appraisal[], label);
    const decision = this.#decision({ ...judgement, targets, resultIds });
    this.#put('decision', null, decision);
    this.#remember(decision);
    return decision;
  }

  /** Lets an earlier decision stand for what its sources are now; without any, for what is in the gold layer. */
  confirm(earlier: Decision, judgement: Omit<Judgement, 'verdict' | 'take'>): Decision {
    const targets = judgement.targets.map(({ id, label }) => this.#targetOf(id, label));
    const label = earlier.targets[0]?.label ?? null;
    const meant = [earlier, ...this.#inForce(targets)].flatMap(({ resultIds }) => resultIds);
    const resultIds = [...new Set(meant)].filter((id) => this.#isLive(id, label));
    if (targets.length > 0)
      for (const id of this.#resultsOf(targets)) if (!resultIds.includes(id)) this.#takeAway(id, label);
    if (targets.length === 0) {
      const after: Decision = { ...earlier, targets, verdict: 'new', resultIds };
      this.#put('decision', earlier, after);
      return after;
    }
    const verdict = this.#verdictKept(earlier, resultIds);
    const rationale = judgement.rationale || earlier.rationale;
    const decision = this.#decision({ ...judgement, targets, verdict, resultIds, rationale });
    this.#put('decision', null, decision);
    this.#remember(decision);
    return decision;
  }

  /** What is left of a decision that stands: with nothing taken it rejects, with less than its sources say it is an edit. */
  #verdictKept(earlier: Decision, resultIds: string[]): Decision['verdict'] {
    if (earlier.verdict === 'reject' || earlier.verdict === 'defer') return earlier.verdict;
    if (resultIds.length === 0) return 'reject';
    return hasLost({ records: this.#records }, { ...earlier, resultIds }) ? 'edit' : earlier.verdict;
  }

  /** Puts a span into the gold layer that no annotator has. */
  mark(
    span: Omit<SpanAnnotation, 'id' | 'layerId' | 'documentId' | 'origin'>,
    { rationale, view }: Pick<Decision, 'rationale' | 'view'>,
  ): { annotation: SpanAnnotation; decision: Decision } {
    const annotation: SpanAnnotation = {
      ...span,
      id: this.#context.environment.newId(),
      layerId: this.#goldLayer().id,
      documentId: this.#review.documentId,
      origin: 'human',
    };
    this.#putRecord(null, annotation);
    const decision = this.#decision({
      targets: [],
      class: 'missing',
      verdict: 'new',
      resultIds: [annotation.id],
      rationale,
      view,
    });
    this.#put('decision', null, decision);
    return { annotation, decision };
  }

  /** Takes decisions back with what they put into the gold layer. */
  reopen(decisions: readonly Decision[]): void {
    for (const decision of decisions) {
      const label = decision.targets[0]?.label ?? null;
      for (const id of decision.resultIds.filter((result) => this.#isLive(result, label)))
        this.#takeAway(id, label);
      this.#put('decision', decision, null);
    }
  }

  #decision(given: Omit<Decision, 'id' | 'documentId' | 'adjudicatorId' | 'time' | 'schemaVersionId'>) {
    const decision: Decision = {
      id: this.#context.environment.newId(),
      documentId: this.#review.documentId,
      targets: given.targets,
      class: given.class,
      verdict: given.verdict,
      resultIds: given.resultIds,
      adjudicatorId: this.#context.annotator.id,
      time: new Date(this.#context.environment.now()).toISOString(),
      rationale: given.rationale,
      schemaVersionId: this.#schemaVersionId,
      view: given.view,
    };
    return decision;
  }

  #targetOf(id: string, label: string | null): DecisionTarget {
    const record = this.#source(id);
    return { kind: kindOf(record), id, label, revision: revisionOf(record, label) };
  }

  #source(id: string): Reviewed {
    const record = this.#records.get(id);
    if (!record) throw notFound('annotation', id);
    if (record.layerId === this.#gold?.id)
      throw new ParleyError('bad-input', { cause: 'What is in the gold layer is decided already' });
    return record;
  }

  /** What earlier decisions about some targets put into the gold layer and is there still. */
  #resultsOf(targets: readonly DecisionTarget[]): string[] {
    const found = targets
      .flatMap((target) => this.#decisionsAbout(target))
      .flatMap(({ resultIds }) => resultIds);
    return [...new Set(found)].filter((id) => this.#isLive(id, targets[0]!.label));
  }

  /** The newest decision about each of some targets. */
  #inForce(targets: readonly DecisionTarget[]): Decision[] {
    return targets.flatMap((target) => this.#decisionsAbout(target).at(-1) ?? []);
  }

  #decisionsAbout(target: Pick<DecisionTarget, 'id' | 'label'>): readonly Decision[] {
    return this.#about.get(targetKey(target)) ?? [];
  }

  #remember(decision: Decision): void {
    for (const key of new Set(decision.targets.map(targetKey)))
      this.#about.set(key, [...(this.#about.get(key) ?? []), decision]);
  }

  #isLive(id: string, label: string | null): boolean {
    return isInGold({ ...this.#review, records: this.#records, gold: this.#gold }, id, label);
  }

  /**
   * What takes the place of one keeps its identity, so that what names it stays true. New ones get ids
   * that follow from what is decided about, so that two adjudicators who decide the same in their copies
   * make one record, not two.
   */
  #takeRecords(taken: readonly Reviewed[], targets: readonly DecisionTarget[]): string[] {
    const before = this.#resultsOf(targets);
    const only = before.length === 1 && taken.length > 0 ? this.#records.get(before[0]!)! : null;
    const heir = only && closest(only, taken);
    if (!heir) for (const id of before) this.#takeAway(id, null);
    const smallest = targets.map(({ id }) => id).sort()[0]!;
    return taken.map((source) => {
      const replaced = source === heir ? only : null;
      const copy = goldCopy(this.#context, source, {
        id: replaced?.id ?? this.#newGoldId(taken.length === 1 ? smallest : source.id),
        layerId: this.#goldLayer().id,
        goldOf: (mentionId) => this.#goldMention(mentionId),
      });
      const twin = this.#twinOf(copy);
      if (twin) {
        if (replaced) this.#takeAway(replaced.id, null);
        return twin.id;
      }
      this.#putRecord(replaced, copy);
      return copy.id;
    });
  }

  #newGoldId(sourceId: string): string {
    const id = onlyId('gold', sourceId);
    return this.#records.has(id) ? this.#context.environment.newId() : id;
  }

  /** The same relation, where the gold layer has it already: two cannot stand between the same ends. */
  #twinOf(copy: Reviewed): Reviewed | undefined {
    if (!('fromId' in copy)) return undefined;
    return [...this.#records.values()].find(
      (other) =>
        'fromId' in other &&
        other.id !== copy.id &&
        other.layerId === copy.layerId &&
        other.typeId === copy.typeId &&
        other.fromId === copy.fromId &&
        other.toId === copy.toId,
    );
  }

  #takeLabel(taken: readonly Appraisal[], label: string): string[] {
    const before = this.#goldAppraisal();
    const values = [...new Set(taken.flatMap(({ labels }) => labels[label] ?? []))];
    const type = this.#context.schema().documentLabels.find(({ id }) => id === label);
    if (values.length > 1 && !type?.many)
      throw new ParleyError('bad-input', { cause: `${type?.name ?? label} takes one value` });
    if (values.length === 0) {
      if (before) this.#takeAway(before.id, label);
      return [];
    }
    const after: Appraisal = {
      id: before?.id ?? this.#context.environment.newId(),
      layerId: this.#goldLayer().id,
      documentId: this.#review.documentId,
      labels: { ...before?.labels, [label]: values },
      note: before?.note ?? '',
    };
    this.#putRecord(before, after);
    return [after.id];
  }

  #goldAppraisal(): Appraisal | null {
    const found = [...this.#records.values()].find(
      (record): record is Appraisal => 'labels' in record && record.layerId === this.#gold?.id,
    );
    return found ?? null;
  }

  /** Removes something from the gold layer, with what cannot be without it. */
  #takeAway(id: string, label: string | null): void {
    const record = this.#records.get(id);
    if (!record) return;
    if (label !== null) {
      const { [label]: _, ...labels } = (record as Appraisal).labels;
      const isEmpty = Object.keys(labels).length === 0 && record.note === '';
      this.#putRecord(record, isEmpty ? null : { ...(record as Appraisal), labels });
      return;
    }
    if ('fragments' in record) {
      const instead = record.entityId ? ({ kind: 'entity', id: record.entityId } as const) : null;
      const along = whileAdjudicating(this.#context, () => [
        ...replaceMentions(this.#context, [id], (mention) => (mention === id ? instead : undefined)),
        ...replaceInJoins(this.#context, [id], () => instead),
      ]);
      for (const { kind, before, after } of along)
        this.#put(kind, before as Reviewed | null, after as Reviewed | null);
    }
    this.#putRecord(record, null);
  }

  /** The span of the gold layer that came of an annotator's; of several the one that shares most text. */
  #goldMention(mentionId: string): string | null {
    const source = this.#records.get(mentionId) as SpanAnnotation | undefined;
    const found = this.#decisionsAbout({ id: mentionId, label: null })
      .flatMap(({ resultIds }) => resultIds)
      .filter((id) => this.#isLive(id, null))
      .map((id) => this.#records.get(id) as SpanAnnotation);
    return (source && closest(source, found)?.id) ?? found[0]?.id ?? null;
  }

  #goldLayer(): Layer {
    if (!this.#gold) {
      this.#gold = {
        id: onlyId('layer', this.#review.documentId, 'gold'),
        documentId: this.#review.documentId,
        kind: 'gold',
        annotatorId: null,
      };
      this.#put('layer', null, this.#gold);
    }
    return this.#gold;
  }

  #putRecord(before: Reviewed | null, after: Reviewed | null): void {
    this.#put(kindOf((after ?? before)!), before, after);
  }

  #put(kind: RecordKind, before: Change['before'], after: Change['after']): void {
    const id = (after ?? before)!.id;
    const key = `${kind} ${id}`;
    const first = this.#changes.get(key);
    this.#changes.set(key, { kind, id, before: first ? first.before : before, after } as Change);
    if (kind === 'decision' || kind === 'layer') return;
    if (after === null) this.#records.delete(id);
    else this.#records.set(id, after as Reviewed);
  }
}

/** Of some records the one that shares most text with another; the first where they have no place. */
function closest<Any extends Reviewed>(to: Reviewed, among: readonly Any[]): Any | undefined {
  const share = (other: Reviewed) =>
    'fragments' in to && 'fragments' in other
      ? shared(other.fragments, to.fragments).reduce((sum, { start, end }) => sum + end - start, 0)
      : 0;
  return [...among].sort((a, b) => share(b) - share(a))[0];
}
