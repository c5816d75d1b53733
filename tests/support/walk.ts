import fc from 'fast-check';
import { ParleyError } from '../../src/core/errors';
import type { Engine } from '../../src/engine/index';
import { call } from './project';

/** The text that acts are done in. */
export const TEXT = 'Both sides 👩🏽‍⚖️ kept the ceasefire; مذاکرات ناکام ہو گئے، they said.';
const nat = fc.nat({ max: 1_000 });

/** One act by name, with numbers that choose among what is there when its turn comes. */
export const act = fc.tuple(
  fc.constantFrom(
    'mark',
    'markAcross',
    'retype',
    'reshape',
    'erase',
    'split',
    'join',
    'relabel',
    'relate',
    'happen',
    'name',
    'link',
    'stance',
    'restance',
    'restanceAll',
    'status',
    'appraise',
    'merge',
    'splitEntity',
    'linkEqual',
    'mergePropositions',
    'removeProposition',
    'undo',
    'redo',
  ),
  nat,
  nat,
);

export type Act = [what: string, a: number, b: number];

async function perform(engine: Engine, documentId: string, [what, a, b]: Act): Promise<void> {
  const { annotations, stances } = await call(engine, 'document.annotations', { id: documentId });
  const entities = await call(engine, 'entity.list', {});
  const pick = <Item>(items: Item[], n: number) => items[n % Math.max(1, items.length)];
  const start = a % TEXT.length;
  const fragments = [{ start, end: Math.min(TEXT.length, start + 1 + (b % 9)) }];
  const typeId = ['person', 'place', 'state'][b % 3]!;
  const mention = pick(annotations, a);
  const stance = pick(stances, a);
  const entity = pick(entities, b);
  if (what === 'mark') await call(engine, 'annotation.create', { documentId, typeId, fragments });
  if (what === 'markAcross') {
    const { documents } = await call(engine, 'text.occurrences', {
      words: ['the', 'مذاکرات', 'o', 'ceasefire'][a % 4]!,
      wholeWord: b % 2 === 0,
      notMarkedAs: typeId,
    });
    await call(engine, 'annotation.createAcross', { typeId, documents });
  }
  if (what === 'retype' && mention) await call(engine, 'annotation.update', { id: mention.id, typeId });
  if (what === 'reshape' && mention) await call(engine, 'annotation.update', { id: mention.id, fragments });
  if (what === 'erase' && mention) await call(engine, 'annotation.remove', { ids: [mention.id] });
  if (what === 'split' && mention)
    await call(engine, 'annotation.split', { id: mention.id, at: mention.fragments[0]!.start + 1 + (b % 4) });
  if (what === 'join' && mention) {
    const ids = [mention.id, ...annotations.slice(0, b % 3).map(({ id }) => id)];
    await call(engine, 'annotation.merge', { ids, fillGaps: b % 2 === 0 });
  }
  if (what === 'relabel' && mention)
    await call(engine, 'annotation.relabel', { ids: annotations.map(({ id }) => id), typeId });
  const other = pick(annotations, b);
  if (what === 'relate' && mention && other && mention !== other)
    await call(engine, 'relation.create', { typeId: 'same-as', fromId: mention.id, toId: other.id });
  if (what === 'happen') {
    const fillers = [
      ...(mention && b % 2 === 0 ? [{ kind: 'mention' as const, id: mention.id }] : []),
      ...(entity && b % 3 === 0 ? [{ kind: 'entity' as const, id: entity.id }] : []),
    ];
    const roles = fillers.map((filler) => ({ roleId: 'source', filler }));
    await call(engine, 'event.create', { documentId, typeId: 'reject', trigger: fragments, roles });
  }
  if (what === 'name')
    await call(engine, 'entity.create', { name: `E${a}`, mentions: mention ? [mention.id] : [] });
  if (what === 'link' && mention) {
    await call(engine, 'mention.link', { annotationIds: [mention.id], entityId: entity?.id ?? null });
  }
  if (what === 'stance') {
    await call(engine, 'stance.create', {
      documentId,
      holder: mention ? { kind: 'mention', id: mention.id } : { kind: 'author' },
      target: { kind: 'newProposition', name: `P${b % 4}` },
      polarity: 'against',
      sources: [{ kind: 'newEntity', name: `E${b}` }],
      evidence: fragments,
    });
  }
  if (what === 'restance' && stance)
    await call(engine, 'stance.update', { id: stance.id, note: `n${b}`, evidence: fragments });
  if (what === 'restanceAll' && stances.length > 0) {
    const polarity = ['favor', 'against', 'mixed'][b % 3]!;
    await call(engine, 'stance.updateMany', {
      ids: stances.slice(a % stances.length).map(({ id }) => id),
      polarity,
      confidence: b % 2 ? 3 : null,
    });
  }
  if (what === 'merge' && entities.length > 1) {
    const from = entities.filter((_, index) => index !== b % entities.length && index % 2 === a % 2);
    if (from.length > 0)
      await call(engine, 'entity.merge', { id: entity!.id, from: from.map(({ id }) => id) });
  }
  if (what === 'splitEntity' && entity) {
    const { mentions } = await call(engine, 'entity.mentions', { id: entity.id });
    const named = await call(engine, 'entity.stances', { id: entity.id });
    const joined = await call(engine, 'entity.events', { id: entity.id });
    const other = pick(entities, a)!;
    await call(engine, 'entity.split', {
      id: entity.id,
      to: other.id === entity.id ? { kind: 'newEntity', name: `E${a}` } : { kind: 'entity', id: other.id },
      annotationIds: mentions
        .filter((_, index) => index % 2 === a % 2)
        .map(({ annotationId }) => annotationId),
      eventIds: joined.events.filter((_, index) => index % 2 === a % 2).map((one) => one.event.id),
      stanceIds: named.stances.filter((_, index) => index % 2 === b % 2).map((one) => one.stance.id),
      aliases: entity.aliases.slice(b % 2),
    });
  }
  if (what === 'linkEqual' && mention) {
    await call(engine, 'mention.linkEqual', {
      text: TEXT.slice(mention.fragments[0]!.start, mention.fragments[0]!.end),
      linked: b % 2 === 0,
      entity: entity && a % 3 ? { kind: 'entity', id: entity.id } : { kind: 'newEntity', name: `E${b}` },
    });
  }
  const propositions = await call(engine, 'proposition.list', {});
  const proposition = pick(propositions, a);
  if (what === 'mergePropositions' && propositions.length > 1) {
    const from = propositions.filter(({ id }) => id !== proposition!.id).map(({ id }) => id);
    await call(engine, 'proposition.merge', { id: proposition!.id, from });
  }
  if (what === 'removeProposition' && proposition)
    await call(engine, 'proposition.remove', { id: proposition.id });
  if (what === 'appraise') {
    await call(engine, 'document.appraise', {
      id: documentId,
      labels: { genre: b % 3 === 0 ? [] : [b % 3 === 1 ? 'report' : 'statement'] },
      note: a % 2 ? `n${a}` : '',
    });
  }
  if (what === 'status')
    await call(engine, 'document.setStatus', { id: documentId, status: b % 2 ? 'done' : 'new' });
  if (what === 'undo') await call(engine, 'history.undo', {});
  if (what === 'redo') await call(engine, 'history.redo', {});
}

/**
 * Does an act, and passes over a refusal that the act may rightly meet.
 * @param amongOthers whether there are layers of colleagues, which acts may not touch
 */
export async function attempt(
  engine: Engine,
  documentId: string,
  step: Act,
  { amongOthers = false } = {},
): Promise<void> {
  await perform(engine, documentId, step).catch((thrown) => {
    // Nothing but a space cannot be split or looked for, nor an entity be split into nothing;
    // not every type has a role in every event, and no relation is made twice.
    const mayNotFit =
      amongOthers || ['split', 'splitEntity', 'linkEqual', 'happen', 'relate'].includes(step[0]);
    const refusals = ['conflict', 'not-found', ...(mayNotFit ? ['bad-input', 'exists'] : [])];
    const isRefusal = thrown instanceof ParleyError && refusals.includes(thrown.kind);
    if (!isRefusal) throw thrown;
  });
}
