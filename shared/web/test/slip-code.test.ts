import { expect, test } from 'vitest';
import { readSlipCode, showSlipCode } from '../src/common/slip-code';

test.each([
  ['as printed', 'ABCD-EFGH-1234-5678', 'ABCDEFGH12345678'],
  ['in small letters, with spaces and a long dash', ' abcd efgh–1234 5678 ', 'ABCDEFGH12345678'],
  ['O for zero, I and L for one', 'OoIiLl0000000000', '0011110000000000'],
  ['Cyrillic letters that look the same', 'АВЕКМНРСТХ123456', 'ABEKMHPCTX123456'],
])('reads a code typed %s', (_, typed, code) => {
  expect(readSlipCode(typed)).toBe(code);
});

test.each([
  ['too short', 'ABCD-EFGH-1234-567'],
  ['too long', 'ABCD-EFGH-1234-56789'],
  ['with a letter the alphabet does not have', 'UBCD-EFGH-1234-5678'],
  ['empty', ''],
])('refuses a code that is %s', (_, typed) => {
  expect(readSlipCode(typed)).toBeNull();
});

test('prints a code in fours', () => {
  expect(showSlipCode('ABCDEFGH12345678')).toBe('ABCD-EFGH-1234-5678');
});
