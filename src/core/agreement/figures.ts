import { alphaFromMargins, krippendorffAlpha } from './alpha';
import { cohenKappa, kappaFromMargins } from './cohen';
import { nominalFields, type StanceField } from './compared';
import { fleissFromMargins } from './fleiss';
import { corrected, type Measure, ratio, reasons, without } from './measure';
import { f1Of } from './score';
import type { Sums } from './sums';

/** A figure as a function of the sums, so that it can be had for all documents, for one, or for any drawn. */
export type Figure = (amounts: Float64Array) => Measure;

/** A figure with its place in the result. */
export interface NamedFigure<Name extends string = string> {
  name: Name;
  figure: Figure;
}

/** Figures over all annotators. */
export function overallFigures(
  sums: Sums,
): NamedFigure<'exactF1' | 'overlapF1' | 'observed' | 'fleiss' | 'alpha' | 'unitising'>[] {
  return [
    { name: 'exactF1', figure: f1(sums, 'exact', ['both']) },
    { name: 'overlapF1', figure: f1(sums, 'overlap', ['both']) },
    { name: 'observed', figure: share(sums, 'pair agreed', 'pair positions') },
    { name: 'fleiss', figure: fleiss(sums) },
    { name: 'alpha', figure: alpha(sums) },
    { name: 'unitising', figure: disagreement(sums, 'observed', 'expected') },
  ];
}

/** Figures of one pair of annotators. */
export function pairFigures(
  sums: Sums,
  pair: string,
): NamedFigure<'exactF1' | 'overlapF1' | 'observed' | 'kappa' | 'labelKappa'>[] {
  return [
    { name: 'exactF1', figure: f1(sums, `${pair} exact`, [`${pair} first`, `${pair} second`]) },
    { name: 'overlapF1', figure: f1(sums, `${pair} overlap`, [`${pair} first`, `${pair} second`]) },
    { name: 'observed', figure: share(sums, `${pair} agreed`, `${pair} positions`) },
    {
      name: 'kappa',
      figure: kappa(sums, `${pair} positions`, `${pair} agreed`, `${pair} first `, `${pair} second `),
    },
    { name: 'labelKappa', figure: valueKappa(sums, `${pair} label`) },
  ];
}

/** Figures of one label over all annotators. */
export function labelFigures(
  sums: Sums,
  label: string,
): NamedFigure<'exactF1' | 'overlapF1' | 'alpha' | 'unitising'>[] {
  const at = (what: string) => sums.place(`label ${label} ${what}`);
  const [yes, all, unlike] = [at('yes'), sums.place('all positions'), at('unlike')];
  return [
    { name: 'exactF1', figure: f1(sums, `label ${label} exact`, [`label ${label} both`]) },
    { name: 'overlapF1', figure: f1(sums, `label ${label} overlap`, [`label ${label} both`]) },
    {
      name: 'alpha',
      figure: (amounts) => alphaFromMargins(amounts[unlike]!, [amounts[yes]!, amounts[all]! - amounts[yes]!]),
    },
    { name: 'unitising', figure: disagreement(sums, `label ${label} observed`, `label ${label} expected`) },
  ];
}

/** Figures of a stance field over paired stances: of all annotators (pair null) or of two. */
export function stanceFigures(
  sums: Sums,
  field: StanceField,
  pair: string | null,
): NamedFigure<'observed' | 'alpha' | 'kappa' | 'linear' | 'quadratic'>[] {
  const what = `${pair ?? 'stance'} ${field}`;
  const isNominal = (nominalFields as readonly string[]).includes(field);
  const figures: ReturnType<typeof stanceFigures> = [
    { name: 'observed', figure: share(sums, `${what} same`, `${what} pairs`) },
    {
      name: 'alpha',
      figure: isNominal ? pairedAlpha(sums, what) : gradeAlpha(sums, what),
    },
  ];
  if (pair === null) return figures;
  figures.push({ name: 'kappa', figure: valueKappa(sums, what) });
  if (!isNominal)
    for (const weighting of ['linear', 'quadratic'] as const)
      figures.push({
        name: weighting,
        figure: (amounts) => cohenKappa(grades(sums, what, amounts), weighting),
      });
  return figures;
}

