import './parley-window.ts';
import { created } from '@core/journal/change';
import type { SpanAnnotation } from '@core/model/annotation';
import { defaultSchema } from '@core/schemas/index';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { DocumentSession } from '../../../../src/renderer/data/document-session.ts';
import { workbench } from '../../../../src/renderer/data/workbench.ts';
import { editorView } from '../../../../src/renderer/editor/control.ts';
import { Editor } from '../../../../src/renderer/editor/editor.tsx';
import { applySchemaColours } from '../../../../src/renderer/theme/schema-styles.ts';
import { offer } from './bench-page.ts';
import '../../../../src/renderer/theme/tokens.css';
import '../../../../src/renderer/theme/base.css';
import '../../../../src/renderer/theme/editor.css';

const DOCUMENT = '00000000-0000-7000-8000-000000000001';
const LAYER = '00000000-0000-7000-8000-000000000002';
const ANNOTATOR = '00000000-0000-7000-8000-000000000003';

let next = 0;
let lastId = '';
let session: DocumentSession;

function annotation(start: number, end: number, type: number): SpanAnnotation {
  return {
    id: `00000000-0000-7000-9000-${(++next).toString(16).padStart(12, '0')}`,
    layerId: LAYER,
    documentId: DOCUMENT,
    typeId: defaultSchema.entityTypes[type]!.id,
    fragments: [{ start, end }],
    attributes: {},
    note: '',
    entityId: null,
    origin: 'human',
  };
}

applySchemaColours(defaultSchema);

offer({
  async open({ text, spans }) {
    const answers: Record<string, unknown> = {
      'document.get': {
        document: {
          id: DOCUMENT,
          name: 'Sample',
          textSha256: '0'.repeat(64),
          length: text.length,
          codePoints: text.length,
          language: 'en',
          direction: 'ltr',
          metadata: {},
          tags: [],
          position: 1,
          source: null,
        },
        text,
      },
      'document.annotations': {
        layers: [{ id: LAYER, documentId: DOCUMENT, kind: 'annotator', annotatorId: ANNOTATOR }],
        annotations: spans.map(({ start, end, type }) => annotation(start, end, type)),
        stances: [],
        relations: [],
        events: [],
        appraisals: [],
        comments: [],
      },
    };
    const client = { call: async (name: string) => answers[name], onChanged: () => () => {} };
    session = await DocumentSession.load(client as never, DOCUMENT);
    flushSync(() =>
      createRoot(document.getElementById('root')!).render(
        <Editor session={session} annotatorId={ANNOTATOR} />,
      ),
    );
  },
  isShown: () => document.querySelector('[data-annotation-id]') !== null,
  mark(start, end) {
    const made = annotation(start, end, 0);
    lastId = made.id;
    session.apply([created('annotation', made)]);
    workbench.set({ selectedId: made.id });
  },
  // Beyond the lanes a new mark is seen by being selected, as a person sees it.
  isMarked: () =>
    document.querySelector(`[data-annotation-id="${lastId}"]`) !== null ||
    document.querySelector('.crowd .selected-annotation, .selected-annotation .crowd') !== null,
  scroller: () => document.querySelector('.cm-scroller')!,
  visibleOffset: () => editorView()!.visibleRanges[0]!.from + 40,
});
