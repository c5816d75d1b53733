import { attempt } from '../data/notices';
import { showPane } from '../data/panes';
import { usePreferences } from '../data/preferences';
import { chooseTheme } from '../theme/theme';

const themes = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

const panes = [
  ['documents', 'Documents'],
  ['inspector', 'Inspector'],
  ['labels', 'Labels'],
  ['outline', 'Outline'],
] as const;

const tagModes = [
  ['selected', 'The selected annotation alone'],
  ['entities', 'Entities whose names the text does not say'],
  ['all', 'All annotations and stances'],
] as const;

/** The theme and the parts of the window. */
export function GeneralPage() {
  const preferences = usePreferences();
  const show = (pane: (typeof panes)[number][0], isShown: boolean) => {
    if (isShown && (pane === 'documents' || pane === 'inspector')) showPane(pane);
    else usePreferences.setState({ [pane]: isShown });
  };
  return (
    <>
      <fieldset className="group">
        <legend>Theme</legend>
        {themes.map(([theme, name]) => (
          <label key={theme} className="field inline">
            <input
              type="radio"
              name="theme"
              checked={preferences.theme === theme}
              onChange={() => attempt(() => chooseTheme(theme))}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="group">
        <legend>Parts of the window</legend>
        {panes.map(([pane, name]) => (
          <label key={pane} className="field inline">
            <input
              type="checkbox"
              checked={preferences[pane]}
              onChange={(event) => show(pane, event.target.checked)}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="group">
        <legend>Names over the text</legend>
        {tagModes.map(([tags, name]) => (
          <label key={tags} className="field inline">
            <input
              type="radio"
              name="tags"
              checked={preferences.tags === tags}
              onChange={() => usePreferences.setState({ tags })}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <p className="muted">Movement on the screen and contrast follow the system’s settings.</p>
    </>
  );
}
