import type { CheckedInput } from '@contract/index';
import type { PartyInput, TargetInput } from '@contract/stances';
import { ParleyError } from '@core/errors';
import { type Change, changed, created, deleted } from '@core/journal/change';
import type { Party, Stance, StanceTarget } from '@core/model/stance';
import type { CommandHandler, Context } from '../context';
import { checkTerm, entityTypeOf, fragmentsIn } from './checks';
import { ownLayer, refuseForeignLayer } from './layers';
import { given } from './patch';

export const createStance: CommandHandler<'stance.create'> = (context, input) => {
  checkVocabulary(context, input, null);
  const { layer, changes } = ownLayer(context, input.documentId);
  const parties = new PartyResolver(context, layer.id);
  const stance: Stance = {
    ...input,
    id: context.environment.newId(),
    layerId: layer.id,
    holder: parties.resolve(input.holder),
    target: parties.resolve(input.target),
    sources: input.sources.map((source) => parties.resolve(source)),
    evidence: fragmentsIn(context, input.documentId, input.evidence),
  };
  return { changes: [...changes, ...parties.changes, created('stance', stance)], output: stance };
};

export const updateStance: CommandHandler<'stance.update'> = (context, input) => {
  const before = context.need('stance', input.id);
  refuseForeignLayer(context, before.layerId);
  checkVocabulary(context, input, before);
  const parties = new PartyResolver(context, before.layerId);
  const { holder, target, sources, evidence, ...plain } = given(input);
  const after: Stance = { ...before, ...plain };
  if (holder !== undefined) after.holder = parties.resolve(holder);
  if (target !== undefined) after.target = parties.resolve(target);
  if (sources) after.sources = sources.map((source) => parties.resolve(source));
  if (evidence) after.evidence = fragmentsIn(context, before.documentId, evidence);
  return { changes: [...parties.changes, changed('stance', before, after)], output: after };
};

export const removeStances: CommandHandler<'stance.remove'> = (context, input) => {
  const stances = [...new Set(input.ids)].map((id) => context.need('stance', id));
  for (const stance of stances) refuseForeignLayer(context, stance.layerId);
  return { changes: stances.map((stance) => deleted('stance', stance)), output: { removed: stances.length } };
};

/** @throws ParleyError 'bad-input' when a stance would get a word that the schema does not have or offer */
export function checkVocabulary(
  context: Context,
  input: Pick<CheckedInput<'stance.update'>, 'polarity' | 'expression' | 'modality'>,
  before: Stance | null,
): void {
  const { stance } = context.schema();
  checkTerm('polarity', stance.polarities, input.polarity, before?.polarity ?? null);
  checkTerm('expression', stance.expressions, input.expression, before?.expression ?? null);
  checkTerm('modality', stance.modalities, input.modality, before?.modality ?? null);
}

type AnyRef = Exclude<PartyInput | TargetInput, { kind: 'newEntity' | 'newProposition' }>;

/** Turns the parties of an input into those of a stance, making new entities and propositions on the way. */
class PartyResolver {
  readonly changes: Change[] = [];
  readonly #context: Context;
  readonly #layerId: string;
  readonly #made = new Map<string, { kind: 'entity' | 'proposition'; id: string }>();

  constructor(context: Context, layerId: string) {
    this.#context = context;
    this.#layerId = layerId;
  }

  resolve(ref: PartyInput): Party;
  resolve(ref: PartyInput | null): Party | null;
  resolve(ref: TargetInput | null): StanceTarget | null;
  resolve(ref: PartyInput | TargetInput | null): Party | StanceTarget | null {
    if (ref === null) return null;
    if (ref.kind === 'newEntity') return this.#entityNamed(ref.name, ref.typeId ?? null);
    if (ref.kind === 'newProposition') return this.#propositionNamed(ref.name);
    this.#check(ref);
    return ref;
  }

  #check(ref: AnyRef): void {
    if (ref.kind === 'entity') this.#context.need('entity', ref.id);
    if (ref.kind === 'proposition') this.#context.need('proposition', ref.id);
    if (ref.kind !== 'mention') return;
    if (this.#context.need('annotation', ref.id).layerId === this.#layerId) return;
    throw new ParleyError('bad-input', {
      cause: 'A stance can name only mentions of its own layer',
      remedy: 'Name the entity instead.',
    });
  }

  #entityNamed(name: string, typeId: string | null): { kind: 'entity'; id: string } {
    const [found] = this.#context.file.records.where('entity', 'name = ?', [name]);
    if (found) return { kind: 'entity', id: found.id };
    return this.#make('entity', name, (id) => {
      if (typeId !== null) entityTypeOf(this.#context.schema(), typeId);
      return created('entity', { id, name, typeId, aliases: [], externalIds: [], note: '' });
    });
  }

  #propositionNamed(name: string): { kind: 'proposition'; id: string } {
    const [found] = this.#context.file.records.where('proposition', 'name = ?', [name]);
    if (found) return { kind: 'proposition', id: found.id };
    return this.#make('proposition', name, (id) => created('proposition', { id, name, note: '' }));
  }

  #make<Kind extends 'entity' | 'proposition'>(
    kind: Kind,
    name: string,
    make: (id: string) => Change,
  ): { kind: Kind; id: string } {
    const key = `${kind} ${name}`;
    const before = this.#made.get(key);
    if (before) return before as { kind: Kind; id: string };
    const ref = { kind, id: this.#context.environment.newId() };
    this.changes.push(make(ref.id));
    this.#made.set(key, ref);
    return ref;
  }
}