function f1(sums: Sums, matched: string, sizes: readonly string[]): Figure {
  const place = sums.place(matched);
  const places = sizes.map((name) => sums.place(name));
  return (amounts) =>
    f1Of(
      amounts[place]!,
      places.reduce((total, at) => total + amounts[at]!, 0),
    );
}

function share(sums: Sums, part: string, whole: string): Figure {
  const [first, second] = [sums.place(part), sums.place(whole)];
  return (amounts) => ratio(amounts[first]!, amounts[second]!, reasons.nothing);
}

function disagreement(sums: Sums, observed: string, expected: string): Figure {
  const [first, second] = [sums.place(observed), sums.place(expected)];
  return (amounts) => corrected(amounts[first]!, amounts[second]!, reasons.noSpans);
}

function fleiss(sums: Sums): Figure {
  const [units, agreement] = [sums.place('rated positions'), sums.place('agreement of ratings')];
  const ratings = sums
    .group('rating ')
    .endings()
    .map((value) => sums.place(`rating ${value}`));
  return (amounts) =>
    amounts[units] === 0
      ? without(reasons.unequalRaters)
      : fleissFromMargins(
          amounts[units]!,
          amounts[agreement]!,
          ratings.map((place) => amounts[place]!),
        );
}

function alpha(sums: Sums): Figure {
  const unlike = sums.place('unlike values');
  const values = sums
    .group('value ')
    .endings()
    .map((value) => sums.place(`value ${value}`));
  return (amounts) =>
    alphaFromMargins(
      amounts[unlike]!,
      values.map((place) => amounts[place]!),
    );
}

function kappa(sums: Sums, total: string, agreed: string, first: string, second: string): Figure {
  const [all, same] = [sums.place(total), sums.place(agreed)];
  const margins = marginPlaces(sums, first, second);
  return (amounts) =>
    kappaFromMargins(
      amounts[all]!,
      amounts[same]!,
      margins.map(([one, two]) => [amounts[one]!, amounts[two]!]),
    );
}

/** Places of both annotators' amounts of each value that either has. */
function marginPlaces(sums: Sums, first: string, second: string): [number, number][] {
  const values = new Set([...sums.group(first).endings(), ...sums.group(second).endings()]);
  return [...values].map((value) => [sums.place(first + value), sums.place(second + value)]);
}

function valueKappa(sums: Sums, what: string): Figure {
  return kappa(sums, `${what} pairs`, `${what} same`, `${what} row `, `${what} column `);
}

/** Nominal alpha over pairs of values: each pair is a unit with two values. */
function pairedAlpha(sums: Sums, what: string): Figure {
  const [pairs, same] = [sums.place(`${what} pairs`), sums.place(`${what} same`)];
  const margins = marginPlaces(sums, `${what} row `, `${what} column `);
  return (amounts) =>
    alphaFromMargins(
      2 * (amounts[pairs]! - amounts[same]!),
      margins.map(([row, column]) => amounts[row]! + amounts[column]!),
    );
}

const GRADES = [1, 2, 3];

function grades(sums: Sums, what: string, amounts: Float64Array): number[][] {
  return GRADES.map((row) =>
    GRADES.map((column) => amounts[sums.place(`${what} cell ${row} ${column}`)] ?? 0),
  );
}

/** Ordinal alpha over pairs of grades. */
function gradeAlpha(sums: Sums, what: string): Figure {
  return (amounts) => {
    const units = grades(sums, what, amounts).flatMap((row, i) =>
      row.flatMap((count, j) => Array.from({ length: count }, () => [GRADES[i]!, GRADES[j]!])),
    );
    return krippendorffAlpha(units, 'ordinal').measure;
  };
}
