import { fromBase64Url, sha256, toBase64Url } from '../common/encoding';
import type { Survey } from './survey';

/** A typed check code may be cut short: 20 characters are 120 bits, which nobody finds other keys for. */
export const SHORTEST_FINGERPRINT = 20;

const MODULUS_BYTES = 256;
const EXPONENT = 'AQAB';

/**
 * The check code of all the survey's keys, computed from the keys themselves; what the server says about it is not looked at.
 * Null where the keys are not what the survey promises: RSA-2048 with exponent 65537, one key a group, a key for every body.
 */
export async function fingerprintOf({ groups, keys }: Pick<Survey, 'groups' | 'keys'>): Promise<string | null> {
  const hashes = new Map<string, string>();
  for (const [body, group] of Object.entries(groups)) {
    const key = keys[body];
    if (key?.kty !== 'RSA' || key.e !== EXPONENT || typeof key.n !== 'string') {
      return null;
    }
    const modulus = fromBase64Url(key.n);
    if (modulus.length !== MODULUS_BYTES) {
      return null;
    }
    const bytes = new Uint8Array(MODULUS_BYTES + 3);
    bytes.set(modulus);
    bytes.set(fromBase64Url(EXPONENT), MODULUS_BYTES);
    const hash = toBase64Url(await sha256(bytes));
    // A second key inside a group would mark the people who got it.
    if ((hashes.get(group) ?? hash) !== hash) {
      return null;
    }
    hashes.set(group, hash);
  }
  if (hashes.size === 0 || Object.keys(keys).some((body) => groups[body] === undefined)) {
    return null;
  }
  const lines = [...hashes].map(([group, hash]) => `${group} ${hash}`).sort();
  return toBase64Url(await sha256(new TextEncoder().encode(lines.join('\n'))));
}

/** A link carries the whole code. */
export function linkMatches(fingerprint: string, fromLink: string): boolean {
  return fingerprint === fromLink;
}

/** A typed one may be the beginning, in groups. */
export function typedMatches(fingerprint: string, typed: string): boolean {
  const compact = compactFingerprint(typed);
  return compact.length >= SHORTEST_FINGERPRINT && fingerprint.startsWith(compact);
}

export function compactFingerprint(typed: string): string {
  return typed.replace(/\s+/g, '');
}

/** In fours, as printed on slips and in the order; the spaces do not count. */
export function showCheckCode(fingerprint: string): string {
  return fingerprint.replace(/(.{4})(?=.)/g, '$1 ');
}
