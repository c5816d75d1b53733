import { v5 } from 'uuid';

const NAMESPACE = '6d1f0a5e-3d0b-4c57-9f0e-2f6f0b7c9a41';

/**
 * The id of a record of which there can be only one for some things, made from what those are
 * (UUIDv5, RFC 9562): the same person on two devices makes one record, not two.
 */
export function onlyId(kind: string, ...of: string[]): string {
  return v5([kind, ...of].join(' '), NAMESPACE);
}
