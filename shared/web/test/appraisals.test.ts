import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  choicesOf,
  decimalOf,
  gradeOf,
  isFine,
  isShown,
  mistakeOf,
  pressed,
  type ScoringForm,
  scoreOf,
} from '../src/appraisals/grades';
import { endedBefore, quartersTo } from '../src/appraisals/quarters';

const form = (items: ScoringForm['items'], more: Partial<ScoringForm> = {}): ScoringForm => ({
  aggregation: 'MEAN',
  step: '0.01',
  items,
  ...more,
});

describe('the grade of a score (¶7)', () => {
  test.each([
    ['5.00', 'EFFECTIVE'],
    ['4.00', 'EFFECTIVE'],
    ['3.99', 'PROPER'],
    ['3.00', 'PROPER'],
    ['2.99', 'SATISFACTORY'],
    ['2.00', 'SATISFACTORY'],
    ['1.99', 'UNSATISFACTORY'],
    ['0.00', 'UNSATISFACTORY'],
  ])('%s is %s', (score, grade) => {
    expect(gradeOf(score)).toBe(grade);
  });
});

describe('the score of a form', () => {
  const two = [{ id: 'a' }, { id: 'b' }];

  test('is the mean, rounded half up: 4.01 and 4.00 are 4.005, which no double is', () => {
    expect(scoreOf(form(two), { a: '4.01', b: '4.00' }, 'HALF_UP_2')).toBe('4.01');
    expect(scoreOf(form(two), { a: '4.01', b: '4.00' }, 'TRUNC_2')).toBe('4.00');
    expect(scoreOf(form(two), { a: '3.99', b: '4' }, 'HALF_UP_2')).toBe('4.00');
    expect(scoreOf(form(two), { a: '3.99', b: '4' }, 'RAW_HALF_OPEN')).toBe('3.99');
  });

  test('is weighted where the form says so', () => {
    const weighted = form(
      [
        { id: 'a', weight: '0.25' },
        { id: 'b', weight: '0.75' },
      ],
      { aggregation: 'WEIGHTED_MEAN' },
    );
    expect(scoreOf(weighted, { a: '5', b: '3' }, 'HALF_UP_2')).toBe('3.50');
  });

  test('is there only when every item has a value within the range and the step', () => {
    expect(scoreOf(form(two), { a: '4' }, 'HALF_UP_2')).toBeNull();
    expect(scoreOf(form(two), { a: '4', b: '5.01' }, 'HALF_UP_2')).toBeNull();
    expect(scoreOf(form(two, { step: '0.5' }), { a: '4', b: '4.25' }, 'HALF_UP_2')).toBeNull();
    expect(scoreOf(form([]), {}, 'HALF_UP_2')).toBeNull();
  });
});

test.each([
  ['17/4', '4.25', true],
  ['157/50', '3.14', true],
  ['4', '4.00', true],
  ['801/200', '4.01', false],
  ['11/3', '3.67', false],
])('%s is shown whole by %s: %s', (exact, score, whole) => {
  expect(isShown(exact, score)).toBe(whole);
});

describe('a value', () => {
  test.each([
    ['4,5', '0.5', null],
    ['4.25', '0.5', 'step'],
    ['4.255', '0.01', 'number'],
    ['-1', '0.01', 'number'],
    ['5.01', '0.01', 'range'],
    ['', '0.01', 'number'],
    ['0', '1', null],
  ])('%s by the step %s: %s', (value, step, mistake) => {
    expect(mistakeOf(value, step)).toBe(mistake);
  });

  test('is sent with a point and without zeros at its end', () => {
    expect(['4,50', '4.00', '0,05', ' 3 '].map(decimalOf)).toEqual(['4.5', '4', '0.05', '3']);
  });

  test('is pressed as a whole or a half, as the step allows', () => {
    expect(choicesOf('0.01')).toEqual(['0', '0.5', '1', '1.5', '2', '2.5', '3', '3.5', '4', '4.5', '5']);
    expect(choicesOf('1')).toEqual(['0', '1', '2', '3', '4', '5']);
    expect([isFine('1'), isFine('0.5'), isFine('0.01'), isFine('0.25')]).toEqual([false, false, true, true]);
  });

  test('is chosen by its digit, and its half by the digit again', () => {
    expect(pressed('', '4', '0.5')).toBe('4');
    expect(pressed('4', '4', '0.5')).toBe('4.5');
    expect(pressed('4.5', '4', '0.5')).toBe('4');
    expect(pressed('5', '5', '0.5')).toBe('5');
    expect(pressed('4', '4', '1')).toBe('4');
    expect(pressed('4', '2', '0.01')).toBe('2');
  });
});

test.each([
  ['2026-01-01', '2025-Q4'],
  ['2026-03-31', '2025-Q4'],
  ['2026-04-01', '2026-Q1'],
  ['2026-12-31', '2026-Q3'],
])('on %s the quarter that ended last is %s', (today, quarter) => {
  expect(endedBefore(today)).toBe(quarter);
});

test('quarters go back over the years, the newest first', () => {
  expect(quartersTo('2026-Q2', 4)).toEqual(['2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3']);
});

describe('a draft', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('that is kept on the device is gone at the person’s logout, and nothing of anybody else with it', async () => {
    const items = new Map([
      ['bagalau.kept.score emp-1 a-1', '{}'],
      ['bagalau.kept.score emp-10 a-2', '{}'],
      ['bagalau.language', 'kk'],
    ]);
    const storage = new Proxy(
      { removeItem: (key: string) => items.delete(key) },
      { ownKeys: () => [...items.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) },
    );
    vi.stubGlobal('localStorage', storage);
    const { forgetKept } = await import('../src/common/kept');

    forgetKept('emp-1');

    expect([...items.keys()]).toEqual(['bagalau.kept.score emp-10 a-2', 'bagalau.language']);
  });
});
