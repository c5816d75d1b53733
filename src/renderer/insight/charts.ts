import { isolated } from '@core/text/direction';
import * as Plot from '@observablehq/plot';
import { shortened } from './tally';

/** Colours of the page and of the schema as the theme has them; a drawing follows the theme. */
export const colours = {
  ink: 'var(--ink)',
  rule: 'var(--rule)',
  plain: 'var(--accent)',
  page: 'var(--raised)',
  type: (id: string) => `var(--colour-type-${id}, var(--accent))`,
  polarity: (id: string) => `var(--colour-polarity-${id}, var(--accent))`,
};
const { ink, rule, plain, page } = colours;

interface Bar {
  name: string;
  value: number;
  colour: string;
}

const WIDTH = 520;
const NAME_LETTERS = 30;
const style = { fontSize: '12px', fontFamily: 'system-ui, "Noto Sans", sans-serif', overflow: 'visible' };

/** Horizontal bars in the given order, each with its number. */
export function barChart(bars: readonly Bar[]): Element {
  const keyed = bars.map((bar, index) => ({ ...bar, key: String(index) }));
  const labels = new Map(keyed.map(({ key, name }) => [key, isolated(shortened(name, NAME_LETTERS))]));
  return Plot.plot({
    width: WIDTH,
    height: Math.max(60, bars.length * 22 + 16),
    marginLeft: 200,
    marginRight: 54,
    marginTop: 4,
    marginBottom: 8,
    style: { ...style, color: ink },
    x: { axis: null, domain: [0, Math.max(1, ...bars.map(({ value }) => value))] },
    y: {
      domain: keyed.map(({ key }) => key),
      label: null,
      tickSize: 0,
      tickFormat: (key: string) => labels.get(key) ?? key,
      padding: 0.28,
    },
    marks: [
      Plot.barX(keyed, { y: 'key', x: 'value', fill: 'colour', rx: 2 }),
      Plot.text(keyed, {
        y: 'key',
        x: 'value',
        text: ({ value }: Bar) => value.toLocaleString(),
        textAnchor: 'start',
        dx: 5,
        fill: ink,
        fontVariant: 'tabular-nums',
      }),
      Plot.ruleX([0], { stroke: ink }),
    ],
  });
}

/** How many spans have each length; long tails end in a last bar. */
export function lengthChart(lengths: readonly { length: number; annotations: number }[]): Element {
  const last = Math.max(1, ...lengths.map(({ length }) => length));
  const bin = Math.max(1, Math.ceil(Math.min(last, 200) / 40));
  const longest = 40 * bin;
  const bins = new Map<number, number>();
  for (const { length, annotations } of lengths) {
    const from = length > longest ? longest : Math.floor(length / bin) * bin;
    bins.set(from, (bins.get(from) ?? 0) + annotations);
  }
  const data = [...bins].map(([from, annotations]) => ({
    from: from - 0.5,
    to: from + bin - 0.5,
    annotations,
  }));
  return Plot.plot({
    width: WIDTH,
    height: 220,
    marginLeft: 50,
    marginRight: 20,
    marginBottom: 42,
    style: { ...style, color: ink },
    x: { label: 'length →', labelOffset: 34, domain: [0, Math.min(last, longest) + bin] },
    y: {
      label: '↑ spans',
      grid: true,
      tickFormat: (value: number) => (Number.isInteger(value) ? value.toLocaleString() : ''),
    },
    marks: [
      Plot.gridY({ stroke: rule, strokeOpacity: 1 }),
      Plot.rectY(data, { x1: 'from', x2: 'to', y: 'annotations', fill: plain, inset: 0.5 }),
      Plot.ruleY([0], { stroke: ink }),
    ],
  });
}

/** Acts of each day, those of several annotators upon each other. */
export function dayChart(days: readonly { day: string; name: string; acts: number }[]): Element {
  const data = days.map((entry) => ({ ...entry, date: new Date(`${entry.day}T00:00:00Z`) }));
  const names = [...new Set(days.map(({ name }) => name))];
  return Plot.plot({
    width: WIDTH,
    height: 220,
    marginLeft: 50,
    marginRight: 20,
    style: { ...style, color: ink },
    x: { type: 'utc', interval: 'day', label: null } as Plot.ScaleOptions,
    y: {
      label: '↑ acts',
      tickFormat: (value: number) => (Number.isInteger(value) ? value.toLocaleString() : ''),
    },
    marks: [
      Plot.gridY({ stroke: rule, strokeOpacity: 1 }),
      Plot.rectY(data, {
        x: 'date',
        y: 'acts',
        interval: 'day',
        fill: plain,
        fillOpacity: ({ name }: { name: string }) =>
          1 - (0.7 * names.indexOf(name)) / Math.max(1, names.length),
        stroke: page,
        title: ({ name, acts, day }: { name: string; acts: number; day: string }) =>
          `${day}, ${name}: ${acts}`,
      }),
      Plot.ruleY([0], { stroke: ink }),
    ],
  });
}
