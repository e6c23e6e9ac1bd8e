import { fromBase64Url, sha256, toBase64Url } from '../common/encoding';
import type { Survey } from './survey';

/** A typed check code may be cut short: 20 characters are 120 bits, which nobody finds other keys for. */
export const SHORTEST_FINGERPRINT = 20;

const MODULUS_BYTES = 256;
const EXPONENT = 'AQAB';

type Settings = Pick<
  Survey,
  'id' | 'minimumGroup' | 'minimumTexts' | 'enrolledShare' | 'groups' | 'headcount' | 'keys' | 'slipKeys'
>;

/**
 * The check code of all the survey's keys, of the size of its bodies and of what protects respondents, computed from what this page was
 * given; what the server says about it is not looked at. The server computes the same from the same lines.
 * Null where the keys are not what the survey promises: RSA-2048 with exponent 65537, for every body, one to log in and another one for slips
 * in each group.
 */
export async function fingerprintOf(survey: Settings): Promise<string | null> {
  const { id, minimumGroup, minimumTexts, enrolledShare, groups, headcount, keys, slipKeys = {} } = survey;
  // A survey that was opened before slips had keys of their own has another kind of code than any with them.
  const early = Object.keys(slipKeys).length === 0;
  const login = await hashesOf(groups, keys);
  const slip = early ? new Map<string, string>() : await hashesOf(groups, slipKeys);
  if (login === null || slip === null) {
    return null;
  }
  // With the login's key a slip's ballot could not be known as one.
  const logins = new Set(login.values());
  if ([...slip.values()].some((hash) => logins.has(hash))) {
    return null;
  }
  if (early) {
    return digest(sortedOf(login).map(([group, hash]) => `${group} ${hash}`));
  }
  return digest([
    `survey ${id}`,
    `minimumGroup ${minimumGroup}`,
    `minimumTexts ${minimumTexts}`,
    `enrolledShare ${enrolledShare}`,
    ...sortedOf(new Map(Object.entries(groups))).map(([body, group]) => `body ${body} ${group} ${headcount?.[body]}`),
    ...sortedOf(login).map(([group, hash]) => `login ${group} ${hash}`),
    ...sortedOf(slip).map(([group, hash]) => `slip ${group} ${hash}`),
  ]);
}

/** The hash of each group's key; null where a key is wrong, missing, spare, or not the same for all of a group. */
async function hashesOf(
  groups: Record<string, string>,
  keys: Record<string, JsonWebKey>,
): Promise<Map<string, string> | null> {
  const hashes = new Map<string, string>();
  for (const [body, group] of Object.entries(groups)) {
    const hash = await hashOf(keys[body]);
    // A second key inside a group would mark the people who got it.
    if (hash === null || (hashes.get(group) ?? hash) !== hash) {
      return null;
    }
    hashes.set(group, hash);
  }
  return hashes.size === 0 || Object.keys(keys).some((body) => groups[body] === undefined) ? null : hashes;
}

async function hashOf(key: JsonWebKey | undefined): Promise<string | null> {
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
  return toBase64Url(await sha256(bytes));
}

/** In the order of ids, which hold nothing but small letters, digits and hyphens. */
function sortedOf(entries: Map<string, string>): [string, string][] {
  return [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
}

async function digest(lines: string[]): Promise<string> {
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
