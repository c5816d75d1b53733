import type { ActionId } from '@actions/table';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** How a person searches; kept between starts. */
export interface FindOptions {
  /** In the text, or in what annotations are labelled, linked and noted with. */
  where: 'text' | 'labels';
  wholeWord: boolean;
  matchCase: boolean;
  /** The query is a regular expression; folding does not apply to it. */
  regularExpression: boolean;
  fold: boolean;
  /** The list of hits is to be seen. */
  list: boolean;
}

export const useFindOptions = create<FindOptions>()(
  persist(
    (): FindOptions => ({
      where: 'text',
      wholeWord: false,
      matchCase: false,
      regularExpression: false,
      fold: true,
      list: true,
    }),
    { name: 'parley-find', version: 1 },
  ),
);

/** Turns a switch the other way. */
export function switchOption(name: Exclude<keyof FindOptions, 'where'>): void {
  useFindOptions.setState((options) => ({ [name]: !options[name] }));
}

export function switchWhere(): void {
  useFindOptions.setState(({ where }) => ({ where: where === 'text' ? 'labels' : 'text' }));
}

/** The switches that are on, by the ids of their acts. */
export function findSwitches(options: FindOptions): ActionId[] {
  const switches: [on: boolean, id: ActionId][] = [
    [options.wholeWord, 'edit.findWord'],
    [options.matchCase, 'edit.findCase'],
    [options.regularExpression, 'edit.findPattern'],
    [options.fold, 'edit.findFold'],
    [options.where === 'labels', 'edit.findLabels'],
    [options.list, 'edit.findList'],
  ];
  return switches.filter(([on]) => on).map(([, id]) => id);
}
