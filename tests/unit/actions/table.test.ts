import { defaultKeymap } from '@actions/keymap';
import { accelerator, keyLabel, keyPressOf } from '@actions/keys';
import { type Action, actions } from '@actions/table';
import { readyMadeSchemas } from '@core/schemas/index';
import { describe, expect, test } from 'vitest';

const table: readonly Action[] = actions;

describe('the table of actions', () => {
  test('gives every action a key, and every key one meaning in its context', () => {
    for (const { id, keys } of table) expect(keys.length, id).toBeGreaterThan(0);
    for (const context of ['text', 'stance', 'find', 'review'] as const) {
      const inForce = table.filter((action) => action.context === context || action.context === 'global');
      const keys = inForce.flatMap((action) => action.keys);
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    }
  });

  test('leaves the keys of the ready-made schemas to their labels', () => {
    const single = table.filter(({ context }) => context === 'text').flatMap(({ keys }) => keys);
    for (const schema of readyMadeSchemas) {
      const labels = schema.entityTypes.map(({ key }) => key).filter((key) => key !== null);
      expect(labels.filter((key) => single.includes(key))).toEqual([]);
    }
  });

  test('has no Ctrl+Alt, which is AltGr on many keyboards', () => {
    expect(table.flatMap(({ keys }) => keys).filter((key) => /Mod\+.*Alt/.test(key))).toEqual([]);
  });

  test('names each action once', () => {
    expect(new Set(table.map(({ id }) => id)).size).toBe(table.length);
  });
});

describe('keys', () => {
  const press = (
    code: string,
    held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
  ) => ({
    code,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...held,
  });

  test('go by place: the same with an Arabic or a Turkish keyboard', () => {
    expect(keyPressOf(press('KeyZ', { ctrlKey: true, shiftKey: true }), false)).toBe('Mod+Shift+KeyZ');
    expect(keyPressOf(press('KeyZ', { metaKey: true }), true)).toBe('Mod+KeyZ');
    expect(defaultKeymap.actionFor('Mod+KeyZ', ['text', 'global'])?.id).toBe('edit.undo');
    expect(defaultKeymap.actionFor('KeyS', ['global'])).toBeNull();
  });

  test('with Ctrl are letters of the layout where it is Latin, as in other programs', () => {
    const undo = press('KeyY', { ctrlKey: true });
    expect(keyPressOf({ ...undo, key: 'z' }, false)).toBe('Mod+KeyZ');
    expect(keyPressOf({ ...undo, shiftKey: true, key: 'Z' }, false)).toBe('Mod+Shift+KeyZ');
    expect(keyPressOf({ ...press('KeyZ', { ctrlKey: true }), key: 'ے' }, false)).toBe('Mod+KeyZ');
    expect(keyPressOf({ ...press('KeyY'), key: 'z' }, false)).toBe('KeyY');
  });

  test('are shown as printed on the keyboard, and spelt as menus want them', () => {
    expect(keyLabel('Mod+Shift+KeyZ', false)).toBe('Ctrl+Shift+Z');
    expect(keyLabel('Mod+Shift+KeyZ', true)).toBe('⌘⇧Z');
    expect(accelerator('Mod+Shift+KeyZ')).toBe('CommandOrControl+Shift+Z');
    expect(accelerator('Mod+Equal')).toBe('CommandOrControl+=');
  });

  test('are shown with the cap of a Latin layout, and by place with any other', () => {
    const german = new Map([
      ['KeyZ', 'y'],
      ['BracketLeft', 'ü'],
      ['Minus', 'ß'],
      ['Digit1', '1'],
    ]);
    expect(keyLabel('KeyZ', false, german)).toBe('Y');
    expect(keyLabel('Mod+KeyZ', false, german)).toBe('Ctrl+Z');
    expect(keyLabel('BracketLeft', false, german)).toBe('Ü');
    expect(keyLabel('Minus', false, german)).toBe('ß');
    const french = new Map([['Digit1', '&']]);
    expect(keyLabel('Digit1', false, french)).toBe('1');
    const urdu = new Map([
      ['KeyS', 'س'],
      ['Digit1', '۱'],
    ]);
    expect(keyLabel('KeyS', false, urdu)).toBe('S');
    expect(keyLabel('Digit1', false, urdu)).toBe('1');
  });
});
