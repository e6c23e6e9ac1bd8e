import { expect, test } from 'vitest';
import { compare, minus } from '../src/common/decimals';
import { linkTo, routeOf } from '../src/common/route';
import { fill } from '../src/common/texts';
import type { DirectionScore, FactType, Indicator, IndicatorScore, Methodology } from '../src/scoring/api';
import { costOf, mostCostlyFirst } from '../src/scoring/costs';
import { Words } from '../src/scoring/methodology';
import { directionOf, type Held, rowsOf, stateOf } from '../src/scoring/states';
import { draftOf, emptyDraft, isBlank, readDraft, showShort, showValue, unknownDraft } from '../src/scoring/values';
import kk from '../src/texts/kk/scoring.json';

const say = (key: keyof typeof kk, values = {}) => fill(kk[key], values);
const text = (word: string) => ({ kk: `${word} kk`, ru: `${word} ru`, en: `${word} en` });
const citation = {
  act: 'act',
  paragraph: '¶35',
  url: 'https://example.org',
  inForce: '2023-03-04',
  checked: '2026-11-22',
};

function fact(name: string, shape: FactType['shape'], unit: FactType['unit'] = 'PEOPLE'): FactType {
  return {
    name,
    label: text(name),
    shape,
    unit,
    unitLabel: text('unit'),
    paragraph: '¶35',
    publisher: 'analyst',
    agencyOnly: false,
  };
}

function indicator(id: string, facts: string[], more: Partial<Indicator> = {}): Indicator {
  return {
    id,
    symbol: 'V',
    name: text(id),
    role: 'base',
    manual: false,
    maximum: { OMO: '5', ZHAO: '5' },
    citation,
    facts,
    settings: [],
    ...more,
  };
}

const exit = indicator('pm.exit_interview', ['exit.dismissed', 'exit.interviewed']);
const gender = indicator('pm.gender', [], { manual: true });
const unused = indicator('it.unused_systems', [], { manual: true, role: 'deduction', maximum: { OMO: '15' } });
const methodology: Methodology = {
  id: 'm',
  name: text('m'),
  citation,
  directions: [
    {
      id: 'pm',
      name: text('pm'),
      maximum: '100',
      citation,
      criteria: [{ id: 'pm.1', name: text('pm.1'), maximum: '30', citation, indicators: [] }],
      indicators: [exit, gender],
    },
    { id: 'it', name: text('it'), maximum: '100', citation, criteria: [], indicators: [unused] },
  ],
  settings: [
    {
      id: 'n_max',
      about: text('n_max'),
      default: '10',
      values: ['10', '13'],
      readings: { 10: text('ten'), 13: text('thirteen') },
      citation,
    },
  ],
  facts: [
    fact('exit.dismissed', 'COUNT'),
    fact('exit.interviewed', 'COUNT'),
    fact('information.pm', 'PENALTIES', 'POINTS'),
  ],
};

function score(
  id: string,
  points: string | null,
  maximum: string | null,
  outcome: IndicatorScore['outcome'] = 'SCORED',
): IndicatorScore {
  return {
    id,
    outcome,
    points,
    maximum,
    working: null,
    where: [],
    missing: [],
    citations: [],
    facts: [],
    alternatives: {},
  };
}

test.each([
  ['5', '2.25', '2.75'],
  ['2.25', '5', '-2.75'],
  ['0.1', '0.3', '-0.2'],
  ['100', '100', '0'],
  ['78.123456', '71.5', '6.623456'],
])('%s less %s is %s, to the last digit', (one, other, difference) => {
  expect(minus(one, other)).toBe(difference);
  expect(Math.sign(compare(one, other))).toBe(Math.sign(Number(difference)));
});

test('a place in the page goes into the address and comes back', () => {
  const link = linkTo(['facts', 2025, 'min digital/x'], { show: 'pm.gender', only: '' });
  expect(link).toBe('#/facts/2025/min%20digital%2Fx?show=pm.gender');
  expect(routeOf(link).path).toEqual(['facts', '2025', 'min digital/x']);
  expect(routeOf(link).query.get('show')).toBe('pm.gender');
  expect(routeOf('').path).toEqual([]);
});

test.each([
  ['COUNT', ['24'], 24],
  ['COUNT', ['1 446'], 1446],
  ['DECIMAL', ['85,5'], '85.5'],
  ['PERCENT_OR_UNKNOWN', ['90'], '90'],
  ['STRATEGY', ['none'], 'none'],
  ['ANSWERS', ['0', '3', '10', '20'], [0, 3, 10, 20]],
  ['PENALTIES', ['1,5; 2'], ['1.5', '2']],
  ['PENALTIES', [''], []],
] as const)('%s typed as %j is sent as %j', (shape, draft, value) => {
  expect(readDraft(fact('f', shape), [...draft])).toEqual({ value });
});

test.each([
  ['COUNT', ['1.5'], [0]],
  ['COUNT', ['-1'], [0]],
  ['DECIMAL', ['ten'], [0]],
  ['ANSWERS', ['0', '', '10', 'x'], [1, 3]],
  ['STRATEGY', [''], [0]],
  ['PENALTIES', ['1; many'], [0]],
] as const)('%s typed as %j cannot be read in its fields %j', (shape, draft, wrong) => {
  expect(readDraft(fact('f', shape), [...draft])).toEqual({ wrong });
});

