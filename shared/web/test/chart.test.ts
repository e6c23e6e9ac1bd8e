import { describe, expect, test } from 'vitest';
import {
  axisOf,
  placeOf,
  pointOn,
  roundUp,
  SHADES,
  type Span,
  shadeOf,
  sharesOf,
  waterfallOf,
  wrapped,
} from '../src/common/chart/geometry';
import { labelled } from '../src/common/chart/time-line';
import type { DirectionScore, Indicator } from '../src/scoring/api';
import { stepsOf } from '../src/scoring/direction';
import type { Words } from '../src/scoring/methodology';

const percent = (span: Span, axis: Span) => Object.values(placeOf(span, axis)).map(Number.parseFloat);

describe('a waterfall', () => {
  const steps = [
    { points: '20', maximum: '30' },
    { points: '-3', maximum: '-15' },
    { points: '10.5', maximum: '40' },
    { points: '-1.5', maximum: null },
  ];

  test('lays gains end to end to the right of zero, and deductions to the left of it', () => {
    expect(waterfallOf(steps)).toEqual([
      { value: { from: 0, to: 20 }, most: { from: 0, to: 30 } },
      { value: { from: 0, to: -3 }, most: { from: 0, to: -15 } },
      { value: { from: 20, to: 30.5 }, most: { from: 20, to: 60 } },
      { value: { from: -3, to: -4.5 }, most: null },
    ]);
  });

  test('has an axis that holds all of it, the most that could be among it', () => {
    const placed = waterfallOf(steps);
    const axis = axisOf(placed.flatMap(({ value, most }) => (most === null ? [value] : [value, most])));
    expect(axis).toEqual({ from: -15, to: 60 });
    expect(percent(placed[0]!.value, axis)).toEqual([20, expect.closeTo(26.667, 2)]);
    // Three points of 75 that end at zero, which is a fifth from the left.
    expect(percent(placed[1]!.value, axis)).toEqual([16, 4]);
    expect(pointOn(0, axis)).toBe('20%');
  });

  test('of nothing but zeros still has an axis', () => {
    expect(axisOf([{ from: 0, to: 0 }])).toEqual({ from: 0, to: 1 });
    expect(axisOf([])).toEqual({ from: 0, to: 1 });
  });

  test('a deduction of nothing that could be more stays on its side', () => {
    expect(waterfallOf([{ points: '0', maximum: '-15' }])).toEqual([
      { value: { from: 0, to: 0 }, most: { from: 0, to: -15 } },
    ]);
  });
});

describe('parts of a whole', () => {
  test('are shares laid end to end', () => {
    expect(sharesOf([1, 3], ['right', 'right'])).toEqual([
      { from: 0, to: 25 },
      { from: 25, to: 100 },
    ]);
  });

  test('on the left end at zero, those on the right begin there', () => {
    expect(sharesOf([10, 20, 30, 40], ['left', 'left', 'right', 'right'])).toEqual([
      { from: -30, to: -20 },
      { from: -20, to: 0 },
      { from: 0, to: 30 },
      { from: 30, to: 70 },
    ]);
  });

  test('of nothing are none', () => {
    expect(sharesOf([0, 0], ['left', 'right'])).toBeNull();
  });
});

test.each([
  [0, 0],
  [0.16, 0],
  [0.17, 1],
  [0.5, 3],
  [0.99, 5],
  [1, 5],
  [-1, 0],
  [2, 5],
])('a value of %d on a scale from 0 to 1 has shade %d', (value, shade) => {
  expect(shadeOf(value, 0, 1)).toBe(shade);
  expect(shade).toBeLessThan(SHADES);
});

test('where all values are the same the shade is the palest', () => {
  expect(shadeOf(3, 3, 3)).toBe(0);
});

test.each([
  [0, 1],
  [1, 1],
  [3, 5],
  [5, 5],
  [60, 100],
  [101, 200],
  [0.4, 1],
])('an axis for %d ends at %d', (value, end) => {
  expect(roundUp(value)).toBe(end);
});

test('of a time line the first, the last and the highest have figures', () => {
  expect([...labelled([5, 10, 30, 30, 0])].sort()).toEqual([0, 2, 4]);
  expect([...labelled([])]).toEqual([]);
  expect([...labelled([5])]).toEqual([0]);
});

test('names beside a chart break between words and leave room for the figure', () => {
  expect(wrapped('Кадрлық әлеует', 32)).toEqual(['Кадрлық әлеует']);
  expect(wrapped('Меритократия және ұйымдастыру мәдениеті', 32)).toEqual([
    'Меритократия және ұйымдастыру',
    'мәдениеті',
  ]);
  expect(wrapped('Практика управления в органе', 32)).toEqual(['Практика управления в органе', '']);
  expect(wrapped('Практика управления в органе', 32, 0)).toEqual(['Практика управления в органе']);
});

describe("a direction's steps", () => {
  const words = {
    name: (id: string) => id,
    indicator: (id: string) => ({ role: id === 'unused' ? 'deduction' : 'base' }) as Indicator,
  } as unknown as Words;
  const direction = (more: Partial<DirectionScore>) =>
    ({ id: 'it', criteria: [], indicators: [], penalty: '0', ...more }) as unknown as DirectionScore;

  test('are its criteria, and what penalties take away', () => {
    const criteria = [{ id: 'pm.1', points: '20', maximum: '30' }] as DirectionScore['criteria'];
    expect(stepsOf(direction({ id: 'pm', criteria, penalty: '1.5' }), words, 'Penalties')).toEqual([
      { id: 'pm.1', name: 'pm.1', points: '20', maximum: '30' },
      { id: 'information.pm', name: 'Penalties', points: '-1.5', maximum: null },
    ]);
  });

  test('are its indicators where it has none, deductions below zero, without those that do not concern the body', () => {
    const indicators = [
      { id: 'used', outcome: 'SCORED', points: '3', maximum: '5' },
      { id: 'unused', outcome: 'MANUAL', points: '3.3', maximum: '15' },
      { id: 'open', outcome: 'INCOMPLETE', points: null, maximum: '5' },
      { id: 'cities', outcome: 'NOT_APPLICABLE', points: null, maximum: null },
    ] as DirectionScore['indicators'];
    expect(
      stepsOf(direction({ indicators }), words, 'Penalties').map(({ id, points, maximum }) => [id, points, maximum]),
    ).toEqual([
      ['used', '3', '5'],
      ['unused', '-3.3', '-15'],
      ['open', '0', '5'],
    ]);
  });
});
