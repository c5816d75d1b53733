import type { ProjectInfo } from '@contract/project';
import type { PartyInput, TargetInput } from '@contract/stances';
import { describeError, toWireError } from '@core/errors';
import { displayQuote } from '@core/model/fragment';
import { offered, type Term } from '@core/model/schema';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { DocumentSession } from '../data/document-session';
import { type Names, useNames } from '../data/names';
import { useAnswer } from '../data/queries';
import { send } from '../data/save-state';
import { type StanceDraft, workbench } from '../data/workbench';
import { focusText } from '../editor/control';
import { noEntityNames, useEntityNames } from '../entities/use-name-index';
import { type Draft, draftOf, emptyDraft, type Field, fieldsFor, neighbour } from './draft';
import { partyChoices, targetChoices } from './party-choices';
import { PartyField } from './party-field';
import { partyName } from './readable';
import { TermField, type TermOption } from './term-field';

interface Props {
  info: ProjectInfo;
  session: DocumentSession;
  draft: StanceDraft;
}

const grades = (names: [string, string, string]): TermOption<1 | 2 | 3>[] => [
  { value: 1, name: names[0], key: 'Digit1' },
  { value: 2, name: names[1], key: 'Digit2' },
  { value: 3, name: names[2], key: 'Digit3' },
];

const terms = (vocabulary: readonly Term[], present: string | null, colours = false): TermOption<string>[] =>
  offered(vocabulary, present).map(({ id, name, key }) => ({
    value: id,
    name,
    key,
    ...(colours ? { className: `polarity-${id}` } : {}),
  }));

function draftName(ref: PartyInput | TargetInput, names: Names): string {
  return ref.kind === 'newEntity' || ref.kind === 'newProposition'
    ? `${ref.name} (new)`
    : partyName(ref, names);
}

/**
 * Records or changes a stance without the mouse: each answer leads to the next question, and
 * Ctrl+Enter saves from anywhere.
 */
