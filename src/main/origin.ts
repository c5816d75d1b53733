/**
 * Have two addresses the same origin? By scheme and host, because Node gives every scheme that it
 * does not know, such as app:, the origin 'null'. An address that cannot be read has none.
 */
export function sameOrigin(address: string, other: string): boolean {
  try {
    const one = new URL(address);
    const two = new URL(other);
    return one.protocol === two.protocol && one.host === two.host && one.host !== '';
  } catch {
    return false;
  }
}
