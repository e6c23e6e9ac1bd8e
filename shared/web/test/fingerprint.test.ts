import { beforeAll, expect, test } from 'vitest';
import { fingerprintOf, linkMatches, typedMatches } from '../src/survey/fingerprint';

let one: JsonWebKey;
let other: JsonWebKey;

beforeAll(async () => {
  one = await publicKey(2048);
  other = await publicKey(2048);
});

test('is the hash of the sorted lines "group hash-of-key", the order of bodies does not matter', async () => {
  const hash = async (key: JsonWebKey) => {
    const bytes = Buffer.concat([Buffer.from(key.n!, 'base64url'), Buffer.from([1, 0, 1])]);
    return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64url');
  };
  const lines = `pool-a ${await hash(other)}\nz-body ${await hash(one)}`;
  const expected = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(lines))).toString('base64url');

  const groups = { 'z-body': 'z-body', 'small-1': 'pool-a', 'small-2': 'pool-a' };
  const keys = { 'z-body': one, 'small-1': other, 'small-2': other };
  expect(await fingerprintOf({ groups, keys })).toBe(expected);
});

test('two keys inside one group are refused: the second would mark people', async () => {
  expect(await fingerprintOf({ groups: { a: 'pool', b: 'pool' }, keys: { a: one, b: other } })).toBeNull();
});

test('a key of another size, another exponent, a body without a key and a key without a group are refused', async () => {
  const short = await publicKey(1024);
  expect(await fingerprintOf({ groups: { a: 'a' }, keys: { a: short } })).toBeNull();
  expect(await fingerprintOf({ groups: { a: 'a' }, keys: { a: { ...one, e: 'Aw' } } })).toBeNull();
  expect(await fingerprintOf({ groups: { a: 'a' }, keys: {} })).toBeNull();
  expect(await fingerprintOf({ groups: { a: 'a' }, keys: { a: one, b: other } })).toBeNull();
  expect(await fingerprintOf({ groups: {}, keys: {} })).toBeNull();
});

test('a link must carry the whole code, a typed one at least its first 20 characters', () => {
  const code = 'q8eHwb7B92skTAZg57am_2T9oXWjdzCvVqI4ERim_JA';
  expect(linkMatches(code, code)).toBe(true);
  expect(linkMatches(code, code.slice(0, 42))).toBe(false);
  expect(typedMatches(code, 'q8eH wb7B 92sk TAZg 57am')).toBe(true);
  expect(typedMatches(code, 'q8eH wb7B 92sk TAZg 57a')).toBe(false);
  expect(typedMatches(code, 'Q8eH wb7B 92sk TAZg 57am')).toBe(false);
});

async function publicKey(modulusLength: number): Promise<JsonWebKey> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384', modulusLength, publicExponent: Uint8Array.of(1, 0, 1) };
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const { n, e } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { kty: 'RSA', n: n!, e: e! };
}
