import type { ProjectInfo } from '@contract/project';
import { SchemaDefinition } from '@core/model/schema';
import { schemaClashes } from '@core/model/schema-clashes';
import { issueWords } from '@core/model/schema-issues';
import { partWords, type SchemaPart } from '@core/schema-change/parts';
import { readyMadeSchemas } from '@core/schemas/index';
import { useEffect } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { theClient } from '../bridge/connection';
import { callHost } from '../bridge/host';
import { attempt, notify } from '../data/notices';
import { useAnswer } from '../data/queries';
import { ChooseMenu } from '../ui/choose-menu';
import { closeOverlay } from '../ui/overlay';
import { ApplyStep } from './apply-step';
import { listed } from './draft';
import { type EditorTab, editorTabs, isChanged, schemaEditor, useSchemaEditor } from './editor-state';
import { AreaRow, TextRow } from './fields';
import { HistoryStep } from './history-step';
import { TermDetails } from './term-details';
import { TermList } from './term-list';

const steps = { edit: 'Schema', apply: 'Schema: apply changes', history: 'Schema: versions' };

function close(): void {
  schemaEditor.close();
  closeOverlay();
}

/** The schema editor: a draft that nothing else sees until it is applied. */
export function SchemaDialog({ info }: { info: ProjectInfo }) {
  const answer = useAnswer('schema.get', {});
  const { editor } = useSchemaEditor();
  useEffect(() => {
    if (answer && !useSchemaEditor.getState().editor) schemaEditor.open(answer.definition, answer.version);
  }, [answer]);
  const isOpen = editor !== null;
  useEffect(() => {
    if (isOpen) document.querySelector<HTMLElement>('.term-tree [tabindex="0"]')?.focus();
  }, [isOpen]);
  const leave = () => {
    const now = useSchemaEditor.getState().editor;
    if (now && isChanged(now) && !now.leaving) schemaEditor.set({ leaving: true });
    else close();
  };
  return (
    <ModalOverlay isOpen isDismissable={false} onOpenChange={(open) => !open && leave()} className="overlay">
      <Modal className="modal full">
        <Dialog className="dialog schema-dialog" aria-label="Schema">
          <Heading slot="title" className="dialog-title">
            {steps[editor?.step ?? 'edit']}
            {editor && (
              <span className="muted" dir="auto">
                {editor.draft.name}, version {editor.version}
              </span>
            )}
          </Heading>
          {editor?.leaving && (
            <div className="leaving" role="alertdialog" aria-label="Unsaved changes">
              <p>The changes to the schema have not been applied.</p>
              {/* biome-ignore lint/a11y/noAutofocus: the question takes the keyboard */}
              <button type="button" autoFocus onClick={() => schemaEditor.set({ leaving: false })}>
                Keep editing
              </button>
              <button type="button" onClick={close}>
                Throw them away
              </button>
            </div>
          )}
          {editor?.step === 'edit' && <EditStep info={info} onLeave={leave} />}
          {editor?.step === 'apply' && (
            <ApplyStep base={editor.base} draft={editor.draft} readOnly={info.readOnly} />
          )}
          {editor?.step === 'history' && <HistoryStep version={editor.version} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function EditStep({ info, onLeave }: { info: ProjectInfo; onLeave(): void }) {
  const { editor } = useSchemaEditor();
  if (!editor) return null;
  const { base, draft, tab } = editor;
  const problems = problemsOf(draft);
  return (
    <>
      <Tabs tab={tab} />
      <div className="schema-body" role="tabpanel" id="schema-panel" aria-labelledby={`schema-tab-${tab}`}>
        {tab === 'about' ? <About draft={draft} /> : <Part base={base} draft={draft} part={tab} />}
      </div>
      {problems.length > 0 && (
        <p role="alert" className="schema-problems">
          {problems[0]}.{problems.length > 1 && ` And ${problems.length - 1} more to correct.`}
        </p>
      )}
      <footer className="button-row schema-foot">
        <button
          type="button"
          className="primary"
          disabled={problems.length > 0 || !isChanged(editor) || info.readOnly}
          onClick={() => schemaEditor.set({ step: 'apply', leaving: false })}
        >
          Apply…
        </button>
        <button type="button" onClick={() => schemaEditor.set({ step: 'history', leaving: false })}>
          Versions…
        </button>
        <ReadyMade />
        <button type="button" onClick={() => attempt(importFile)}>
          Import…
        </button>
        <button type="button" onClick={() => attempt(() => exportFile(info))}>
          Export…
        </button>
        <button type="button" className="end" onClick={onLeave}>
          Close <kbd>Esc</kbd>
        </button>
      </footer>
    </>
  );
}

/** What stands in the way of applying a draft, in words. */
function problemsOf(draft: SchemaDefinition): string[] {
  const checked = SchemaDefinition.safeParse(draft);
  if (checked.success) return schemaClashes(draft);
  return checked.error.issues.map((issue) => issueWords(draft, issue));
}

const tabWords: Record<EditorTab, string> = {
  entityTypes: 'Entity types',
  polarities: 'Polarities',
  expressions: 'Expressions',
  modalities: 'Modalities',
  relationTypes: 'Relations',
  eventTypes: 'Events',
  documentLabels: 'Document labels',
  about: 'About',
};

function Tabs({ tab }: { tab: EditorTab }) {
  const onKeyDown = (event: React.KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = editorTabs[(editorTabs.indexOf(tab) + step + editorTabs.length) % editorTabs.length]!;
    schemaEditor.set({ tab: next });
    event.currentTarget.querySelector<HTMLElement>(`#schema-tab-${next}`)?.focus();
    event.preventDefault();
  };
  return (
    <div className="schema-tabs" role="tablist" aria-label="Parts of the schema" onKeyDown={onKeyDown}>
      {editorTabs.map((name) => (
        <button
          key={name}
          id={`schema-tab-${name}`}
          type="button"
          role="tab"
          aria-selected={name === tab}
          aria-controls="schema-panel"
          tabIndex={name === tab ? 0 : -1}
          onClick={() => schemaEditor.set({ tab: name })}
        >
          {tabWords[name]}
        </button>
      ))}
    </div>
  );
}

function Part({ base, draft, part }: { base: SchemaDefinition; draft: SchemaDefinition; part: SchemaPart }) {
  const wanted = useSchemaEditor(({ editor }) => editor?.selected[part]);
  const rows = listed(draft, part);
  const row = rows.find(({ item }) => item.id === wanted) ?? rows[0];
  return (
    <>
      <TermList schema={draft} part={part} selectedId={row?.item.id ?? null} />
      {row ? (
        <TermDetails key={part} base={base} schema={draft} part={part} item={row.item} />
      ) : (
        <p className="muted empty">There are no {partWords[part].many} in this schema yet.</p>
      )}
    </>
  );
}

function About({ draft }: { draft: SchemaDefinition }) {
  return (
    <section className="term-details" aria-label="About the schema">
      <TextRow
        label="Name"
        value={draft.name}
        onChange={(name) => schemaEditor.edit((now) => ({ ...now, name }))}
      />
      <AreaRow
        label="Description"
        rows={5}
        value={draft.description}
        hint="What it is for, and where it comes from."
        onChange={(description) => schemaEditor.edit((now) => ({ ...now, description }))}
      />
    </section>
  );
}

/** Takes a ready-made schema as the draft; nothing happens to annotations before it is applied. */
function ReadyMade() {
  return (
    <ChooseMenu
      label="Begin with a ready-made schema"
      words="Ready-made…"
      choices={readyMadeSchemas.map(({ id, name }) => ({ value: id, name }))}
      onChoose={(chosen) => {
        const found = readyMadeSchemas.find(({ id }) => id === chosen);
        if (found) beginWith(found);
      }}
    />
  );
}

/** Puts a whole schema in the place of the draft; changes that were in it can be had back. */
function beginWith(definition: SchemaDefinition): void {
  const { editor } = useSchemaEditor.getState();
  schemaEditor.edit(() => definition);
  if (!editor || !isChanged(editor)) return;
  notify(`What was changed gave way to ‘${definition.name}’.`, {
    label: 'Have it back',
    run: () => schemaEditor.edit(() => editor.draft),
  });
}

async function importFile(): Promise<void> {
  const path = await callHost('dialog.schema', {});
  if (!path) return;
  const { definition } = await theClient().call('schema.read', { path });
  beginWith(definition);
}

async function exportFile(info: ProjectInfo): Promise<void> {
  const path = await callHost('dialog.export', {
    suggestedName: `${info.schema.id}.yaml`,
    extension: 'yaml',
  });
  if (!path) return;
  await theClient().call('schema.write', { path, format: 'yaml', overwrite: true });
  notify('The schema in force is written.', {
    label: 'Show in folder',
    run: () => attempt(() => callHost('shell.showInFolder', { path })),
  });
}
