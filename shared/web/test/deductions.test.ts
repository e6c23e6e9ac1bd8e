import { expect, test } from 'vitest';
import { barOf } from '../src/common/bar';
import { showDecimal, showExact } from '../src/common/decimals';
import type { FactType, Indicator } from '../src/scoring/api';
import { scaleOf } from '../src/scoring/chart';
import { contribution } from '../src/scoring/costs';
import { showValue } from '../src/scoring/values';

const indicator = (role: Indicator['role']) => ({ role }) as Indicator;
const percent = (place: { x: string; width: string }) => [Number.parseFloat(place.x), Number.parseFloat(place.width)];

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

test('in a chart gains begin where deductions end', () => {
  const place = scaleOf([
    { points: '20', maximum: '30' },
    { points: '-3', maximum: '-15' },
    { points: '-1.5', maximum: null },
  ]);
  const [zero] = percent(place(0));
  expect(zero).toBeCloseTo(100 / 3);
  for (const value of [20, 30]) {
    const [x, width] = percent(place(value));
    expect(x).toBeCloseTo(zero!);
    expect(width).toBeCloseTo((100 * value) / 45);
  }
  for (const value of [-3, -15, -1.5]) {
    const [x, width] = percent(place(value));
    expect(x! + width!).toBeCloseTo(zero!);
    expect(width).toBeCloseTo((-100 * value) / 45);
  }
});

test('a chart without deductions begins at its left', () => {
  const place = scaleOf([{ points: '20', maximum: '40' }]);
  expect(percent(place(40))).toEqual([0, 100]);
});

test('penalties of reports are shown as what they take away', () => {
  const fact = { name: 'information.pm', shape: 'PENALTIES', unit: 'POINTS' } as FactType;
  expect(showValue(fact, ['1.5', '2'], 'ru', (key) => key)).toBe('−1,5; −2');
});
