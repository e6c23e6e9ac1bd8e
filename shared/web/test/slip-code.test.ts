import { expect, test } from 'vitest';
import { readSlipCode, showSlipCode } from '../src/common/slip-code';

test.each([
  ['as printed', 'ABCD-EFGH-1234-5678-X', 'ABCDEFGH12345678X'],
  ['in small letters, with spaces and a long dash', ' abcd efgh–1234 5678 x', 'ABCDEFGH12345678X'],
  ['O for zero, I and L for one', 'OoIiLl00000000000', '00111100000000000'],
  ['Cyrillic letters that look the same', 'АВЕКМНРСТХ1234569', 'ABEKMHPCTX1234569'],
])('reads a code typed %s', (_, typed, code) => {
  expect(readSlipCode(typed)).toBe(code);
});

test.each([
  ['too short', 'ABCD-EFGH-1234-5678'],
  ['too long', 'ABCD-EFGH-1234-5678-XX'],
  ['with a letter the alphabet does not have', 'UBCD-EFGH-1234-5678-X'],
  ['empty', ''],
])('refuses a code that is %s', (_, typed) => {
  expect(readSlipCode(typed)).toBeNull();
});

test('prints a code in fours', () => {
  expect(showSlipCode('ABCDEFGH12345678X')).toBe('ABCD-EFGH-1234-5678-X');
});