test('what is stated to be unknown is a value, and a blank is none', () => {
  expect(readDraft(fact('f', 'PERCENT_OR_UNKNOWN'), unknownDraft(true))).toEqual({ value: null });
  expect(isBlank(emptyDraft(fact('f', 'MONTHS')))).toBe(true);
  expect(emptyDraft(fact('f', 'MONTHS'))).toHaveLength(12);
});

test("a value fills its fields and is told with the reader's decimal mark", () => {
  expect(draftOf(fact('f', 'DECIMAL'), '85.5', 'kk')).toEqual(['85,5']);
  expect(draftOf(fact('f', 'PENALTIES'), ['1.5', '2'], 'en')).toEqual(['1.5; 2']);
  expect(draftOf(fact('f', 'ANSWERS'), undefined, 'en')).toEqual(['', '', '', '']);
  expect(showValue(fact('f', 'ANSWERS'), [0, 3, 10, 20], 'ru', say)).toBe('1 – 0, 2 – 3, 3 – 10, 4 – 20');
  expect(showValue(fact('f', 'PERCENT_OR_UNKNOWN'), null, 'kk', say)).toBe(kk.unknown_value);
  expect(showValue(fact('f', 'STRATEGY'), 'none', 'kk', say)).toBe(kk.strategy_none);
  expect(showValue(fact('f', 'PENALTIES'), [], 'kk', say)).toBe(kk.no_penalties);
  expect(showShort(fact('f', 'ANSWERS'), [0, 3, 10, 20], 'kk', say)).toBe('Σ 33');
  expect(showShort(fact('f', 'MONTHS'), [120, 121], 'kk', say)).toBe('⌀ 120,5');
});

test('an indicator costs what it lacks to its maximum, all of it while facts are missing, and a deduction what it takes', () => {
  expect(costOf(score('pm.exit_interview', '2.25', '5'), exit)).toBe('2.75');
  expect(costOf(score('pm.exit_interview', null, '5', 'INCOMPLETE'), exit)).toBe('5');
  expect(costOf(score('it.unused_systems', '3', '15', 'MANUAL'), unused)).toBe('3');
  expect(costOf(score('it.smart_cities', null, null, 'NOT_APPLICABLE'), undefined)).toBe('0');
});

test('the most costly indicator stands first, what does not concern the body last', () => {
  const direction = {
    indicators: [
      score('none', null, null, 'NOT_APPLICABLE'),
      score('little', '4.5', '5'),
      score('much', '1', '10'),
      score('missing', null, '5', 'INCOMPLETE'),
    ],
  } as DirectionScore;
  expect(mostCostlyFirst(direction, () => undefined).map(({ id }) => id)).toEqual([
    'much',
    'missing',
    'little',
    'none',
  ]);
});

test('a fact is disputed before provisional, provisional before manual; what is not there is missing only where it is asked for', () => {
  const held: Held = {
    facts: {
      'exit.dismissed': {
        value: 24,
        origin: 'analyst',
        version: '1',
        source: { kind: 'analyst', provisional: true },
        disputed: true,
      },
      'hours.working_days': {
        value: 246,
        origin: 'calendar',
        version: '1',
        source: { kind: 'calendar', provisional: true },
      },
      'strategy.content': { value: 'none', origin: 'analyst', version: '1', source: { kind: 'analyst' } },
      'survey.q1': { value: [1, 2, 3, 4], origin: 'survey', version: '1', source: { kind: 'survey' } },
    },
    manual: { 'pm.gender': { points: '4', basis: 'b', document: 'No. 5', version: '1', source: { kind: 'analyst' } } },
    missing: ['exit.interviewed'],
  };
  expect(
    [
      'exit.dismissed',
      'hours.working_days',
      'strategy.content',
      'survey.q1',
      'pm.gender',
      'exit.interviewed',
      'staff.unique_persons',
    ].map((name) => stateOf(held, name)),
  ).toEqual(['disputed', 'provisional', 'manual', 'given', 'manual', 'missing', 'absent']);
});

test('an indicator entered by hand is its own part, and one of another kind of body is left out', () => {
  const [pm, it] = methodology.directions;
  expect(rowsOf(pm!)).toEqual([
    { id: 'pm.exit_interview', parts: ['exit.dismissed', 'exit.interviewed'] },
    { id: 'pm.gender', parts: ['pm.gender'] },
    { id: 'information.pm', parts: ['information.pm'] },
  ]);
  expect(rowsOf(it!, 'ZHAO').map(({ id }) => id)).toEqual(['information.it']);
  expect(
    ['exit.dismissed', 'it.unused_systems', 'information.it', 'unheard.of'].map((name) =>
      directionOf(methodology.directions, name),
    ),
  ).toEqual(['pm', 'it', 'it', undefined]);
});

test('everything has a name in words, and a working speaks of facts by name', () => {
  const words = new Words(methodology, 'ru');
  expect(['exit.dismissed', 'pm.gender', 'pm.1', 'it', 'n_max', 'unheard.of'].map((id) => words.name(id))).toEqual([
    'exit.dismissed ru',
    'pm.gender ru',
    'pm.1 ru',
    'it ru',
    'n_max ru',
    'unheard.of',
  ]);
  expect(words.reading('n_max', '13')).toBe('thirteen ru');
  expect(words.inWords('6.88 − 1 (10.46 > 9, ¶40.2) = 5.88')).toBe('6,88 − 1 (10,46 > 9, ¶40.2) = 5,88');
  expect(words.inWords('5 × 18 / 24 = 3.75; exit.dismissed не указан')).toBe(
    '5 × 18 / 24 = 3,75; «exit.dismissed ru» не указан',
  );
});
