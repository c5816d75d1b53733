import { offer } from './bench-page.ts';

interface Store {
  annotationStore: {
    selected: { deserializeAnnotation(results: unknown[]): void; updateObjects(): void };
  };
}

const labels = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
let text = '';
let next = 0;
let before = 0;
let store: Store | null = null;

const result = (whole: string, start: number, end: number, type: number) => ({
  id: `r${++next}`,
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: { start, end, text: whole.slice(start, end), labels: [labels[type]] },
});

const shown = () => document.querySelectorAll('.htx-highlight, [class*="htx-"]').length;

offer({
  open(given) {
    const { spans } = given;
    text = given.text;
    const Studio = (window as unknown as { LabelStudio: new (id: string, options: unknown) => unknown })
      .LabelStudio;
    const config =
      `<View><Labels name="label" toName="text">${labels.map((value) => `<Label value="${value}"/>`).join('')}` +
      '</Labels><Text name="text" value="$text"/></View>';
    new Studio('root', {
      config,
      interfaces: ['panel', 'controls', 'side-column'],
      user: { pk: 1, firstName: 'A', lastName: 'B' },
      task: {
        id: 1,
        data: { text },
        annotations: [{ id: 1, result: spans.map(({ start, end, type }) => result(text, start, end, type)) }],
        predictions: [],
      },
      onLabelStudioLoad: (studio: { store?: Store }) => {
        store = (studio.store ?? studio) as Store;
      },
    });
  },
  isShown: () => shown() > 0,
  mark(start, end) {
    before = shown();
    const { selected } = store!.annotationStore;
    selected.deserializeAnnotation([result(text, start, end, 0)]);
    selected.updateObjects();
  },
  isMarked: () => shown() > before,
  scroller: () => document.scrollingElement!,
  visibleOffset: () => 200,
});
