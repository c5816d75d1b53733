import type { FromWorker, LabelTable, ToWorker } from './messages';
import { finderFor, inLabels, inText } from './search-in';

/** So many hits are kept. */
const MOST = 200_000;
/** Milliseconds after which what was found is told, and looked whether something else is wanted. */
const SLICE = 40;

let text = '';
let table: LabelTable | null = null;
let latest = 0;

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'text') ({ text } = data);
  else if (data.type === 'labels') ({ table } = data);
  else void search(data);
};

async function search({ id, query, options }: Extract<ToWorker, { type: 'search' }>): Promise<void> {
  latest = id;
  const find = finderFor(query, options);
  if (!find || (options.where === 'labels' && !table)) return tell({ id, done: true, more: false }, []);
  const found = options.where === 'text' ? inText(find, text) : inLabels(find, table!, text);
  let pairs: number[] = [];
  let count = 0;
  let since = performance.now();
  for (const pair of found) {
    if (count === MOST) return tell({ id, done: true, more: true }, pairs);
    pairs.push(...pair);
    count++;
    if (performance.now() - since < SLICE) continue;
    tell({ id, done: false, more: false }, pairs);
    pairs = [];
    await new Promise((resolve) => setTimeout(resolve));
    if (id !== latest) return;
    since = performance.now();
  }
  tell({ id, done: true, more: false }, pairs);
}

function tell(message: Omit<FromWorker, 'pairs'>, pairs: number[]): void {
  const flat = Int32Array.from(pairs);
  self.postMessage({ ...message, pairs: flat } satisfies FromWorker, { transfer: [flat.buffer] });
}
