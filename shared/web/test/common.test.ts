import { expect, test } from 'vitest';
import { pageWeight } from '../build/page-weight.ts';
import { showInstant } from '../src/common/dates';
import { showDay } from '../src/common/day';
import { showDecimal } from '../src/common/decimals';
import { fromBase64Url, toBase64Url } from '../src/common/encoding';
import { claimsOf } from '../src/common/login';
import { type CommonKey, fill, type Say } from '../src/common/texts';
import kk from '../src/texts/kk/common.json';
import ru from '../src/texts/ru/common.json';

const saying =
  (bundle: Record<CommonKey, string>): Say<CommonKey> =>
  (key, values) =>
    fill(bundle[key], values);

test.each([
  ['3.745', 2, 'en', '3.75'],
  ['3.7449999', 2, 'en', '3.74'],
  ['4', 2, 'kk', '4,00'],
  ['0.8125', 3, 'ru', '0,813'],
  ['9.995', 2, 'en', '10.00'],
  ['-0.004', 2, 'en', '0.00'],
  ['-1.5', 1, 'en', '−1.5'],
  ['12.5', 0, 'en', '13'],
] as const)('%s with %i digits in %s is %s', (value, digits, language, shown) => {
  expect(showDecimal(value, digits, language)).toBe(shown);
});

test('an instant is shown in the time of Almaty, in words of our own', () => {
  // 30 November 2025, 20:30 UTC is 1 December, 01:30 in Almaty.
  expect(showInstant('2025-11-30T20:30:00Z', saying(kk))).toBe('2025 жылғы 1 желтоқсан, 01:30');
  expect(showInstant('2025-11-30T18:00:00+05:00', saying(ru))).toBe('30 ноября 2025 г., 18:00');
  expect(showDay('2025-11-03', saying(kk))).toBe('3 қараша');
});

test('base64url goes there and back without padding', () => {
  const bytes = Uint8Array.of(255, 254, 0, 63, 62);
  expect(toBase64Url(bytes)).toBe('__4APz4');
  expect(fromBase64Url('__4APz4')).toEqual(bytes);
});

test('the claims of a token are read as UTF-8', () => {
  expect(claimsOf(token({ sub: 'a1', name: 'Сәуле', roles: ['bagalau:hr'] }), 'bagalau:')).toEqual({
    sub: 'a1',
    name: 'Сәуле',
    roles: ['hr'],
  });
});

test.each([
  [
    ['bagalau:hr', 'bagalau:agency', 'visitor'],
    ['hr', 'agency'],
  ],
  ['bagalau:hr', ['hr']],
  [['state agency', 'agency'], []],
  ['state agency', []],
  [['x bagalau:agency'], []],
  [[['bagalau:agency']], []],
  [{ 'bagalau:agency': true }, []],
  [null, []],
  [undefined, []],
])('of the claim roles %j the page sees %j', (roles, seen) => {
  expect(claimsOf(token({ sub: 'a1', roles }), 'bagalau:').roles).toEqual(seen);
});

function token(claims: unknown): string {
  return `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;
}

test("a page's weight counts what it loads, directly or later, and nothing else", () => {
  const built = [
    { fileName: 'survey.html', content: '<script src="./assets/survey-1.js"></script>' },
    { fileName: 'assets/survey-1.js', content: 'import("./token-2.js")' },
    { fileName: 'assets/token-2.js', content: 'export{}' },
    { fileName: 'assets/desk-3.js', content: 'x' },
  ];
  expect(pageWeight('survey.html', built).files.map(([name]) => name)).toEqual([
    'survey.html',
    'assets/survey-1.js',
    'assets/token-2.js',
  ]);
});
