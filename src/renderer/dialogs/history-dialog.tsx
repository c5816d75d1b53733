import { parseHlc } from '@core/hlc';
import { useAnswer } from '../data/queries';
import { Overlay } from '../ui/overlay';
import { actWords } from './act-words';

const MOST = 500;
const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const kinds = { do: '', undo: 'took back: ', redo: 'did again: ' };

/** Who did what when, the newest first. */
export function HistoryDialog() {
  const entries = useAnswer('history.list', { limit: MOST });
  const documents = useAnswer('document.list', {});
  const names = new Map(documents?.map(({ id, name }) => [id, name]));
  return (
    <Overlay title="History" wide>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it */}
      <section className="scroll" aria-label="Entries" tabIndex={0}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Where</th>
            </tr>
          </thead>
          <tbody>
            {entries?.map(({ id, hlc, kind, name, annotatorName, documentIds }) => (
              <tr key={id}>
                <td>{time.format(parseHlc(hlc).time)}</td>
                <td dir="auto">{annotatorName}</td>
                <td>
                  {kinds[kind]}
                  {actWords(name)}
                </td>
                <td dir="auto">
                  {documentIds.length > 3
                    ? `${documentIds.length} documents`
                    : documentIds
                        .map((documentId) => names.get(documentId) ?? 'a removed document')
                        .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {entries?.length === MOST && (
        <p className="muted">These are the newest {MOST}; “parley log” lists all.</p>
      )}
    </Overlay>
  );
}
