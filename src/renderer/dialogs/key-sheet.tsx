import { type Action, actions, type MenuName } from '@actions/table';
import { offered, type Schema } from '@core/model/schema';
import { useKeys, useLabelStrokes } from '../data/keymap';
import { workbench } from '../data/workbench';
import { KeyCap, Strokes } from '../ui/keycap';
import { Overlay } from '../ui/overlay';

const moving: [keys: string, what: string][] = [
  ['Arrow keys', 'Move the caret; with Shift, select'],
  ['Ctrl+← →', 'Move by word; with Shift, select'],
  ['Home End', 'Begin and end of the line'],
  ['PgUp PgDn', 'A page up or down'],
];

/** All keys in force: the labels', the table's, and those of the caret. It prints as it stands, without the window. */
export function KeySheet({ schema }: { schema: Schema }) {
  const keymap = useKeys((state) => state.keymap);
  const strokes = useLabelStrokes(schema);
  const menus = [...new Set(actions.map((action: Action) => action.menu))] as MenuName[];
  return (
    <Overlay title="Keyboard shortcuts" wide>
      <p className="muted">
        Keys go by their place on the keyboard, whatever its language. Those without Ctrl work while the text
        has the focus.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <section className="scroll" aria-label="All keys" tabIndex={0}>
        <div className="key-sheet">
          <section>
            <h3>Labels</h3>
            <dl>
              {offered(schema.entityTypes).map(({ id, name }) => (
                <div key={id}>
                  <dt>
                    <Strokes strokes={strokes.get(id)?.strokes ?? []} />
                  </dt>
                  <dd dir="auto">{name}</dd>
                </div>
              ))}
            </dl>
          </section>
          {menus.map((menu) => (
            <section key={menu}>
              <h3>{menu}</h3>
              <dl>
                {actions
                  .filter((action: Action) => action.menu === menu)
                  .map((action: Action) => (
                    <div key={action.id}>
                      <dt>
                        {keymap.keysOf(action.id).map((press) => (
                          <KeyCap key={press} press={press} action={action.id} />
                        ))}
                      </dt>
                      <dd>{action.title.replace('…', '')}</dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
          <section>
            <h3>Caret</h3>
            <dl>
              {moving.map(([keys, what]) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      </section>
      <p className="button-row">
        <button type="button" onClick={() => workbench.openOverlay({ kind: 'settings', page: 'keys' })}>
          Change keys…
        </button>
        <button type="button" onClick={() => window.print()}>
          Print…
        </button>
      </p>
    </Overlay>
  );
}
