import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { fingerprintOf, linkMatches, typedMatches } from '../src/survey/fingerprint';
import type { Survey } from '../src/survey/survey';

let one: JsonWebKey;
let other: JsonWebKey;
let third: JsonWebKey;

const rest = { id: 's', minimumGroup: 5, minimumTexts: 10, enrolledShare: '0.67', headcount: { a: 61, b: 61 } };

beforeAll(async () => {
  one = await publicKey(2048);
  other = await publicKey(2048);
  third = await publicKey(2048);
});

test('of a survey without slip keys is the hash of the sorted lines "group hash-of-key", the order of bodies does not matter', async () => {
  const hash = async (key: JsonWebKey) => {
    const bytes = Buffer.concat([Buffer.from(key.n!, 'base64url'), Buffer.from([1, 0, 1])]);
    return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64url');
  };
  const lines = `pool-a ${await hash(other)}\nz-body ${await hash(one)}`;
  const expected = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(lines))).toString('base64url');

  const groups = { 'z-body': 'z-body', 'small-1': 'pool-a', 'small-2': 'pool-a' };
  const keys = { 'z-body': one, 'small-1': other, 'small-2': other };
  expect(await fingerprintOf({ ...rest, groups, keys })).toBe(expected);
});

/** Computed apart; the functions are held to the same file. */
const vectors = JSON.parse(
  readFileSync(
    new URL(
      '../../../functions/survey/src/test/resources/kz/bagalau/survey/opening/fingerprint-vectors.json',
      import.meta.url,
    ),
    'utf8',
  ),
) as {
  survey: Survey;
  fingerprint: string;
}[];

test.each(vectors)('of $survey.id is $fingerprint', async ({ survey, fingerprint }) => {
  expect(await fingerprintOf(survey)).toBe(fingerprint);
});

test('changes with every key, every size and every setting', async () => {
  const { survey, fingerprint } = vectors[0]!;
  const body = Object.keys(survey.headcount!)[0]!;
  const others: Partial<Survey>[] = [
    { id: 'other' },
    { minimumGroup: survey.minimumGroup + 1 },
    { minimumTexts: survey.minimumTexts + 1 },
    { enrolledShare: '0.5' },
    { headcount: { ...survey.headcount, [body]: 1 } },
    { groups: { ...survey.groups, [body]: 'another' } },
    { keys: { ...survey.keys, [body]: other } },
    { slipKeys: { ...survey.slipKeys, [body]: other } },
  ];
  const codes = await Promise.all(others.map((changed) => fingerprintOf({ ...survey, ...changed })));
  expect(new Set([...codes, fingerprint])).toHaveLength(others.length + 1);
});

test('with a key for logins as a key for slips is refused: their ballots could not be told apart', async () => {
  const two = { ...rest, groups: { a: 'a', b: 'b' }, keys: { a: one, b: other } };
  expect(await fingerprintOf({ ...two, slipKeys: { a: one, b: other } })).toBeNull();
  expect(await fingerprintOf({ ...two, slipKeys: { a: other, b: one } })).toBeNull();
});

test('two keys inside one group are refused: the second would mark people', async () => {
  const groups = { a: 'pool', b: 'pool' };
  expect(await fingerprintOf({ ...rest, groups, keys: { a: one, b: other } })).toBeNull();
  expect(
    await fingerprintOf({ ...rest, groups, keys: { a: one, b: one }, slipKeys: { a: other, b: third } }),
  ).toBeNull();
});

test('a key of another size, another exponent, a body without a key and a key without a group are refused', async () => {
  const short = await publicKey(1024);
  const groups = { a: 'a' };
  for (const wrong of [{ a: short }, { a: { ...other, e: 'Aw' } }, { a: other, b: other }]) {
    expect(await fingerprintOf({ ...rest, groups, keys: wrong })).toBeNull();
    expect(await fingerprintOf({ ...rest, groups, keys: { a: one }, slipKeys: wrong })).toBeNull();
  }
  expect(await fingerprintOf({ ...rest, groups, keys: {} })).toBeNull();
  expect(
    await fingerprintOf({ ...rest, groups: { a: 'a', b: 'b' }, keys: { a: one, b: other }, slipKeys: { a: third } }),
  ).toBeNull();
  expect(await fingerprintOf({ ...rest, groups: {}, keys: {} })).toBeNull();
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
