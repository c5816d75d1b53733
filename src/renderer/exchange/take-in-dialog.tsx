import type { MergeReport } from '@contract/exchange';
import { describeError, toWireError } from '@core/errors';
import type { SchemaDefinition } from '@core/model/schema';
import { useEffect, useRef, useState } from 'react';
import { theClient } from '../bridge/connection';
import { attempt, notify } from '../data/notices';
import { send } from '../data/save-state';
import { workbench } from '../data/workbench';
import { Working } from '../dialogs/working';
import { schemaEditor } from '../schema/editor-state';
import { closeOverlay, Overlay } from '../ui/overlay';
import { bringsNothing, MergeReportView } from './merge-report';
import { useLongWork } from './use-long-work';

type Stage =
  | { at: 'reading' }
  | { at: 'preview'; report: MergeReport }
  | { at: 'taking' }
  | { at: 'done'; report: MergeReport }
  | { at: 'failed'; error: string };

/** Opens the schema editor with what colleagues use as its draft; nothing changes before that is applied. */
async function addLabels(draft: SchemaDefinition): Promise<void> {
  const { definition, version } = await theClient().call('schema.get', {});
  schemaEditor.open(definition, version);
  schemaEditor.edit(() => draft);
  workbench.openOverlay('schema');
}

const TITLE = 'Take in from colleagues';

/** What files of colleagues would bring, before it does; then what they brought. */
export function TakeInDialog({ paths }: { paths: readonly string[] }) {
  const [stage, setStage] = useState<Stage>({ at: 'reading' });
  const work = useLongWork();
  const primary = useRef<HTMLButtonElement>(null);
  const fail = (thrown: unknown) => {
    const { kind, data } = toWireError(thrown);
    if (kind === 'cancelled') closeOverlay();
    else setStage({ at: 'failed', error: describeError(kind, data) });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the files are read once for each choice of them
  useEffect(() => {
    theClient()
      .call('exchange.preview', { paths: [...paths] }, work.begin())
      .then((report) => setStage({ at: 'preview', report }), fail);
  }, [paths]);
  useEffect(() => {
    if (stage.at === 'preview' || stage.at === 'done' || stage.at === 'failed') primary.current?.focus();
  }, [stage.at]);

  const takeIn = async () => {
    const options = work.begin();
    setStage({ at: 'taking' });
    try {
      const report = await send('exchange.takeIn', { paths: [...paths] }, options);
      setStage({ at: 'done', report });
      if (!bringsNothing(report))
        notify(`Taken in: ${report.created} new, ${report.changed} changed, ${report.deleted} deleted.`);
    } catch (thrown) {
      fail(thrown);
    }
  };

  if (stage.at === 'reading' || stage.at === 'taking') return <Working title={TITLE} cancel={work.cancel} />;
  if (stage.at === 'failed')
    return (
      <Overlay title={TITLE}>
        <p role="alert">{stage.error}</p>
        <p>Nothing was taken in.</p>
        <p className="button-row">
          <button type="button" className="primary" ref={primary} onClick={closeOverlay}>
            Close
          </button>
        </p>
      </Overlay>
    );
  const { report } = stage;
  const isEmpty = bringsNothing(report);
  const sameOf = (kind: 'entity' | 'proposition') => report.sameNames.find((one) => one.kind === kind);
  const [entity, proposition] = [sameOf('entity'), sameOf('proposition')];
  return (
    <Overlay title={stage.at === 'done' ? 'Taken in' : TITLE} wide>
      <MergeReportView report={report} isDone={stage.at === 'done'} />
      <p className="button-row">
        {stage.at === 'preview' && !isEmpty && (
          <button type="button" className="primary" ref={primary} onClick={takeIn}>
            Take in
          </button>
        )}
        {stage.at === 'done' && report.schemaWithThem && (
          <button type="button" onClick={() => attempt(() => addLabels(report.schemaWithThem!))}>
            Add these labels to the schema…
          </button>
        )}
        {stage.at === 'done' && entity && (
          <button
            type="button"
            onClick={() => workbench.openOverlay({ kind: 'register', tab: 'duplicates' })}
          >
            Merge entities of the same name…
          </button>
        )}
        {stage.at === 'done' && proposition && (
          <button
            type="button"
            onClick={() =>
              workbench.openOverlay({ kind: 'register', tab: 'propositions', id: proposition.cameId })
            }
          >
            Merge propositions of the same name…
          </button>
        )}
        <button
          type="button"
          {...(stage.at === 'done' || isEmpty ? { className: 'primary', ref: primary } : {})}
          onClick={closeOverlay}
        >
          {stage.at === 'done' || isEmpty ? 'Close' : 'Cancel'}
        </button>
      </p>
    </Overlay>
  );
}
