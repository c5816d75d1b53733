import type { ProjectInfo } from '@contract/project';
import { useState } from 'react';
import { attempt, notify } from '../data/notices';
import { send } from '../data/save-state';

/** The name under which the work in this window is kept, to be corrected. */
export function WhoWorksHere({ info }: { info: ProjectInfo }) {
  const [name, setName] = useState(info.annotator.name);
  const isChanged = name.trim() !== '' && name.trim() !== info.annotator.name;
  return (
    <form
      className="filter-bar who"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged)
          attempt(async () => {
            await send('annotator.update', { name: name.trim() });
            notify(`You work as ${name.trim()}.`);
          });
      }}
    >
      <label className="field inline">
        <span>You work as</span>
        <input
          type="text"
          dir="auto"
          maxLength={200}
          disabled={info.readOnly}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" disabled={!isChanged || info.readOnly}>
        Change the name
      </button>
    </form>
  );
}