export function StanceForm({ info, session, draft: { stanceId, evidence, values } }: Props) {
  const names = useNames(session);
  const entityNames = useEntityNames() ?? noEntityNames;
  const propositions = useAnswer('proposition.list', {}) ?? [];
  const before = stanceId ? session.stances.get(stanceId) : undefined;
  const draft = values ?? (before ? draftOf(before) : emptyDraft(info.schema));
  const [active, setActive] = useState<Field>('holder');
  const [error, setError] = useState<string | null>(null);
  const saving = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const open = useRef<(() => void) | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keyboard comes back with new evidence
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('.active :is(input, [tabindex="0"])')?.focus();
  }, [evidence]);
  const { stance } = info.schema;

  const draftNow = () => workbench.get().stanceDraft?.values ?? draft;
  const set = <Key extends Field>(field: Key, value: Draft[Key]) =>
    workbench.set(({ stanceDraft }) => ({
      stanceDraft: stanceDraft && {
        ...stanceDraft,
        values: { ...(stanceDraft.values ?? draft), [field]: value },
      },
    }));
  const fields = fieldsFor(info.schema);
  const next = () => setActive((field) => neighbour(fields, field, 1));
  const leave = () => {
    workbench.set({ stanceDraft: null });
    focusText();
  };
  /** A name that was typed and not yet picked is picked as Enter would. */
  const takeTyped = () => open.current?.();
  const save = async () => {
    takeTyped();
    const draft = draftNow();
    const { polarity } = draft;
    if (polarity === null) {
      setError('Choose a polarity first.');
      setActive('polarity');
      return;
    }
    if (saving.current) return;
    saving.current = true;
    try {
      const stance = { ...draft, polarity, evidence };
      if (stanceId) await send('stance.update', { id: stanceId, ...stance });
      else await send('stance.create', { documentId: session.document.id, ...stance });
      leave();
    } catch (thrown) {
      const { kind, data } = toWireError(thrown);
      setError(describeError(kind, data));
    } finally {
      saving.current = false;
    }
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    else if (event.key === 'Escape') leave();
    else if (event.key === 'Tab') {
      const to = neighbour(fields, active, event.shiftKey ? -1 : 1);
      if (to === active) return;
      takeTyped();
      setActive(to);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isGold = before !== undefined && session.layers.get(before.layerId)?.kind === 'gold';
  const whose = isGold ? null : info.annotator.id;
  const party = partyChoices(session, whose, entityNames, evidence);
  const target = targetChoices(session, whose, entityNames, propositions, evidence);
  const field = (name: Field) => ({
    isActive: active === name,
    onActivate: () => {
      takeTyped();
      setActive(name);
    },
    onNext: next,
  });

  const rows: Record<Field, ReactNode> = {
    holder: (
      <PartyField
        label="Holder"
        {...field('holder')}
        names={draft.holder ? [draftName(draft.holder, names)] : []}
        find={party}
        onPick={(ref) => {
          set('holder', ref);
          next();
        }}
        onClear={() => set('holder', null)}
        onCancel={leave}
        open={open}
      />
    ),
    target: (
      <PartyField
        label="Target"
        {...field('target')}
        names={draft.target ? [draftName(draft.target, names)] : []}
        find={target}
        onPick={(ref) => {
          set('target', ref);
          next();
        }}
        onClear={() => set('target', null)}
        onCancel={leave}
        open={open}
      />
    ),
    polarity: (
      <TermField
        label="Polarity"
        {...field('polarity')}
        optional={false}
        options={terms(stance.polarities, draft.polarity, true)}
        value={draft.polarity}
        onChoose={(value) => value && set('polarity', value)}
      />
    ),
    intensity: (
      <TermField
        label="Intensity"
        {...field('intensity')}
        optional
        options={grades(['low', 'medium', 'high'])}
        value={draft.intensity}
        onChoose={(value) => set('intensity', value)}
      />
    ),
    expression: (
      <TermField
        label="Expression"
        {...field('expression')}
        optional
        options={terms(stance.expressions, draft.expression)}
        value={draft.expression}
        onChoose={(value) => set('expression', value)}
      />
    ),
    modality: (
      <TermField
        label="Modality"
        {...field('modality')}
        optional
        options={terms(stance.modalities, draft.modality)}
        value={draft.modality}
        onChoose={(value) => set('modality', value)}
      />
    ),
    sources: (
      <PartyField
        label="Reported by"
        {...field('sources')}
        names={draft.sources.map((source) => draftName(source, names))}
        find={party}
        onPick={(ref) => set('sources', [...draftNow().sources, ref])}
        onClear={(index) =>
          set(
            'sources',
            draft.sources.filter((_, other) => other !== index),
          )
        }
        onCancel={leave}
        open={open}
      />
    ),
    confidence: (
      <TermField
        label="Your confidence"
        {...field('confidence')}
        optional
        options={grades(['low', 'medium', 'high'])}
        value={draft.confidence}
        onChoose={(value) => set('confidence', value)}
      />
    ),
    note: (
      <NoteRow
        value={draft.note}
        {...field('note')}
        onChange={(note) => set('note', note)}
        onSave={() => void save()}
      />
    ),
  };

  return (
    <form
      ref={form}
      className="stance-form"
      aria-label={stanceId ? 'Change stance' : 'New stance'}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <header className="pane-head">
        <h2>{stanceId ? 'Change stance' : 'New stance'}</h2>
      </header>
      <blockquote dir="auto" lang={session.document.language}>
        {evidence.length > 0
          ? displayQuote(session.text, evidence)
          : 'No evidence selected: a stance of the whole document.'}
      </blockquote>
      {fields.map((name) => (
        <div key={name}>{rows[name]}</div>
      ))}
      {error && <p role="alert">{error}</p>}
      <p className="button-row">
        <button type="submit" className="primary" disabled={info.readOnly}>
          Save <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" onClick={leave}>
          Cancel <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
}

function NoteRow({
  value,
  isActive,
  onActivate,
  onChange,
  onSave,
}: {
  value: string;
  isActive: boolean;
  onActivate(): void;
  onChange(value: string): void;
  onSave(): void;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isActive) input.current?.focus();
  }, [isActive]);
  return (
    <div className={`stance-field ${isActive ? 'active' : ''}`}>
      <label className="field-label" htmlFor="stance-note">
        Note
      </label>
      <input
        ref={input}
        id="stance-note"
        type="text"
        dir="auto"
        placeholder="Enter saves the stance"
        value={value}
        onFocus={onActivate}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          onSave();
        }}
      />
    </div>
  );
}
