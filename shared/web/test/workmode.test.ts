import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { barsOf, lastOf, monthBeside, weekdayOf } from '../src/workmode/days';
import { entryOf, mistakes, type Typed } from '../src/workmode/new-application';
import { momentOf } from '../src/workmode/one-application';
import { lastAllowed, MONTHS, minutesOf, netMinutes } from '../src/workmode/period';

const rules = join(import.meta.dirname, '../../rules/src');

/** The table by which the server's own rule is tested. */
const EXAMPLES = readFileSync(join(rules, 'test/resources/kz/bagalau/rules/workmode/period-examples.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',') as [string, string, 'DAY_BEFORE' | 'SAME_DAY', string]);

test.each(EXAMPLES)('%s: from %s six months end by %s on %s', (_, from, monthEnd, last) => {
  expect(lastAllowed(from, monthEnd)).toBe(last);
});

test('the months are those of the server’s deadline', () => {
  const source = readFileSync(join(rules, 'main/java/kz/bagalau/rules/calendar/Deadline.java'), 'utf8');
  expect(source.slice(source.indexOf('FLEXIBLE_PERIOD')).match(/MonthsFrom\((\d+)\)/)?.[1]).toBe(String(MONTHS));
});

test('while the first day is half typed there is no last one', () => {
  expect(lastAllowed('', 'DAY_BEFORE')).toBeNull();
  expect(lastAllowed('2026-1', 'DAY_BEFORE')).toBeNull();
  expect(lastAllowed('2026-13-01', 'DAY_BEFORE')).toBeNull();
});

test('times are read as the server reads them', () => {
  expect(minutesOf('09:30')).toBe(570);
  expect(minutesOf('9:30')).toBeNull();
  expect(minutesOf('24:00')).toBeNull();
  expect(minutesOf('24:00', true)).toBe(1_440);
});

test('the net hours leave the break out, and a shift may end the next day', () => {
  expect(netMinutes({ start: '10:00', end: '19:00', breakFrom: '13:00', breakTo: '14:00' })).toBe(480);
  expect(netMinutes({ start: '20:00', end: '08:00', breakFrom: '00:00', breakTo: '01:00' })).toBe(660);
  expect(netMinutes({ start: '10:00', end: '19:00' })).toBeNull();
});

const TYPED: Typed = {
  employee: '',
  submittedAt: '',
  reasons: 'a child at school',
  start: '10:00',
  end: '19:00',
  breakFrom: '',
  breakTo: '',
  from: '2026-01-15',
  to: '2026-07-14',
};
const t = (key: string) => key;
const wrong = (typed: Typed, paper = false) =>
  mistakes(typed, paper, lastAllowed(typed.from, 'DAY_BEFORE'), t as Parameters<typeof mistakes>[3]).map(
    ({ field, message }) => `${field} ${message}`,
  );

test('an application names reasons, hours and a period of six months at most', () => {
  expect(wrong(TYPED)).toEqual([]);
  expect(wrong({ ...TYPED, to: '2026-07-15' })).toEqual(['to beyond']);
  expect(wrong({ ...TYPED, reasons: ' ', start: '25:00', breakFrom: '13:00' })).toEqual([
    'reasons missing_reasons',
    'start wrong_time',
    'breakTo wrong_time',
  ]);
  expect(wrong(TYPED, true)).toEqual(['employee missing_employee', 'submittedAt missing_moment']);
});

test('what is handed in on this page is the own, what is on paper somebody’s of some moment', () => {
  expect(entryOf(TYPED, false)).toEqual({
    reasons: 'a child at school',
    mode: { start: '10:00', end: '19:00' },
    from: '2026-01-15',
    to: '2026-07-14',
    channel: 'OWN_PAGE',
  });
  expect(entryOf({ ...TYPED, employee: ' e1 ', submittedAt: '2026-01-10T10:00' }, true)).toMatchObject({
    channel: 'PAPER',
    employee: 'e1',
    submittedAt: '2026-01-10T10:00:00+05:00',
  });
});

test('what is received in the minute in which it was handed in was not received before', () => {
  expect(momentOf('2026-01-10T10:00', '2026-01-10T05:00:42Z')).toBe('2026-01-10T05:00:42Z');
  expect(momentOf('2026-01-10T10:01', '2026-01-10T05:00:42Z')).toBe('2026-01-10T10:01:00+05:00');
  expect(momentOf('2026-01-10T09:00', '2026-01-10T05:00:42Z')).toBe('2026-01-10T09:00:00+05:00');
});

test('months and their days', () => {
  expect(monthBeside('2026-11', 2)).toBe('2027-01');
  expect(monthBeside('2026-01', -1)).toBe('2025-12');
  expect(lastOf('2024-02')).toBe('2024-02-29');
  expect(lastOf('2026-12')).toBe('2026-12-31');
  expect(weekdayOf('2026-11-30')).toBe(1);
  expect(weekdayOf('2026-11-29')).toBe(7);
});

test('a bar lies where the hours of its day lie, and a night goes on to the edge', () => {
  expect(barsOf({ start: '06:00', end: '18:00', breakFrom: '12:00', breakTo: '13:12' })).toEqual([
    { from: 25, width: 50, kind: 'work' },
    { from: 50, width: 5, kind: 'break' },
  ]);
  expect(barsOf({ start: '18:00', end: '06:00' })).toEqual([{ from: 75, width: 25, kind: 'work' }]);
  expect(barsOf({ start: '18:00', end: '24:00' })).toEqual([{ from: 75, width: 25, kind: 'work' }]);
  expect(barsOf({})).toEqual([]);
});
