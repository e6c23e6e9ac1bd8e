import { expect, test } from 'vitest';
import { groupsOf } from '../src/workmode/act-head';
import type { FlexibleRow, Violation, WorkWarning } from '../src/workmode/api';
import { linesOf } from '../src/workmode/lines';
import { rowOf } from '../src/workmode/one-remote-act';
import { lastExtended } from '../src/workmode/period';
import {
  actField,
  actMistakes,
  actOf,
  emptyAct,
  MOST_EMPLOYEES,
  peopleUnder,
  sought,
  type TypedAct,
} from '../src/workmode/remote-act';
import { recallMistakes, recallOf } from '../src/workmode/remote-steps';
import { countedOf } from '../src/workmode/systematic';

const t = ((key: string) => key) as Parameters<typeof actMistakes>[1];
const ACT: TypedAct = {
  ...emptyAct('2026-11-30'),
  kind: 'REMOTE',
  basis: 'AGREEMENT',
  employees: [
    { employee: 'e1', agreement: '' },
    { employee: 'e2', agreement: ' No. 7 ' },
  ],
  agreement: 'No. 3',
  from: '2026-12-07',
  to: '2026-12-31',
  place: 'home',
  ground: 'move of the office',
  number: '14',
};
const wrong = (typed: Partial<TypedAct>) =>
  actMistakes({ ...ACT, ...typed }, t).map(({ field, message }) => `${field} ${message}`);

test('an act of remote work names everything that ¶6 asks for', () => {
  expect(wrong({})).toEqual([]);
  expect(actMistakes(emptyAct(''), t).map(({ field }) => field)).toEqual([
    'kind',
    'basis',
    'employees',
    'from',
    'to',
    'place',
    'ground',
    'number',
    'signedOn',
  ]);
});

test('by agreement everybody has a document: that of all, or the own', () => {
  expect(wrong({ agreement: ' ' })).toEqual(['employees-0-agreement missing_agreement']);
  expect(wrong({ agreement: '', employees: [{ employee: 'e1', agreement: '' }] })).toEqual([
    'agreement missing_agreement',
  ]);
  expect(actOf(ACT).employees).toEqual([
    { employee: 'e1', agreement: 'No. 3' },
    { employee: 'e2', agreement: 'No. 7' },
  ]);
});

test('in an exceptional case no agreement is sent, and the case is', () => {
  const typed: Partial<TypedAct> = { basis: 'EXCEPTIONAL', causeKind: 'EMERGENCY', causeFrom: '2026-12-01' };
  expect(wrong({ basis: 'EXCEPTIONAL' })).toEqual(['causeKind missing_choice', 'causeFrom missing_day']);
  expect(wrong({ ...typed, agreement: '' })).toEqual([]);
  expect(actOf({ ...ACT, ...typed })).toMatchObject({
    basis: 'EXCEPTIONAL',
    cause: { kind: 'EMERGENCY', from: '2026-12-01' },
    employees: [{ employee: 'e1' }, { employee: 'e2' }],
  });
  expect(actOf({ ...ACT, ...typed }).employees[1]).not.toHaveProperty('agreement');
});

test('remote days are of combined work only, and what is empty is not sent', () => {
  const days = { weekdays: ['MONDAY'], dates: ['2026-12-10'] };
  expect(actOf({ ...ACT, ...days })).not.toHaveProperty('remoteDays');
  expect(actOf({ ...ACT, ...days, kind: 'COMBINED' }).remoteDays).toEqual(['MONDAY', '2026-12-10']);
  const pending = { ...ACT, ...days, kind: 'COMBINED' as const, date: '2026-12-08' };
  expect(actOf(pending).remoteDays).toEqual(['MONDAY', '2026-12-08', '2026-12-10']);
  expect(actOf({ ...pending, date: '2026-12-10' }).remoteDays).toEqual(['MONDAY', '2026-12-10']);
  expect(actOf({ ...ACT, kind: 'COMBINED' })).not.toHaveProperty('remoteDays');
  expect(actOf(ACT)).not.toHaveProperty('control');
  expect(actOf({ ...ACT, control: ' daily call ' })).toHaveProperty('control', 'daily call');
});

test('one act holds five hundred people and no more', () => {
  const many = (n: number) => Array.from({ length: n }, (_, i) => ({ employee: `e${i}`, agreement: '' }));
  expect(wrong({ employees: many(MOST_EMPLOYEES) })).toEqual([]);
  expect(wrong({ employees: many(MOST_EMPLOYEES + 1) })).toEqual(['employees too_many_people']);
});

test('a complaint stands at the field where it is mended', () => {
  expect(actField('/employees/12/agreement')).toBe('employees-12-agreement');
  expect(actField('/employees/12/employee')).toBe('employees-12');
  expect(actField('/employees/12')).toBe('employees-12');
  expect(actField('/employees')).toBe('employees');
  expect(actField('/cause')).toBe('causeKind');
  expect(actField('/cause/from')).toBe('causeFrom');
  expect(actField('/remoteDays')).toBe('remoteDays');
  expect(actField('/to')).toBe('to');
});

