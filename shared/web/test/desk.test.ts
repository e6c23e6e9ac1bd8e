import makeQr from 'qrcode-generator';
import { expect, test } from 'vitest';
import { formErrors } from '../src/common/desk';
import { darkRuns } from '../src/common/qr-code';
import { almatyNow, fromAlmaty } from '../src/desk/almaty-time';
import { neededOf } from '../src/desk/needed';
import { peopleIn } from '../src/desk/people';
import { orderOf } from '../src/desk/survey-order';
import { showCheckCode } from '../src/survey/fingerprint';

test('a list of people is one identifier a line, from a text or a table, nobody twice', () => {
  expect(peopleIn('\uFEFFemp-1\r\n emp-2 \n\n"emp-3";Айгүл\nemp-1\nemp-4,x\n')).toEqual([
    'emp-1',
    'emp-2',
    'emp-3',
    'emp-4',
  ]);
  expect(peopleIn(' \n')).toEqual([]);
});

test('bodies with the same pool name vote together, those without a name alone', () => {
  const order = orderOf({
    id: ' ',
    year: '2025',
    bodies: ['big', 'small-1', 'small-2'],
    pools: { 'small-1': 'pool-a ', 'small-2': 'pool-a', 'not-chosen': 'pool-a', big: '' },
    opens: '2025-11-01T09:00',
    closes: '2025-11-30T18:00',
    minimumGroup: '5',
    minimumTexts: '10',
    enrolledShare: '',
    multi: ['q29'],
  });
  expect(order).toEqual({
    year: 2025,
    questionnaire: 'appendix-9',
    bodies: ['big', 'small-1', 'small-2'],
    pools: [{ name: 'pool-a', bodies: ['small-1', 'small-2'] }],
    opens: '2025-11-01T09:00:00+05:00',
    closes: '2025-11-30T18:00:00+05:00',
    minimumGroup: 5,
    minimumTexts: 10,
    multi: ['q29'],
  });
});

test('the share that must be enrolled is sent where one is typed', () => {
  const form = {
    id: 'a',
    year: '2025',
    bodies: ['b'],
    pools: {},
    opens: '2025-11-01T09:00',
    closes: '2025-11-30T18:00',
    minimumGroup: '5',
    minimumTexts: '10',
    multi: [],
  };
  expect(orderOf({ ...form, enrolledShare: ' 0,75 ' })).toMatchObject({ enrolledShare: '0.75' });
  expect(orderOf({ ...form, enrolledShare: '' })).not.toHaveProperty('enrolledShare');
});

test.each([
  ['0.67', 61, 41],
  ['0.67', 300, 201],
  ['0.5', 5, 3],
  ['1', 48, 48],
  [undefined, 48, null],
])('of a share of %s and a headcount of %s, %s are needed', (enrolledShare, headcount, needed) => {
  expect(neededOf({ ...(enrolledShare !== undefined && { enrolledShare }) }, headcount)).toBe(needed);
});

test('times are typed in the time of Almaty', () => {
  expect(fromAlmaty('2025-11-30T18:00')).toBe('2025-11-30T18:00:00+05:00');
  expect(fromAlmaty('')).toBeNull();
  expect(fromAlmaty(almatyNow())).not.toBeNull();
});

test("the server's complaints stand at the fields they point at, the rest at the button", () => {
  const problem = {
    type: '',
    title: 'T',
    status: 400,
    detail: 'D',
    errors: [
      { pointer: '/year', code: 'X', message: 'жыл' },
      { code: 'Y', message: 'басқа' },
    ],
  };
  const fieldOf = ({ pointer }: { pointer?: string }) => (pointer === '/year' ? 'year' : undefined);
  expect(formErrors(problem, fieldOf, 'submit')).toEqual([
    { field: 'year', message: 'жыл' },
    { field: 'submit', message: 'басқа' },
  ]);
  expect(formErrors({ ...problem, errors: [] }, fieldOf, 'submit')).toEqual([{ field: 'submit', message: 'D' }]);
});

test('the drawing of a QR code covers exactly its dark modules', () => {
  const qr = makeQr(0, 'M');
  qr.addData('https://example.org/survey.html?id=s#fp=abc&code=ABCDEFGH12345678', 'Byte');
  qr.make();
  const size = qr.getModuleCount();
  const drawn = new Set<string>();
  for (const [, x, y, width] of darkRuns(size, (row, column) => qr.isDark(row, column)).matchAll(
    /M(\d+) (\d+)h(\d+)v1h-\d+z/g,
  )) {
    for (let i = 0; i < Number(width); i++) {
      drawn.add(`${Number(x) + i - 4},${Number(y) - 4}`);
    }
  }
  const dark = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (qr.isDark(row, column)) {
        dark.push(`${column},${row}`);
      }
    }
  }
  expect([...drawn].sort()).toEqual(dark.sort());
});

test('a check code is printed in fours', () => {
  expect(showCheckCode('abcdefghij')).toBe('abcd efgh ij');
});
