import { type Action, actions, type MenuName } from '@actions/table';
import type { Schema } from '@core/model/schema';
import { KeyCap } from '../ui/keycap';
import { Overlay } from '../ui/overlay';

const moving: [keys: string, what: string][] = [
  ['Arrow keys', 'Move the caret; with Shift, select'],
  ['Ctrl+← →', 'Move by word; with Shift, select'],
  ['Home End', 'Begin and end of the line'],
  ['PgUp PgDn', 'A page up or down'],
];

/** All keys: the labels', the table's, and those of the caret. */
export function KeySheet({ schema }: { schema: Schema }) {
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
              {schema.entityTypes
                .filter(({ key }) => key)
                .map(({ id, name, key }) => (
                  <div key={id}>
                    <dt>
                      <KeyCap press={key!} />
                    </dt>
                    <dd>{name}</dd>
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
                        {action.keys.map((press) => (
                          <KeyCap key={press} press={press} />
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
    </Overlay>
  );
}
