import { admitKeys, planKey, withDefaults, withKeys, withoutKey } from '@actions/key-change';
import { keyRefusal } from '@actions/key-refusal';
import { defaultKeymap, resolveKeymap } from '@actions/keymap';
import { actionOf } from '@actions/table';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyActionId, anyOwnKeys, anyPress, table } from '../../support/key-arbitrary';

/** Every action has a key, and no key has two meanings where it counts. */
function expectSound(keymap: ReturnType<typeof resolveKeymap>): void {
  for (const action of table) {
    const keys = keymap.keysOf(action.id);
    expect(keys.length, action.id).toBeGreaterThan(0);
    for (const press of keys) {
      expect(keymap.holders(press, action.context)).toEqual([action]);
      expect(keyRefusal(press, action)).toBeNull();
    }
  }
}

describe('the keymap in force', () => {
  test('without own keys is the table', () => {
    for (const { id, keys } of table) expect(defaultKeymap.keysOf(id)).toEqual(keys);
  });

  test('is sound, whatever the own keys say', () => {
    fc.assert(
      fc.property(anyOwnKeys, (own) => expectSound(resolveKeymap(own))),
      { numRuns: 300 },
    );
  });

  test('has own keys in place of the default ones, and they win over defaults of others', () => {
    const keymap = resolveKeymap({ 'annotate.note': ['KeyS'] });
    expect(keymap.keysOf('annotate.note')).toEqual(['KeyS']);
    expect(keymap.actionFor('KeyS', ['text', 'global'])?.id).toBe('annotate.note');
    expect(keymap.actionFor('KeyM', ['text', 'global'])).toBeNull();
    expect(keymap.keysOf('annotate.stance')).toHaveLength(1);
    expect(keymap.keysOf('annotate.stance')).not.toContain('KeyS');
  });

  test('a global key counts in the text, and a key of the text nowhere else', () => {
    expect(defaultKeymap.actionFor('Mod+KeyZ', ['text', 'global'])?.id).toBe('edit.undo');
    expect(defaultKeymap.actionFor('KeyS', ['global'])).toBeNull();
  });
});

describe('keys that cannot be given', () => {
  test.each([
    ['Mod+Alt+KeyL', /AltGr/],
    ['Mod+Shift+Alt+KeyL', /AltGr/],
    ['Ctrl+KeyL', /Mac/],
    ['Tab', /Tab/],
    ['Mod+KeyC', /copies/],
    ['Shift+ArrowLeft', /caret/],
    ['Alt+F4', /closes/],
    ['F12', /work on Parley/],
    ['MediaPlay', /no name/],
  ])('%s, and it is said why', (press, why) => {
    expect(keyRefusal(press, actionOf('annotate.note'))).toMatch(why);
  });

  test('a bare letter, to a command that menus register everywhere', () => {
    expect(keyRefusal('KeyX', actionOf('file.new'))).toMatch(/Ctrl/);
    expect(keyRefusal('Mod+F9', actionOf('file.new'))).toBeNull();
    expect(keyRefusal('KeyQ', actionOf('annotate.note'))).toBeNull();
  });

  test('but never those that an action has by default', () => {
    for (const action of table) {
      for (const press of action.keys) expect(keyRefusal(press, action), action.id).toBeNull();
    }
  });
});

