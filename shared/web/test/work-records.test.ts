import { expect, test } from 'vitest';
import { type MonthKey, monthAlone, monthOfYear } from '../src/common/month';
import { fill, type Values } from '../src/common/texts';
import kk from '../src/texts/kk/months.json';
import ru from '../src/texts/ru/months.json';
import type { TimeRecord, WorkRules } from '../src/workmode/api';
import { hoursMistakes, hoursOf } from '../src/workmode/hours-fields';
import { monthOf } from '../src/workmode/month';
import { recordMistakes, recordOf, typedRecord, workedMinutes } from '../src/workmode/record';
import { rulesMistakes, rulesOf, shiftEnd, typedRules } from '../src/workmode/rules-form';

const t = ((key: string) => key) as Parameters<typeof recordMistakes>[1];

test.each([
  ['09:00', '18:30', '90', 480],
  ['09:00', '24:00', '', 900],
  ['20:00', '08:00', '60', 660],
  ['09:00', '09:00', '0', 1_440],
  ['09:00', '18:00', '540', null],
  ['9:00', '18:00', '0', null],
  ['24:00', '18:00', '0', null],
  ['09:00', '18:00', 'an hour', null],
])('from %s to %s with a break of %s minutes are worked %s', (from, to, breakMinutes, worked) => {
  expect(workedMinutes({ from, to, breakMinutes })).toBe(worked);
});

test('a day names both its ends, and a break that is shorter than the whole', () => {
  const wrong = (from: string, to: string, breakMinutes: string) =>
    recordMistakes({ from, to, breakMinutes, source: 'SELF' }, t).map(({ field, message }) => `${field} ${message}`);
  expect(wrong('09:00', '18:00', '')).toEqual([]);
  expect(wrong('', '25:00', 'x')).toEqual(['from wrong_time', 'to wrong_time', 'breakMinutes missing_minutes']);
  expect(wrong('09:00', '10:00', '60')).toEqual(['breakMinutes break_too_long']);
});

test('what stands is changed under its version, and a new day names none', () => {
  const stands = { from: '09:00', to: '24:00', breakMinutes: 90, source: 'ACS', version: 3 } as TimeRecord;
  const typed = typedRecord(stands, ['SELF', 'ACS']);
  expect(typedRecord(stands, ['SELF']).source).toBe('SELF');
  expect(recordOf(typed, stands.version)).toEqual({
    from: '09:00',
    to: '24:00',
    breakMinutes: 90,
    source: 'ACS',
    version: 3,
  });
  expect(recordOf({ ...typedRecord(undefined, ['SELF', 'ACS']), from: '09:00', to: '18:00' }, undefined)).toEqual({
    from: '09:00',
    to: '18:00',
    breakMinutes: 0,
    source: 'SELF',
  });
});

const HOURS = { start: '20:00', end: '08:00', breakFrom: '', breakTo: '' };

test('a shift ends on its day, at midnight or on the next day', () => {
  expect(shiftEnd({ ...HOURS, start: '09:00', end: '18:30' })).toBe('SAME_DAY');
  expect(shiftEnd({ ...HOURS, end: '24:00' })).toBe('MIDNIGHT');
  expect(shiftEnd(HOURS)).toBe('NEXT_DAY');
  expect(shiftEnd({ ...HOURS, end: '20:00' })).toBe('NEXT_DAY');
  expect(shiftEnd({ ...HOURS, end: '8' })).toBeNull();
});

test('a break has both its ends or none', () => {
  const wrong = (typed: Partial<typeof HOURS>) => hoursMistakes({ ...HOURS, ...typed }, '').map(({ field }) => field);
  expect(wrong({})).toEqual([]);
  expect(wrong({ breakFrom: '23:00' })).toEqual(['breakTo']);
  expect(wrong({ breakTo: '24:00' })).toEqual(['breakFrom']);
  expect(wrong({ breakFrom: '23:00', breakTo: '24:00' })).toEqual([]);
  expect(wrong({ start: '24:00' })).toEqual(['start']);
  expect(hoursOf(HOURS)).toEqual({ start: '20:00', end: '08:00' });
});

test('an edition of work rules is sent as it is typed, and one that stands under its version', () => {
  const typed = { ...typedRules(undefined), ...HOURS, from: '2026-12-01', act: ' No. 7 ' };
  expect(rulesMistakes(typed, t)).toEqual([]);
  expect(rulesMistakes({ ...typed, from: '', act: '', weekdays: [] }, t).map(({ field }) => field)).toEqual([
    'from',
    'weekdays',
    'act',
  ]);
  const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
  expect(rulesOf(typed, undefined)).toEqual({ start: '20:00', end: '08:00', weekdays, act: 'No. 7' });
  const stands = { from: '2026-01-05', unit: 'law', to: '2026-12-31', ...HOURS, weekdays, act: 'No. 1' };
  expect(rulesOf(typedRules(stands as WorkRules), 2)).toEqual({
    start: '20:00',
    end: '08:00',
    weekdays,
    act: 'No. 1',
    unit: 'law',
    to: '2026-12-31',
    version: 2,
  });
});

test('an address that names no month shows that of today', () => {
  expect(monthOf(new URLSearchParams('month=2026-11'))).toBe('2026-11');
  expect(monthOf(new URLSearchParams('month=2026-13'))).toMatch(/^\d{4}-(0[1-9]|1[0-2])$/);
});

test('a month that stands alone has the name that it has without a day', () => {
  const of = (texts: typeof ru) => (key: MonthKey, values?: Values) => fill(texts[key], values);
  expect(monthAlone(12, of(ru))).toBe('декабрь');
  expect(monthOfYear('2026-12', of(ru))).toBe('декабрь 2026');
  expect(monthOfYear('2026-01', of(kk))).toBe('2026 жылғы қаңтар');
});
