import type { ProjectInfo } from '@contract/project';
import { inARow } from '@core/text/direction';
import type { DocumentSession } from '../data/document-session';
import { useAnswer } from '../data/queries';
import { layerNames } from './current';
import { decisionWords } from './decision-words';
import { useReview } from './state';

/** How something came into the gold layer: from whom, who decided it, when and why. */
export function GoldOrigin({
  info,
  session,
  id,
}: {
  info: ProjectInfo;
  session: DocumentSession;
  id: string;
}) {
  const blind = useReview((state) => state.blind && state.isOpen);
  const comparison = useAnswer('review.compare', { documentId: session.document.id });
  const decision = comparison?.decisions.find(({ resultIds }) => resultIds.includes(id));
  if (!comparison || !decision) return <p className="muted">Gold, from elsewhere.</p>;
  const called = layerNames(session.document.id, comparison.layers, blind);
  const records = [
    session.annotations,
    session.stances,
    session.relations,
    session.events,
    session.appraisals,
  ];
  const layers = decision.targets.flatMap(({ id: target }) =>
    records.flatMap((map) => map.get(target)?.layerId ?? []),
  );
  const from = [...new Set(layers)].map((layerId) => called.get(layerId) ?? '?').sort();
  return (
    <section className="gold-origin" aria-label="How it came into the gold layer">
      <p>
        Gold, from <bdi>{from.length === 0 ? 'nobody’s marks' : inARow(from)}</bdi>
      </p>
      <p className="muted">
        {decisionWords(decision, info)}
        {decision.rationale && (
          <>
            : <q dir="auto">{decision.rationale}</q>
          </>
        )}
      </p>
    </section>
  );
}
