import type { ProjectInfo } from '@contract/project';
import { attempt } from '../data/notices';
import { send } from '../data/save-state';

/** Whether colleagues' work is hidden until one's own is done, and who sees it all the same. */
export function BlindSetting({ info }: { info: ProjectInfo }) {
  const { blind, adjudicators } = info.project;
  const isAdjudicator = adjudicators.includes(info.annotator.id);
  return (
    <div className="team-settings">
      <label className="field inline">
        <input
          type="checkbox"
          checked={blind}
          disabled={info.readOnly}
          onChange={(event) => attempt(() => send('project.update', { blind: event.target.checked }))}
        />
        <span>Work blind: colleagues’ work on a document is hidden until one’s own is done</span>
      </label>
      {blind && (
        <label className="field inline">
          <input
            type="checkbox"
            checked={isAdjudicator}
            disabled={info.readOnly}
            onChange={(event) => {
              const others = adjudicators.filter((id) => id !== info.annotator.id);
              const after = event.target.checked ? [...others, info.annotator.id] : others;
              attempt(() => send('project.update', { adjudicators: after }));
            }}
          />
          <span>I adjudicate, and see everything</span>
        </label>
      )}
    </div>
  );
}
