// @ts-expect-error The other tools are installed on demand, and tell no types here.
import { createTextAnnotator } from '../peers/node_modules/@recogito/text-annotator/dist/text-annotator.es.js';
import '../peers/node_modules/@recogito/text-annotator/dist/text-annotator.css';
import { offer } from './bench-page.ts';

let text = '';
const content = document.createElement('div');
let next = 0;
let last = 0;
let annotator: { setAnnotations(list: unknown[]): void; addAnnotation(one: unknown): void };
const colours = ['#0072b2', '#d55e00', '#117a5d', '#a3292f', '#7a5c00', '#8e4ba6', '#c2497e', '#4b56b8'];

function make(start: number, end: number) {
  const range = document.createRange();
  range.setStart(content.firstChild!, start);
  range.setEnd(content.firstChild!, end);
  const id = `a${++next}`;
  const selector = [{ quote: text.slice(start, end), start, end, range }];
  return { id, bodies: [], target: { annotation: id, selector } };
}

/** How many stretches the browser's highlight registry holds: the tool paints by it. */
const painted = () => {
  let count = 0;
  for (const highlight of (CSS as unknown as { highlights: Map<string, Set<unknown>> }).highlights.values())
    count += highlight.size;
  return count;
};

offer({
  open(given) {
    text = given.text;
    const root = document.getElementById('root')!;
    root.style.cssText = 'height: 100vh; overflow: auto';
    content.style.cssText = 'white-space: pre-wrap; max-width: 46rem; margin: 0 auto; line-height: 1.85';
    content.textContent = text;
    root.append(content);
    annotator = createTextAnnotator(content, {
      renderer: 'CSS_HIGHLIGHTS',
      style: (annotation: { id: string }) => ({
        fill: colours[Number(annotation.id.slice(1)) % 8],
        fillOpacity: 0.3,
      }),
    });
    annotator.setAnnotations(given.spans.map(({ start, end }) => make(start, end)));
  },
  isShown: () => painted() > 0,
  mark(start, end) {
    last = painted();
    annotator.addAnnotation(make(start, end));
  },
  isMarked: () => painted() > last,
  scroller: () => document.getElementById('root')!,
  visibleOffset: () => 200,
});
