import { z } from 'zod';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { DocumentView, everyDocument } from '../documents/view';
import type { ArcMode } from '../editor/arcs/arcs';
import type { TagMode } from '../editor/tags/names';
import { defaultMarking, Marking } from './marking-rules';
import { defaultTextStyles, TextStyles } from './text-styles';

interface Preferences {
  documents: boolean;
  inspector: boolean;
  labels: boolean;
  /** Guidelines stand at the head of the inspector. */
  guidelines: boolean;
  /** The side pane that shows where the window is too narrow for both. */
  front: 'documents' | 'inspector';
  outline: boolean;
  /** Which arcs join spans in the text. */
  arcs: ArcMode;
  /** Which names stand over the text. */
  tags: TagMode;
  theme: 'system' | 'light' | 'dark';
  /** How the list of documents is filtered and sorted. */
  documentView: DocumentView;
  /** Has the person said that the name they work under is theirs? */
  nameIsMine: boolean;
  /** Document last open, by project path. */
  lastDocument: Record<string, string>;
}

/** How this window is arranged; kept between starts. */
export const usePreferences = create<Preferences>()(
  persist(
    (): Preferences => ({
      documents: true,
      inspector: true,
      labels: true,
      guidelines: false,
      front: 'inspector',
      outline: false,
      arcs: 'all',
      tags: 'entities',
      theme: 'system',
      documentView: everyDocument,
      nameIsMine: false,
      lastDocument: {},
    }),
    {
      name: 'parley-preferences',
      version: 1,
      merge: (kept, fresh) => {
        const known = { ...fresh, ...(kept as Partial<Preferences>) };
        return { ...known, documentView: DocumentView.catch(everyDocument).parse(known.documentView) };
      },
    },
  ),
);

/** Read back part by part: one that cannot be understood begins anew and costs the others nothing. */
const Personal = z.object({
  marking: Marking.catch(defaultMarking),
  text: TextStyles.catch(defaultTextStyles),
});
export type Personal = z.output<typeof Personal>;

const PERSONAL = 'parley-personal';

/** How a person works, in all windows; kept between starts. */
export const usePersonal = create<Personal>()(
  persist((): Personal => Personal.parse({}), {
    name: PERSONAL,
    version: 1,
    merge: (kept) => Personal.catch(Personal.parse({})).parse(kept),
  }),
);

// What is chosen in one window holds in the others.
window.addEventListener('storage', ({ key }) => {
  if (key === PERSONAL) void usePersonal.persist.rehydrate();
});
