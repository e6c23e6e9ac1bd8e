import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Claims } from '../src/common/login';
import { almatyDay, almatyYear, daysUntil } from '../src/common/today';
import { idOf, isMine, roomOf, type Task, titleOf, whenOf } from '../src/home/task';
import { kindName, ownerName, turnName } from '../src/home/texts';
import kk from '../src/texts/kk/home.json';

const flows = join(import.meta.dirname, '../../rules/src/main/resources/kz/bagalau/rules/flow');

/** Kinds of documents, and the events of each by which somebody has to act, as the tables of the acts name them. */
function turnsOfTables(): Map<string, Set<string>> {
  const turns = new Map<string, Set<string>>();
  for (const file of readdirSync(flows).filter((name) => name.endsWith('.csv'))) {
    const lines = readFileSync(join(flows, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
      .map((line) => line.split('|').map((cell) => cell.trim()));
    turns.set(basename(file, '.csv'), new Set(lines.filter((cells) => cells[5] === 'turn').map((cells) => cells[1]!)));
  }
  return turns;
}

describe('the names of tasks', () => {
  const turns = turnsOfTables();

  test('are there for every kind and every turn of the tables', () => {
    expect(turns.size).toBeGreaterThan(10);
    const missing = [...turns].flatMap(([kind, events]) =>
      [`kind_${kind}`, ...[...events].map((event) => `turn_${kind}_${event}`)].filter((key) => !(key in kk)),
    );
    expect(missing).toEqual([]);
  });

  test('are of no kind and no turn that the tables do not have', () => {
    const known = [...turns].flatMap(([kind, events]) => [
      `kind_${kind}`,
      ...[...events].map((event) => `turn_${kind}_${event}`),
    ]);
    const named = Object.keys(kk).filter((key) => /^(kind|turn)_/.test(key));
    expect(named.filter((key) => !known.includes(key))).toEqual([]);
  });

  test('of what a newer server knows are its own', () => {
    expect(kindName('appraisal', 'en')).toBe('Quarterly assessment');
    expect(kindName('novelty', 'en')).toBe('novelty');
    expect(turnName('kpi-sheet', 'inform', 'ru')).toBe('Ознакомить служащего с результатом');
    expect(turnName('kpi-sheet', 'novelty', 'ru')).toBe('novelty');
    expect(ownerName('person:emp:1', 'kk')).toBe('emp:1');
    expect(ownerName('hr:min-digital', 'en')).toBe('Personnel service');
    expect(ownerName('novelty:x', 'en')).toBe('novelty:x');
  });
});

const task = (more: Partial<Task> = {}): Task => ({
  object: 'kpi-sheet~k-1',
  kind: 'kpi-sheet',
  event: 'resubmit',
  rule: 'kpi.resubmit',
  owner: 'person:emp-1',
  body: 'min-digital',
  due: '2026-01-14',
  late: false,
  provisional: false,
  citation: 'No. 02-17/15, ¶54',
  ...more,
});

test('the day is that of Almaty, five hours before the end of the day of UTC', () => {
  expect(almatyDay(new Date('2026-01-13T18:59:59Z'))).toBe('2026-01-13');
  expect(almatyDay(new Date('2026-01-13T19:00:00Z'))).toBe('2026-01-14');
});

test('days are counted from one date to another, over the ends of months and years', () => {
  expect(daysUntil('2026-01-14', '2026-01-14')).toBe(0);
  expect(daysUntil('2026-01-02', '2025-12-31')).toBe(2);
  expect(daysUntil('2026-03-01', '2026-02-28')).toBe(1);
  expect(daysUntil('2026-01-10', '2026-01-14')).toBe(-4);
});

test.each([
  ['2026-01-13', 'soon'],
  ['2026-01-14', 'today'],
  ['2026-01-07', 'soon'],
  ['2026-01-06', 'later'],
])('on %s what is due on 14 January is %s', (today, when) => {
  expect(whenOf(task(), today)).toBe(when);
});

test('the last working day before a day off counts, the server says what is late, and no day is none', () => {
  expect(whenOf(task({ due: '2026-01-18', safeDue: '2026-01-16' }), '2026-01-16')).toBe('today');
  expect(whenOf(task({ late: true }), '2026-01-01')).toBe('late');
  const { due: _, ...undated } = task();
  expect(whenOf(undated, '2026-01-01')).toBe('undated');
});

describe('a turn is the reader’s own', () => {
  const who = (more: Partial<Claims>): Claims => ({ sub: 'emp-1', roles: [], ...more });

  test.each<[string, Claims, boolean]>([
    ['person:emp-1', who({}), true],
    ['person:emp-2', who({}), false],
    ['hr:min-digital', who({ roles: ['hr'], body: 'min-digital' }), true],
    ['hr:min-digital', who({ roles: ['hr'], body: 'min-law' }), false],
    ['hr:min-digital', who({ roles: ['employee'], body: 'min-digital' }), false],
    ['head:min-digital', who({ roles: ['head'], body: 'min-digital' }), true],
    ['authority:agency', who({ roles: ['agency'] }), true],
    ['authority:north', who({ roles: ['agency'] }), false],
    ['authority:north', who({ roles: ['territorial'], territory: 'north' }), true],
    ['authority:south', who({ roles: ['territorial'], territory: 'north' }), false],
    ['system:clock', who({ roles: ['hr'], body: 'clock' }), false],
  ])('%s for %j: %s', (owner, claims, mine) => {
    expect(isMine(task({ owner }), claims)).toBe(mine);
  });
});

test('a document is called by its own id, and led to where the desk has a room for its kind', () => {
  expect(idOf(task())).toBe('k-1');
  expect(roomOf(task({ object: 'appraisal~a-1', kind: 'an-unknown-kind' }))).toBeUndefined();
  expect(roomOf(task())).toBe('#/kpi/sheets/k-1');
  expect(roomOf(task({ object: 'kpi-plan~k-1', kind: 'kpi-plan' }))).toBe('#/kpi/plans/k-1');
  expect(roomOf(task({ object: 'commission-meeting~m-1', kind: 'commission-meeting' }))).toBe('#/kpi/meetings/m-1');
  const commission = task({ object: 'commission~min-digital.main', kind: 'commission', body: 'min-digital' });
  expect(roomOf(commission)).toBe('#/kpi/commissions/main');
  expect(roomOf(task({ object: 'appraisal~a-1', kind: 'appraisal' }))).toBe('#/appraisals/one/a-1');
  expect(roomOf(task({ object: 'recall~r-1', kind: 'recall' }))).toBe('#/worktime/recalls/r-1');
  const violation = task({
    object: 'violation~v-1',
    kind: 'violation',
    about: { period: '2026-12-08', within: 'flexible-time~act-1' },
  });
  expect(roomOf(violation)).toBe('#/worktime/acts/flexible/act-1');
  expect(titleOf(violation)).toBe('2026-12-08');
  const presence = task({ object: 'presence-act~p-1', kind: 'presence-act', about: { within: 'visit~v-1' } });
  expect(roomOf(presence)).toBe('#/monitoring/visits/v-1');
  expect(roomOf(task({ object: 'worktime-report~r-1', kind: 'worktime-report' }))).toBe('#/reports?body=min-digital');
});

test('the year of a page is the one in Almaty', () => {
  expect(almatyYear(new Date('2025-12-31T18:59:00Z'))).toBe(2025);
  expect(almatyYear(new Date('2025-12-31T19:00:00Z'))).toBe(2026);
});