describe('giving a key to an action', () => {
  test('takes the place of the one it replaces', () => {
    expect(planKey({}, 'edit.redo', 'Mod+F9', 'Mod+KeyY')).toEqual({
      kind: 'free',
      own: { 'edit.redo': ['Mod+Shift+KeyZ', 'Mod+F9'] },
    });
    expect(planKey({}, 'edit.redo', 'Mod+F9', null)).toEqual({
      kind: 'free',
      own: { 'edit.redo': ['Mod+Shift+KeyZ', 'Mod+KeyY', 'Mod+F9'] },
    });
  });

  test('that another has exchanges the two', () => {
    const change = planKey({}, 'annotate.note', 'KeyS', 'KeyM');
    expect(change).toEqual({
      kind: 'taken',
      by: [actionOf('annotate.stance')],
      own: { 'annotate.note': ['KeyS'], 'annotate.stance': ['KeyM'] },
    });
  });

  test('leaves the other action those that it has besides', () => {
    const change = planKey({}, 'annotate.note', 'Backspace', null);
    expect(change).toMatchObject({ own: { 'annotate.delete': ['Delete'] } });
  });

  test('is not possible where another would be left without one', () => {
    expect(planKey({}, 'annotate.note', 'KeyS', null)).toMatchObject({ kind: 'taken', own: null });
    expect(planKey({}, 'file.new', 'Mod+KeyZ', 'Mod+KeyN')).toMatchObject({ kind: 'taken' });
  });

  test('does what it says, and nothing to anybody else', () => {
    fc.assert(
      fc.property(anyOwnKeys, anyActionId, anyPress, fc.boolean(), (set, id, press, adds) => {
        const { own } = admitKeys(set);
        const before = resolveKeymap(own);
        const change = planKey(own, id, press, adds ? null : before.keysOf(id)[0]!);
        if (!('own' in change) || change.own === null) return;
        const after = resolveKeymap(change.own);
        expectSound(after);
        expect(after.keysOf(id)).toContain(press);
        const touched = new Set([id, ...(change.kind === 'taken' ? change.by.map((by) => by.id) : [])]);
        for (const other of table) {
          // One that had a spare key may have its default back.
          const had = before.keysOf(other.id).filter((key) => own[other.id] || other.keys.includes(key));
          if (!touched.has(other.id)) expect(after.keysOf(other.id)).toEqual(expect.arrayContaining(had));
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('own keys', () => {
  test('that are those of the table are not listed', () => {
    expect(withKeys({ 'edit.undo': ['Mod+F9'] }, 'edit.undo', ['Mod+KeyZ'])).toEqual({});
  });

  test('the last key of an action cannot be taken away', () => {
    expect(withoutKey({}, 'edit.undo', 'Mod+KeyZ')).toEqual({});
    expect(withoutKey({}, 'edit.redo', 'Mod+KeyY')).toEqual({ 'edit.redo': ['Mod+Shift+KeyZ'] });
  });

  test('resetting one gives it its keys back, whoever has them now', () => {
    expect(withDefaults({ 'annotate.note': ['KeyS'], 'annotate.stance': ['KeyM'] }, 'annotate.note')).toEqual(
      {},
    );
    fc.assert(
      fc.property(anyOwnKeys, anyActionId, (set, id) => {
        const own = withDefaults(admitKeys(set).own, id);
        expect(resolveKeymap(own).keysOf(id)).toEqual(actionOf(id).keys);
        expectSound(resolveKeymap(own));
      }),
    );
  });

  test('from elsewhere are taken over as far as they can be, and the rest is told', () => {
    const { own, leftOut } = admitKeys({
      'annotate.note': ['F9', 'Mod+Alt+F9'],
      'annotate.entity': ['F9'],
      'no.such': ['KeyI'],
    });
    expect(own).toEqual({ 'annotate.entity': ['F9'] });
    expect(leftOut).toEqual([
      { id: 'annotate.note', press: 'F9', why: 'It is the key of ‘Link to entity…’.' },
      { id: 'annotate.note', press: 'Mod+Alt+F9', why: expect.stringContaining('AltGr') },
      { id: 'no.such', press: 'KeyI', why: 'There is no such command.' },
    ]);
    fc.assert(
      fc.property(anyOwnKeys, (set) => {
        const admitted = admitKeys(set).own;
        const keymap = resolveKeymap(admitted);
        for (const [id, keys] of Object.entries(admitted)) expect(keymap.keysOf(id)).toEqual(keys);
        expect(admitKeys(admitted)).toEqual({ own: admitted, leftOut: [] });
      }),
      { numRuns: 300 },
    );
  });
});
