import type { Agreement, AgreementTable, LayerOwner } from '@contract/agreement';
import type { ProjectInfo } from '@contract/project';
import type { StanceField } from '@core/agreement/compared';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { theClient } from '../bridge/connection';
import { workProgress } from '../data/work-progress';
import { Progress } from '../dialogs/working';
import { Confusions } from './confusions';
import { DocumentTable, LabelTable, OverallTable, PairTable, StanceFieldTable } from './overview';
import { type Selected, Selection } from './selection';

export interface AgreementNames {
  owner(place: number): string;
  type(id: string): string;
  /** A value of a stance field, or of a label. */
  value(what: AgreementTable['what'], value: string): string;
}

/** How far the chosen annotators agree, in the documents of the scope. */
export function AgreementView({ info, documentId }: { info: ProjectInfo; documentId: string | null }) {
  const [selected, setSelected] = useState<Selected>({
    annotators: [],
    typeIds: [],
    documentIds: new Set(),
    gamma: false,
  });
  const scope: AgreementInput = {
    annotators: [...selected.annotators],
    typeIds: [...selected.typeIds],
    documentIds: documentId === null ? [...selected.documentIds] : [documentId],
  };
  const input = { ...scope, gamma: selected.gamma };
  const { data, isFetching, error } = useQuery({
    queryKey: ['agreement.compute', input],
    // Leaving the view, or another choice, ends the counting.
    queryFn: ({ signal }) => {
      workProgress.set(null);
      return theClient().call('agreement.compute', input, { signal, onProgress: workProgress.set });
    },
  });
  return (
    <div className="agreement">
      <Selection info={info} selected={selected} onChange={setSelected} />
      {isFetching && <Progress />}
      {error && <p role="alert">{error.message}</p>}
      {data && !isFetching && <Results info={info} agreement={data} input={scope} />}
    </div>
  );
}

export interface AgreementInput {
  annotators: LayerOwner[];
  typeIds: string[];
  documentIds: string[];
}

function Results({
  info,
  agreement,
  input,
}: {
  info: ProjectInfo;
  agreement: Agreement;
  input: AgreementInput;
}) {
  const names = namesOf(info, agreement);
  if (agreement.documents.compared === 0) {
    return (
      <p className="muted">
        Nothing to compare: no document was done by two of the annotators. Colleagues' work comes in with File
        → Take in.
      </p>
    );
  }
  return (
    <>
      <LeftOut agreement={agreement} />
      <div className="agreement-tables">
        <OverallTable agreement={agreement} />
        <PairTable agreement={agreement} names={names} />
        <LabelTable agreement={agreement} names={names} />
        <Confusions agreement={agreement} names={names} input={input} />
        <StanceFieldTable agreement={agreement} names={names} />
        <DocumentTable agreement={agreement} />
      </div>
    </>
  );
}

/** What the figures do not speak of, always beside them. */
function LeftOut({ agreement: { documents, leftOut, replicates } }: { agreement: Agreement }) {
  const facts: [count: number, what: string][] = [
    [documents.leftOut, 'documents done by one annotator alone'],
    [leftOut.spans, 'spans in them'],
    [leftOut.stances, 'stances in them'],
    [leftOut.unpairedSpans, 'spans without a counterpart (not in κ of labels)'],
    [leftOut.unpairedStances, 'stances without a counterpart'],
    [leftOut.notRatedByAll, 'characters that not all saw (not in Fleiss’ κ)'],
    [leftOut.joined, 'overlapping stretches joined for unitising'],
  ];
  const some = facts.filter(([count]) => count > 0);
  return (
    <p className="agreement-left-out">
      <strong>{documents.compared.toLocaleString()}</strong>{' '}
      {documents.compared === 1 ? 'document' : 'documents'} compared. Left out:{' '}
      {some.length === 0
        ? 'nothing'
        : some.map(([count, what]) => `${count.toLocaleString()} ${what}`).join('; ')}
      .{' '}
      {replicates > 0
        ? `Intervals: 95 %, ${replicates.toLocaleString()} resamples of documents.`
        : 'No intervals: they need two documents.'}
    </p>
  );
}

function namesOf({ schema }: ProjectInfo, { annotators }: Agreement): AgreementNames {
  const type = (id: string) => schema.entityTypes.find((one) => one.id === id)?.name ?? id;
  const terms: Partial<Record<StanceField, readonly { id: string; name: string }[]>> = {
    polarity: schema.stance.polarities,
    expression: schema.stance.expressions,
    modality: schema.stance.modalities,
  };
  return {
    owner: (place) => annotators[place]!.name,
    type,
    value: (what, value) => {
      if (value === '') return 'not marked';
      if (what === 'label') return type(value);
      return terms[what]?.find(({ id }) => id === value)?.name ?? value;
    },
  };
}
