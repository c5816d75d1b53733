import type { Agreement, AgreementTable, LayerOwner } from '@contract/agreement';
import { inARow } from '@core/text/direction';
import { useState } from 'react';
import { Figure } from '../insight/figure';
import type { AgreementInput, AgreementNames } from './agreement-view';
import { type HeatCell, HeatMap } from './heat-map';
import { Places } from './places';

/** Values that names are too many for, or that are not words. */
const asTableOnly = ['holder', 'target'];

/** Which value one annotator gave where the other gave which; a cell leads to its places. */
export function Confusions({
  agreement: { annotators, pairs, tables },
  names,
  input,
}: {
  agreement: Agreement;
  names: AgreementNames;
  input: AgreementInput;
}) {
  const offered = tables.filter(({ what }) => !asTableOnly.includes(what));
  const [pair, setPair] = useState('0-1');
  const [what, setWhat] = useState<AgreementTable['what']>('label');
  const [chosen, setChosen] = useState<HeatCell | null>(null);
  const present = pairs.filter(({ documents }) => documents > 0);
  const at = present.find(({ first, second }) => `${first}-${second}` === pair) ?? present[0];
  if (!at || offered.length === 0) return null;
  const ofPair = offered.filter(({ first, second }) => first === at.first && second === at.second);
  const table = ofPair.find((one) => one.what === what) ?? ofPair[0];
  const cells = table?.cells ?? [];
  const [rowTitle, columnTitle] = [names.owner(at.first), names.owner(at.second)];
  const nameOf = (value: string) => names.value(table?.what ?? 'label', value);
  const values = [...new Set(cells.flatMap(({ row, column }) => [row, column]))].sort((a, b) =>
    // What is not marked comes last.
    a === '' ? 1 : b === '' ? -1 : nameOf(a).localeCompare(nameOf(b)),
  );
  const ownerOf = (place: number): LayerOwner => annotators[place]!.id ?? 'gold';
  const title = 'Confusion';
  return (
    <div className="agreement-confusion">
      <div className="picture-main">
        <div className="picture-bar">
          <label>
            <span className="muted">Pair</span>{' '}
            <select
              value={`${at.first}-${at.second}`}
              onChange={(event) => {
                setPair(event.target.value);
                setChosen(null);
              }}
            >
              {present.map(({ first, second }) => (
                <option key={`${first}-${second}`} value={`${first}-${second}`}>
                  {inARow([names.owner(first), names.owner(second)], ' – ')}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span className="muted">of</span>{' '}
            <select
              value={table?.what ?? 'label'}
              onChange={(event) => {
                setWhat(event.target.value as AgreementTable['what']);
                setChosen(null);
              }}
            >
              {ofPair.map((one) => (
                <option key={one.what} value={one.what}>
                  {one.what === 'label' ? 'labels of spans' : `${one.what} of stances`}
                </option>
              ))}
            </select>
          </label>
        </div>
        <Figure
          title={title}
          caption={`Rows: ${rowTitle}; columns: ${columnTitle}. A cell leads to its places.`}
          table={{
            columns: [rowTitle, columnTitle === rowTitle ? `${columnTitle} 2` : columnTitle, 'Count'],
            rows: cells.map(({ row, column, count }) => [nameOf(row), nameOf(column), count]),
          }}
        >
          <HeatMap
            label={title}
            rowTitle={rowTitle}
            columnTitle={columnTitle}
            rows={values}
            columns={values}
            cells={cells}
            nameOf={nameOf}
            chosen={chosen}
            onChoose={setChosen}
          />
        </Figure>
      </div>
      {chosen && table && (
        <Places
          title={`${nameOf(chosen.row)} · ${nameOf(chosen.column)}`}
          asked={{
            ...input,
            first: ownerOf(at.first),
            second: ownerOf(at.second),
            what: table.what,
            row: chosen.row,
            column: chosen.column,
          }}
          onClose={() => setChosen(null)}
        />
      )}
    </div>
  );
}
