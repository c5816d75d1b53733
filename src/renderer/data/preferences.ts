import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { TagMode } from '../editor/tags/names';

interface Preferences {
  documents: boolean;
  inspector: boolean;
  labels: boolean;
  /** The side pane that shows where the window is too narrow for both. */
  front: 'documents' | 'inspector';
  outline: boolean;
  /** Which names stand over the text. */
  tags: TagMode;
  theme: 'system' | 'light' | 'dark';
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
      front: 'inspector',
      outline: false,
      tags: 'entities',
      theme: 'system',
      lastDocument: {},
    }),
    { name: 'parley-preferences', version: 1 },
  ),
);
