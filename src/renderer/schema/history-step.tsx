import { parseHlc } from '@core/hlc';
import { differenceWords } from '@core/schema-change/words';
import { theClient } from '../bridge/connection';
import { attempt } from '../data/notices';
import { useAnswer } from '../data/queries';
import { schemaEditor } from './editor-state';

const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** All versions of the schema with what each changed; any can be taken up again. */
export function HistoryStep({ version }: { version: number }) {
  const versions = useAnswer('schema.history', {});
  const goBack = async (number: number) => {
    const { definition } = await theClient().call('schema.get', { version: number });
    schemaEditor.edit(() => definition);
    schemaEditor.set({ step: 'apply' });
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it */}
      <section className="apply-body" aria-label="Versions" tabIndex={0}>
        <ol className="plain-list versions">
          {versions?.map(({ id, version: number, annotatorName, hlc, reason, differences }) => (
            <li key={id}>
              <header>
                <h3>Version {number}</h3>
                <span className="muted" dir="auto">
                  {[annotatorName, hlc && time.format(parseHlc(hlc).time)].filter(Boolean).join(', ')}
                </span>
                {number === version ? (
                  <span>in force</span>
                ) : (
                  <button type="button" onClick={() => attempt(() => goBack(number))}>
                    Go back to this version…
                  </button>
                )}
              </header>
              {reason && <p dir="auto">{reason}</p>}
              {differences.length > 0 && (
                <details>
                  <summary>{differences.length === 1 ? '1 change' : `${differences.length} changes`}</summary>
                  <ul className="differences">
                    {differences.map((difference) => (
                      <li key={differenceWords(difference)} dir="auto">
                        {differenceWords(difference)}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          ))}
        </ol>
      </section>
      <p className="button-row">
        <button type="button" onClick={() => schemaEditor.set({ step: 'edit' })}>
          Back to editing
        </button>
      </p>
    </>
  );
}
