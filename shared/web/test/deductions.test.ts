import { expect, test } from 'vitest';
import { barOf } from '../src/common/bar';
import { showDecimal, showExact } from '../src/common/decimals';
import type { FactType, Indicator } from '../src/scoring/api';
import { contribution } from '../src/scoring/costs';
import { showValue } from '../src/scoring/values';

const indicator = (role: Indicator['role']) => ({ role }) as Indicator;

test('the points of a deduction come to the total with a minus, and so does their maximum', () => {
  expect(contribution('3.3', indicator('deduction'))).toBe('-3.3');
  expect(contribution('15', indicator('deduction'))).toBe('-15');
  expect(contribution('0', indicator('deduction'))).toBe('0');
  expect(contribution('3.3', indicator('base'))).toBe('3.3');
  expect(contribution('3.3', indicator('bonus'))).toBe('3.3');
  expect(showDecimal(contribution('3.3', indicator('deduction')), 2, 'ru')).toBe('−3,30');
  expect(showExact(contribution('15', indicator('deduction')), 'ru')).toBe('−15');
});

test('a bar of what is less than nothing, or can only be, is on the left of zero', () => {
  expect(barOf(-3.3, -15)).toEqual({ share: 22, less: true });
  expect(barOf(0, -15)).toEqual({ share: 0, less: true });
  expect(barOf(-5, 100)).toEqual({ share: 5, less: true });
  expect(barOf(3.3, 15)).toEqual({ share: 22, less: false });
  expect(barOf(120, 100)).toEqual({ share: 100, less: false });
  expect(barOf(0, 0)).toEqual({ share: 0, less: false });
});

test('penalties of reports are shown as what they take away', () => {
  const fact = { name: 'information.pm', shape: 'PENALTIES', unit: 'POINTS' } as FactType;
  expect(showValue(fact, ['1.5', '2'], 'ru', (key) => key)).toBe('−1,5; −2');
});
