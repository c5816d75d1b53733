import type { Fragments } from '@core/model/fragment';
import { workbench } from '../../data/workbench';
import { revealFragments } from '../control';

/** One end of an arc that is out of sight: where it lies and what it is. */
export interface Way {
  side: 'above' | 'below';
  words: string;
  goal: Fragments;
  goalId: string | null;
  className: string;
}

/** So much of the text's width goes to one button, in pixels; the others wait in a list. */
const SHARE = 240;
const MOST_NAMED = 4;
const MOST_LISTED = 14;

/** Buttons at the upper and lower edge that name what is out of sight and go there. */
export class Ways {
  readonly dom = document.createElement('div');

  constructor() {
    this.dom.className = 'ways';
  }

  /** @param ways the most wanted first */
  draw(ways: readonly Way[], width: number): void {
    if (ways.length === 0 && !this.dom.hasChildNodes()) return;
    const fit = Math.max(1, Math.min(MOST_NAMED, Math.floor(width / SHARE)));
    const sides = (['above', 'below'] as const).map((side) => {
      const here = ways.filter((way) => way.side === side);
      const row = document.createElement('div');
      row.className = `ways-${side}`;
      const named = here.length === fit + 1 ? here.length : fit;
      row.append(...here.slice(0, named).map(wayButton));
      if (here.length > named) row.append(more(here.slice(named)));
      return row;
    });
    this.dom.replaceChildren(...sides);
  }
}

/** The ends for which there is no room: their number, and under the pointer a list of them. */
function more(ways: readonly Way[]): HTMLElement {
  const group = document.createElement('div');
  group.className = 'ways-more';
  const list = document.createElement('div');
  list.className = 'ways-rest';
  list.append(...ways.slice(0, MOST_LISTED).map(wayButton));
  const count = button(`+${ways.length}`);
  count.title = `${ways.length} more`;
  count.addEventListener('click', () => group.classList.toggle('open'));
  group.append(count, list);
  return group;
}

function wayButton({ side, words, goal, goalId, className }: Way): HTMLElement {
  const made = button(words);
  made.classList.add(...className.split(' '), 'goes');
  made.title = words;
  made.dataset.side = side;
  made.addEventListener('click', () => {
    revealFragments(goal);
    if (goalId) workbench.set({ selectedId: goalId });
  });
  return made;
}

function button(words: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'way';
  made.tabIndex = -1;
  made.dir = 'auto';
  made.textContent = words;
  // Before the text would take it for a click of its own.
  made.addEventListener('mousedown', (event) => event.preventDefault());
  return made;
}
