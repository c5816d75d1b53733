import type { Output } from '@contract/index';
import type { ProjectInfo } from '@contract/project';
import { describeError, toWireError } from '@core/errors';
import { useState } from 'react';
import { theClient } from '../bridge/connection';
import { callHost } from '../bridge/host';
import { attempt } from '../data/notices';
import { useAnswer } from '../data/queries';
import { useWorkbench } from '../data/workbench';
import { Choice, DocumentChoice } from '../dialogs/document-choice';
import { Working } from '../dialogs/working';
import { closeOverlay, Overlay } from '../ui/overlay';
import { useLongWork } from './use-long-work';

type Stage =
  | { at: 'choose'; error?: string }
  | { at: 'writing' }
  | { at: 'done'; result: Output<'exchange.handOver'> };

const TITLE = 'Hand over to colleagues';

/** What goes into a package, and where to. */
export function HandOverDialog({ info }: { info: ProjectInfo }) {
  const documents = useAnswer('document.list', {}) ?? [];
  const openId = useWorkbench((state) => state.session?.document.id);
  const [which, setWhich] = useState<'all' | 'open' | 'done' | 'chosen'>('all');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [layers, setLayers] = useState<'own' | 'all' | 'none'>('own');
  const [gold, setGold] = useState(true);
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const work = useLongWork();

  const doneIds = documents.filter(({ status }) => status === 'done').map(({ id }) => id);
  const documentIds = {
    all: undefined,
    open: openId ? [openId] : [],
    done: doneIds,
    chosen: documents.filter(({ id }) => chosen.has(id)).map(({ id }) => id),
  }[which];

  const write = async () => {
    const path = await callHost('dialog.export', {
      suggestedName: `${info.project.name}, from ${info.annotator.name}.parley`.replaceAll(/[\\/:]/g, '-'),
      extension: 'parley',
    });
    if (!path) return;
    const options = work.begin();
    setStage({ at: 'writing' });
    try {
      const input = { path, overwrite: true, layers, gold, ...(documentIds ? { documentIds } : {}) };
      setStage({ at: 'done', result: await theClient().call('exchange.handOver', input, options) });
    } catch (thrown) {
      const { kind, data } = toWireError(thrown);
      setStage(kind === 'cancelled' ? { at: 'choose' } : { at: 'choose', error: describeError(kind, data) });
    }
  };

  if (stage.at === 'writing') return <Working title={TITLE} cancel={work.cancel} />;
  if (stage.at === 'done') return <Done result={stage.result} />;
  return (
    <Overlay title={TITLE}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          attempt(write);
        }}
      >
        <p className="muted">
          One file with what you choose and how it came about. Colleagues take it in, and nothing of theirs is
          overwritten.
        </p>
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
              label="Documents to hand over"
              documents={documents}
              chosen={chosen}
              onChange={setChosen}
            />
          )}
        </fieldset>
        <fieldset className="group">
          <legend>Layers</legend>
          <Choice name="layers" checked={layers === 'own'} onChange={() => setLayers('own')}>
            Mine
          </Choice>
          <Choice name="layers" checked={layers === 'all'} onChange={() => setLayers('all')}>
            Everybody’s <span className="muted">also what colleagues handed to me</span>
          </Choice>
          <Choice name="layers" checked={layers === 'none'} onChange={() => setLayers('none')}>
            None <span className="muted">documents, schema and guidelines to begin with</span>
          </Choice>
          <label className="field inline">
            <input type="checkbox" checked={gold} onChange={(event) => setGold(event.target.checked)} />
            <span>Gold</span>
          </label>
        </fieldset>
        {stage.error && <p role="alert">{stage.error}</p>}
        <p className="button-row">
          <button type="submit" className="primary" disabled={documentIds?.length === 0}>
            Hand over…
          </button>
          <button type="button" onClick={closeOverlay}>
            Cancel
          </button>
        </p>
      </form>
    </Overlay>
  );
}

function Done({ result: { path, bytes, manifest } }: { result: Output<'exchange.handOver'> }) {
  return (
    <Overlay title={TITLE}>
      <p role="status">
        ✓ Written: {manifest.documents} {manifest.documents === 1 ? 'document' : 'documents'},{' '}
        {manifest.layers} {manifest.layers === 1 ? 'layer' : 'layers'}, {manifest.annotations} spans,{' '}
        {manifest.stances} stances.
      </p>
      <p>
        <code>{path}</code>
      </p>
      <p className="muted">
        {bytes.toLocaleString()} bytes. Send this file; colleagues choose File → Take in.
      </p>
      <p className="button-row">
        <button type="button" onClick={() => attempt(() => callHost('shell.showInFolder', { path }))}>
          Show in folder
        </button>
        <button type="button" className="primary" onClick={closeOverlay}>
          Close
        </button>
      </p>
    </Overlay>
  );
}
