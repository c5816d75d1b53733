import { admitKeys } from '@actions/key-change';
import { type KeyOverrides, resolveKeymap } from '@actions/keymap';
import { KeySet, type OwnKeys } from '@contract/keys';
import { writeKeySet } from './key-file';
import { profileFile } from './profile';

const file = profileFile('keys.json', KeySet, keySet({}));
const listeners = new Set<(keys: OwnKeys) => void>();

/** A person's own keys, all of which are in force. */
export function ownKeys(): OwnKeys {
  return plain(admitKeys(file.get().keys).own);
}

/** The keys in force. */
export function keymap() {
  return resolveKeymap(file.get().keys);
}

export function setOwnKeys(keys: OwnKeys): void {
  file.set(keySet(admitKeys(keys).own));
  for (const listener of listeners) listener(ownKeys());
}

/** Told whenever the keys change. */
export function onKeysChanged(listener: (keys: OwnKeys) => void): void {
  listeners.add(listener);
}

/** @throws ParleyError 'io' where the file cannot be written */
export function exportKeys(path: string): Promise<void> {
  return writeKeySet(path, keySet(ownKeys()));
}

function keySet(keys: KeyOverrides): KeySet {
  return { format: 'parley-keys', version: 1, keys: plain(keys) };
}

function plain(keys: KeyOverrides): OwnKeys {
  return Object.fromEntries(Object.entries(keys).map(([id, presses]) => [id, [...presses]]));
}