const UNITS = [{ id: 'a' }, { id: 'b', parent: 'a' }, { id: 'c', parent: 'b' }, { id: 'd' }];
const PEOPLE = ['a', 'b', 'c', 'd'].map((unit) => ({ id: `of-${unit}`, name: `Name ${unit}`, unit }));

test('a whole unit is everybody of it and of the units under it', () => {
  const under = (unit: string) =>
    peopleUnder(unit, UNITS as Parameters<typeof peopleUnder>[1], PEOPLE as Parameters<typeof peopleUnder>[2]).map(
      ({ id }) => id,
    );
  expect(under('a')).toEqual(['of-a', 'of-b', 'of-c']);
  expect(under('c')).toEqual(['of-c']);
});

test('people are found by all words that are sought, and nobody twice', () => {
  const found = (words: string, chosen: string[] = []) =>
    sought(
      words,
      PEOPLE as Parameters<typeof sought>[1],
      ({ name, unit }) => `${name}, unit ${unit}`,
      chosen.map((employee) => ({ employee, agreement: '' })),
    ).map(({ id }) => id);
  expect(found(' ')).toEqual([]);
  expect(found('name UNIT')).toHaveLength(4);
  expect(found('name unit', ['of-a'])).toHaveLength(3);
  expect(found('of-d')).toEqual(['of-d']);
});

test('a recall for urgent work needs its notice, another does not', () => {
  const typed = { kind: 'URGENT', from: '2026-12-10', noticeSentAt: '', reason: 'report', proposedBy: ' ' };
  expect(recallMistakes(typed, t)).toEqual([{ field: 'noticeSentAt', message: 'missing_notice' }]);
  expect(recallMistakes({ ...typed, kind: 'SECRET' }, t)).toEqual([]);
  expect(recallOf('act', 'e1', { ...typed, noticeSentAt: '2026-12-09T10:00' })).toEqual({
    act: 'act',
    employee: 'e1',
    kind: 'URGENT',
    from: '2026-12-10',
    reason: 'report',
    noticeSentAt: '2026-12-09T10:00:00+05:00',
  });
});

const VIOLATION = { employee: 'e1', state: 'CONFIRMED', date: '2026-12-08' } as Violation;
const ROW = { employee: 'e1', from: '2026-12-07', to: '2026-12-31' } as FlexibleRow;

test('only what is confirmed, of the employee and within the term counts as systematic', () => {
  const counted = (...changed: Partial<Violation>[]) =>
    countedOf(
      changed.map((each) => ({ ...VIOLATION, ...each })),
      ROW,
    ).length;
  expect(counted({}, { state: 'OPEN' }, { state: 'REJECTED' }, { employee: 'e2' })).toBe(1);
  expect(counted({ date: '2026-12-06' }, { date: '2027-01-01' })).toBe(0);
  expect(counted({ date: '2026-12-07' }, { date: '2026-12-31' })).toBe(2);
});

test('an extension ends by the same readings as the first period', () => {
  expect(lastExtended('2026-06-30', {})).toBe('2026-12-31');
  expect(lastExtended('2026-06-30', { month_end: 'SAME_DAY' })).toBe('2027-01-01');
  expect(lastExtended('2026-06-30', { extensionMonths: 3 })).toBe('2026-09-30');
  expect(lastExtended('', {})).toBeNull();
});

test('a remark about many people stands once', () => {
  const text = { kk: '', ru: '', en: '' };
  const lacks = (employee: string): WorkWarning => ({
    code: 'EQUIPMENT_MISSING',
    pointer: '',
    details: [employee],
    text,
  });
  const warnings: WorkWarning[] = [
    lacks('e1'),
    lacks('e2'),
    { code: 'TEXT_NOT_LOADED', pointer: '', details: [], text },
  ];
  expect(groupsOf(warnings, undefined).map(([code, of]) => [code, of.length])).toEqual([
    ['EQUIPMENT_MISSING', 2],
    ['TEXT_NOT_LOADED', 1],
  ]);
  expect(groupsOf(warnings, 'e3').map(([code]) => code)).toEqual(['TEXT_NOT_LOADED']);
});

test('the page of an act with one employee is about that one', () => {
  const rows = [{ employee: 'e1' }, { employee: 'e2' }];
  expect(rowOf(rows.slice(0, 1), undefined)).toEqual({ employee: 'e1' });
  expect(rowOf(rows, 'e2')).toEqual({ employee: 'e2' });
  expect(rowOf(rows, undefined)).toBeUndefined();
  expect(rowOf(rows, 'e9')).toBeUndefined();
});

test('equipment is entered one a line', () => {
  expect(linesOf(' laptop \n\n token\n')).toEqual(['laptop', 'token']);
});
