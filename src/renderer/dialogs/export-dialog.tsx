import type { Output } from '@contract/index';
import type { ProjectInfo } from '@contract/project';
import { describeError, toWireError } from '@core/errors';
import type { OffsetUnit } from '@core/text/offsets';
import { useEffect, useRef, useState } from 'react';
import { theClient } from '../bridge/connection';
import { callHost } from '../bridge/host';
import { attempt } from '../data/notices';
import { useAnswer } from '../data/queries';
import { workProgress } from '../data/work-progress';
import { useWorkbench } from '../data/workbench';
import { closeOverlay, Overlay } from '../ui/overlay';
import { Choice, DocumentChoice } from './document-choice';
import { Progress } from './working';

const units: [unit: OffsetUnit, name: string, who: string][] = [
  ['code-point', 'Unicode code points', 'Python, brat, spaCy, W3C: text[start:end] is the quote'],
  ['utf-16', 'UTF-16 code units', 'JavaScript, Java, C#, UIMA'],
  ['utf-8', 'UTF-8 bytes', 'Rust, Go, byte-wise tools'],
];

type Stage =
  | { at: 'choose'; error?: string }
  | { at: 'writing' }
  | { at: 'done'; result: Output<'export.write'> };

/** What to export, in which unit, and where to. */
export function ExportDialog({ info }: { info: ProjectInfo }) {
  const documents = useAnswer('document.list', {}) ?? [];
  const openId = useWorkbench((state) => state.session?.document.id);
  const [which, setWhich] = useState<'all' | 'open' | 'done' | 'chosen'>('all');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [annotators, setAnnotators] = useState(() => new Set(info.annotators.map(({ id }) => id)));
  const [gold, setGold] = useState(true);
  const [comments, setComments] = useState(false);
  const [includeText, setIncludeText] = useState(true);
  const [offsetUnit, setOffsetUnit] = useState<OffsetUnit>('code-point');
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const doneIds = documents.filter(({ status }) => status === 'done').map(({ id }) => id);
  const idsOf = {
    all: undefined,
    open: openId ? [openId] : [],
    done: doneIds,
    chosen: documents.filter(({ id }) => chosen.has(id)).map(({ id }) => id),
  };
  const chosenIds = idsOf[which];

  const write = async () => {
    const path = await callHost('dialog.export', {
      suggestedName: `${info.project.name}.json`,
      extension: 'json',
    });
    if (!path) return;
    controller.current = new AbortController();
    workProgress.set(null);
    setStage({ at: 'writing' });
    try {
      const result = await theClient().call(
        'export.write',
        {
          format: 'json',
          path,
          overwrite: true,
          annotatorIds: [...annotators],
          gold,
          comments,
          includeText,
          offsetUnit,
          ...(chosenIds ? { documentIds: chosenIds } : {}),
        },
        { signal: controller.current.signal, onProgress: workProgress.set },
      );
      setStage({ at: 'done', result });
    } catch (thrown) {
      const { kind, data } = toWireError(thrown);
      setStage(kind === 'cancelled' ? { at: 'choose' } : { at: 'choose', error: describeError(kind, data) });
    }
  };

  if (stage.at === 'writing') {
    return (
      <Overlay title="Export dataset" onClose={() => controller.current?.abort()}>
        <Progress />
        <p className="button-row">
          <button type="button" onClick={() => controller.current?.abort()}>
            Cancel
          </button>
        </p>
      </Overlay>
    );
  }
  if (stage.at === 'done') return <Done result={stage.result} />;

  return (
    <Overlay title="Export dataset">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          attempt(write);
        }}
      >
        <fieldset className="group">
          <legend>Documents</legend>
          <Choice name="which" checked={which === 'all'} onChange={() => setWhich('all')}>
            All ({documents.length})
          </Choice>
          <Choice
            name="which"
            checked={which === 'open'}
            disabled={!openId}
            onChange={() => setWhich('open')}
          >
            The open one
          </Choice>
          <Choice
            name="which"
            checked={which === 'done'}
            disabled={doneIds.length === 0}
            onChange={() => setWhich('done')}
          >
            Those that are done ({doneIds.length})
          </Choice>
          <Choice name="which" checked={which === 'chosen'} onChange={() => setWhich('chosen')}>
            Chosen ones ({chosen.size})
          </Choice>
          {which === 'chosen' && (
            <DocumentChoice
              label="Documents to export"
              documents={documents}
              chosen={chosen}
              onChange={setChosen}
            />
          )}
        </fieldset>
        <fieldset className="group">
          <legend>Layers</legend>
          {info.annotators.map(({ id, name }) => (
            <label key={id} className="field inline">
              <input
                type="checkbox"
                checked={annotators.has(id)}
                onChange={(event) => {
                  const next = new Set(annotators);
                  if (event.target.checked) next.add(id);
                  else next.delete(id);
                  setAnnotators(next);
                }}
              />
              <span dir="auto">{name}</span>
            </label>
          ))}
          <label className="field inline">
            <input type="checkbox" checked={gold} onChange={(event) => setGold(event.target.checked)} />
            <span>Gold</span>
          </label>
        </fieldset>
        <fieldset className="group">
          <legend>Offsets count</legend>
          {units.map(([unit, name, who]) => (
            <Choice key={unit} name="unit" checked={offsetUnit === unit} onChange={() => setOffsetUnit(unit)}>
              {name} <span className="muted">{who}</span>
            </Choice>
          ))}
        </fieldset>
        <label className="field inline">
          <input
            type="checkbox"
            checked={includeText}
            onChange={(event) => setIncludeText(event.target.checked)}
          />
          <span>Include the texts</span>
        </label>
        <label className="field inline">
          <input type="checkbox" checked={comments} onChange={(event) => setComments(event.target.checked)} />
          <span>Include the comments</span>
        </label>
        {stage.error && <p role="alert">{stage.error}</p>}
        <p className="button-row">
          <button type="submit" className="primary" disabled={chosenIds?.length === 0}>
            Export as JSON…
          </button>
          <button type="button" onClick={closeOverlay}>
            Cancel
          </button>
        </p>
      </form>
    </Overlay>
  );
}

function Done({ result }: { result: Output<'export.write'> }) {
  return (
    <Overlay title="Export dataset">
      <p role="status">
        ✓ Written: {result.documents} {result.documents === 1 ? 'document' : 'documents'},{' '}
        {result.annotations} spans, {result.stances} stances.
      </p>
      <p>
        <code>{result.path}</code>
      </p>
      <p className="muted">
        {result.bytes.toLocaleString()} bytes, SHA-256 {result.sha256.slice(0, 16)}…
      </p>
      <p className="button-row">
        <button
          type="button"
          onClick={() => attempt(() => callHost('shell.showInFolder', { path: result.path }))}
        >
          Show in folder
        </button>
        <button type="button" className="primary" onClick={closeOverlay}>
          Close
        </button>
      </p>
    </Overlay>
  );
}
