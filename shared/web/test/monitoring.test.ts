import { describe, expect, test } from 'vitest';
import type { Desk } from '../src/common/desk';
import type { Reply } from '../src/common/http';
import { deliver, next, type Outside, type Trouble } from '../src/monitoring/delivery';
import { mistakeOf, takenAt } from '../src/monitoring/evidence-kinds';
import { filesOf } from '../src/monitoring/keep-page';
import type { Step, Written } from '../src/monitoring/notebook';
import { lastYearOf, mapOf, monthsOf, timesOf, yearsUntil } from '../src/monitoring/overtime-map';
import { emptyQuarters, quartersBefore, quartersOf, yearFrom } from '../src/monitoring/quarters';
import { fieldOf } from '../src/monitoring/register';
import { settingOf, shownValue, typedValues, writtenValues } from '../src/monitoring/setting-values';

const AT = '2026-02-10T19:40:00+05:00';
const EXPLANATION: Step = { kind: 'explanation', body: { person: 'Дана', requestedAt: AT } };
const FILE = new Blob(['photo']);
const PHOTO: Step = {
  kind: 'evidence',
  body: { kind: 'PHOTO', takenAt: AT, fileName: 'a.jpg', bytes: 5, sha256: 'abc' },
  file: FILE,
};
const ACT: Step = { kind: 'act', body: { person: 'Дана', workplace: '305', observedAt: AT, evidence: ['entry-2'] } };
const START: Step = { kind: 'start', body: { at: AT, cardsShown: true, version: 1 } };

const unreachable = { kind: 'unreachable' } as const;
const refused = (status: number, code: string, errors: { code: string; message: string }[] = []) =>
  ({
    kind: 'refused',
    problem: {
      type: code === '' ? 'about:blank' : `urn:bagalau:problem:${code}`,
      title: code,
      status,
      detail: code,
      errors,
    },
  }) as const;

/** A server that keeps replies by their keys, as ours does, and a network that loses what it is asked to lose. */
class Server {
  made: { path: string; key: string | undefined; body: unknown }[] = [];
  files: string[] = [];
  replies = new Map<string, { id: string }>();
  /** What becomes of each request in turn: nothing, the request lost, the answer lost, or another answer. */
  faults: ('request' | 'answer' | Reply<never> | null)[] = [];
  visit: Record<string, unknown> = { id: 'v', state: 'REGISTERED', explanations: [], evidence: [], acts: [] };
  asked: string[] = [];

  api = (async (
    path: string,
    { method = 'GET', body, idempotencyKey }: { method?: string; body?: unknown; idempotencyKey?: string } = {},
  ) => {
    this.asked.push(`${method} ${path}`);
    const fault = this.faults.shift() ?? null;
    if (fault === 'request') {
      return unreachable;
    }
    if (fault !== null && fault !== 'answer') {
      return fault;
    }
    const answer = this.answer(method, path, body, idempotencyKey);
    return fault === 'answer' ? unreachable : { kind: 'answered', status: 200, body: answer };
  }) as unknown as Desk['api'];

  private answer(method: string, path: string, body: unknown, key: string | undefined): unknown {
    if (method === 'GET') {
      return this.visit;
    }
    if (method === 'DELETE') {
      return this.visit;
    }
    const known = this.replies.get(key ?? '');
    if (known !== undefined) {
      return { ...known, upload: { url: path } };
    }
    this.made.push({ path, key, body });
    const made = { id: `made-${this.made.length}` };
    if (key !== undefined) {
      this.replies.set(key, made);
    }
    return { ...made, upload: { url: path } };
  }
}

class Pages {
  written: Written[];
  became = new Map<string, string>();

  constructor(steps: Step[]) {
    this.written = steps.map((step, index) => ({
      id: `entry-${index + 1}`,
      key: `key-${index + 1}`,
      sub: 'm1',
      visit: 'v',
      step,
      order: index + 1,
    }));
  }

  entries = async () => this.written.map((entry) => ({ ...entry }));
  change = async (entry: Written) => {
    this.written = this.written.map((each) => (each.order === entry.order ? { ...entry } : each));
  };
  sent = async (entry: Written, made: string) => {
    this.became.set(entry.id, made);
    this.written = this.written.filter(({ order }) => order !== entry.order);
  };
  made = async (entry: string) => this.became.get(entry);
}

function outsideOf(pages: Pages, server: Server, more: Partial<Outside> = {}) {
  const shown: Trouble[] = [];
  const outside: Outside = {
    sub: 'm1',
    notebook: pages,
    api: server.api,
    put: async (_, file) => {
      server.files.push(await file.text());
      return { kind: 'answered', status: 200, body: null };
    },
    now: () => 1_000,
    show: (trouble) => shown.push(trouble),
    changed: () => undefined,
    beforeRetry: async () => undefined,
    over: () => false,
    ...more,
  };
  return { outside, shown };
}

describe('what was written down in a visit', () => {
  test('is sent in its order, and an act names the evidence by what the server calls it', async () => {
    const pages = new Pages([EXPLANATION, PHOTO, ACT]);
    const server = new Server();
    await deliver(outsideOf(pages, server).outside);
    expect(server.made.map(({ path, key }) => [path, key])).toEqual([
      ['/visits/v/explanations', 'key-1'],
      ['/visits/v/evidence', 'key-2'],
      ['/visits/v/acts', 'key-3'],
    ]);
    expect(server.made[2]!.body).toMatchObject({ evidence: ['made-2'] });
    expect(server.files).toEqual(['photo']);
    expect(pages.written).toEqual([]);
  });

  test('is an act without the evidence that was taken out of what waits', async () => {
    const pages = new Pages([ACT]);
    pages.became.set('entry-2', '');
    const server = new Server();
    await deliver(outsideOf(pages, server).outside);
    expect(server.made[0]!.body).toMatchObject({ evidence: [] });
  });

  test.each([0, 1, 2, 3])('is made once, whichever request (%s) or answer the network loses', async (lost) => {
    for (const fault of ['request', 'answer'] as const) {
      const pages = new Pages([EXPLANATION, PHOTO, ACT]);
      const server = new Server();
      server.faults = [...Array<null>(lost).fill(null), fault];
      const { outside, shown } = outsideOf(pages, server);
      await deliver(outside);
      expect(server.made.map(({ key }) => key)).toEqual(['key-1', 'key-2', 'key-3']);
      expect(pages.written).toEqual([]);
      expect(shown.includes('network')).toBe(lost < 3);
    }
  });

  test('is made once where the tab dies between the answer and the note of it', async () => {
    const pages = new Pages([EXPLANATION]);
    const server = new Server();
    const dying = { ...pages, entries: pages.entries, change: pages.change, made: pages.made } as unknown as Pages;
    dying.sent = () => Promise.reject(new Error('killed'));
    await expect(deliver(outsideOf(dying, server).outside)).rejects.toThrow('killed');
    expect(pages.written).toHaveLength(1);
    await deliver(outsideOf(pages, server).outside);
    expect(server.made).toHaveLength(1);
    expect(pages.written).toEqual([]);
  });

  test('is sent with a new permit where the file itself was lost on the way', async () => {
    const pages = new Pages([PHOTO]);
    const server = new Server();
    const puts: string[] = [];
    const { outside } = outsideOf(pages, server, {
      put: async (_, file) => {
        puts.push(await file.text());
        return puts.length === 1 ? unreachable : { kind: 'answered', status: 200, body: null };
      },
    });
    await deliver(outside);
    expect(puts).toEqual(['photo', 'photo']);
    expect(server.made).toHaveLength(1);
    expect(pages.written).toEqual([]);
  });

  test('waits behind what the server refused, until that is sent again', async () => {
    const pages = new Pages([EXPLANATION, ACT]);
    const server = new Server();
    server.faults = [refused(409, 'WRONG_STATE')];
    await deliver(outsideOf(pages, server).outside);
    expect(server.made).toEqual([]);
    expect(pages.written.map(({ refused: why }) => why)).toEqual([['WRONG_STATE'], undefined]);
    expect(next(pages.written)).toBeUndefined();
    expect(next([...pages.written, { ...pages.written[1]!, visit: 'other', order: 3 }])?.visit).toBe('other');
    const { refused: _, ...again } = pages.written[0]!;
    await pages.change(again);
    await deliver(outsideOf(pages, server).outside);
    expect(server.made).toHaveLength(2);
  });

  test('is not refused by a proxy, nor by a login that ended, nor for a clock that is ahead', async () => {
    const pages = new Pages([EXPLANATION]);
    const server = new Server();
    server.faults = [refused(403, ''), refused(400, 'INVALID', [{ code: 'IN_FUTURE', message: 'later' }])];
    const { outside, shown } = outsideOf(pages, server);
    await deliver(outside);
    expect(shown).toEqual(['network', 'clock', null, null]);
    expect(server.made).toHaveLength(1);

    const others = new Pages([EXPLANATION]);
    server.faults = [refused(401, '')];
    await deliver(outsideOf(others, server).outside);
    expect(others.written).toHaveLength(1);
    expect(others.written[0]!.refused).toBeUndefined();
  });

  test('is looked for before it is sent again after the server has forgotten the key', async () => {
    const pages = new Pages([EXPLANATION, PHOTO]);
    pages.written = pages.written.map((entry) => ({ ...entry, tried: 0 }));
    const server = new Server();
    server.visit = {
      ...server.visit,
      explanations: [{ id: '7', person: 'Дана', requestedAt: '2026-02-10T14:40:00Z', state: 'NONE' }],
      evidence: [{ id: 'e', sha256: 'abc', takenAt: '2026-02-10T14:40:00Z' }],
    };
    await deliver(outsideOf(pages, server, { now: () => 30 * 3_600_000 }).outside);
    expect(pages.became.get('entry-1')).toBe('7');
    expect(server.asked).toContain('DELETE /visits/v/evidence/e');
    expect(server.made.map(({ path }) => path)).toEqual(['/visits/v/evidence']);
    expect(server.made[0]!.key).not.toBe('key-2');
  });

  test('is a start that stands, also where others have gone on since', async () => {
    const pages = new Pages([START]);
    const server = new Server();
    server.visit = { ...server.visit, state: 'IN_PROGRESS', startedAt: '2026-02-10T14:40:00Z' };
    server.faults = [refused(409, 'CHANGED')];
    await deliver(outsideOf(pages, server).outside);
    expect(pages.written).toEqual([]);

    const other = new Pages([START]);
    server.visit = { ...server.visit, startedAt: '2026-02-10T14:39:00Z' };
    server.faults = [refused(409, 'CHANGED')];
    await deliver(outsideOf(other, server).outside);
    expect(other.written[0]!.refused).toEqual(['CHANGED']);
  });
});

test('a file is evidence by its ending and size, whatever the case of its letters', () => {
  expect(mistakeOf('PHOTO', { name: 'DESK.JPG', size: 1 })).toBeNull();
  expect(mistakeOf('PHOTO', { name: 'desk.heic', size: 1 })).toBe('file_type');
  expect(mistakeOf('PHOTO', { name: 'desk.png', size: 20 * 1_048_576 + 1 })).toBe('file_large');
  expect(mistakeOf('VIDEO', { name: 'desk.mp4', size: 20 * 1_048_576 + 1 })).toBeNull();
  expect(mistakeOf('AUDIO', { name: 'talk.m4a', size: 0 })).toBe('file_empty');
  expect(mistakeOf('DOCUMENT', { name: 'pdf', size: 1 })).toBeNull();
});

test('a file was never taken in the future', () => {
  const now = Date.parse('2026-02-10T14:40:00Z');
  expect(takenAt({ lastModified: now - 60_000 }, now)).toBe('2026-02-10T14:39:00.000Z');
  expect(takenAt({ lastModified: now + 60_000 }, now)).toBe('2026-02-10T14:40:00.000Z');
  expect(takenAt({ lastModified: 0 }, now)).toBe('2026-02-10T14:40:00.000Z');
});

test('a complaint about an official is shown at the field of that official', () => {
  expect(fieldOf('/officials/1/card')).toBe('visit-officials-1-card');
  expect(fieldOf('/officials')).toBe('visit-officials');
  expect(fieldOf('/date')).toBe('date');
});

test('the page that is kept is made of its own files only', () => {
  const page = 'https://pages.example/desk.html?code=secret#/monitoring';
  const loaded = [
    'https://pages.example/assets/desk-1.js',
    'https://pages.example/assets/desk-1.js',
    'https://pages.example/visits/v-1',
    'https://api.example/assets/x.js',
  ];
  expect(filesOf(loaded, page)).toEqual([
    'https://pages.example/desk.html',
    'https://pages.example/config.json',
    'https://pages.example/favicon.svg',
    'https://pages.example/assets/desk-1.js',
  ]);
});

test('a plan of a year ends the day before, and its quarters are whole or touched', () => {
  expect(yearFrom('2027-01-01')).toBe('2027-12-31');
  expect(yearFrom('2028-02-29')).toBe('2029-02-28');
  expect(yearFrom('2027-1')).toBeNull();
  expect(quartersOf('2027-02-01', '2027-07-01')).toEqual([
    { id: '2027-Q1', months: ['2027-01', '2027-02', '2027-03'], whole: false },
    { id: '2027-Q2', months: ['2027-04', '2027-05', '2027-06'], whole: true },
    { id: '2027-Q3', months: ['2027-07', '2027-08', '2027-09'], whole: false },
  ]);
  expect(quartersOf('2027-01-01', '')).toEqual([]);
});

test('a quarter wholly inside a plan that has no visit is missing one', () => {
  const quarters = quartersOf('2026-10-01', '2027-09-30');
  const items = [{ quarter: '2026-Q4' }, { quarter: '2027-Q1' }, { quarter: '2027-Q3' }];
  expect(emptyQuarters(quarters, items)).toEqual(['2027-Q2']);
  expect(emptyQuarters(quartersOf('2026-11-01', '2027-10-31'), [])).toEqual(['2027-Q1', '2027-Q2', '2027-Q3']);
});

const HOURS = { weekday: '0', weekdayAuthorised: '0', weekend: '0', weekendAuthorised: '0' };

test('overtime is shown by unit and month, what was not counted as nothing, and sums are the server’s', () => {
  const law = { ...HOURS, unit: 'Law', weekday: '0.333333' };
  const finance = { ...HOURS, unit: 'Finance', weekday: '4.5' };
  const { rows, high } = mapOf(
    {
      from: '2026-12',
      to: '2027-02',
      months: [
        {
          month: '2026-12',
          report: 'r',
          sendAgain: false,
          provisional: false,
          units: [law, finance],
          total: { ...HOURS, weekday: '5' },
        },
        {
          month: '2027-02',
          report: 'r',
          sendAgain: false,
          provisional: false,
          units: [law],
          total: { ...HOURS, weekday: '1' },
        },
      ],
      units: [{ ...law, weekday: '0.666667' }, finance],
      total: { ...HOURS, weekday: '6' },
    },
    'weekday',
    'Body',
  );
  expect(rows.map(({ name, values }) => [name, ...values])).toEqual([
    ['Law', '0.333333', null, '0.333333', '0.666667'],
    ['Finance', '4.5', null, null, '4.5'],
    ['Body', '5', null, '1', '6'],
  ]);
  expect(high).toBe(4.5);
  expect(monthsOf({ from: '2026-12', to: '2027-02' })).toEqual(['2026-12', '2027-01', '2027-02']);
});

test('the overtime page opens at the last year that was counted', () => {
  expect(lastYearOf([])).toBeNull();
  expect(lastYearOf([{ month: '2025-12' }, { month: '2026-01' }, { month: '2025-03' }])).toBe('2026');
  expect(yearsUntil(2026, 2)).toEqual({ from: '2025-01', to: '2026-12' });
});

test('own working times are shown once where they go on', () => {
  const rules = { start: '09:00', end: '18:30' };
  expect(timesOf([])).toBe('');
  expect(timesOf([rules, rules, { start: '11:00', end: '20:30', act: '12' }, rules])).toBe(
    '09:00–18:30, 11:00–20:30 (12), 09:00–18:30',
  );
});

test('quarters are reported once they are over, and none before the order', () => {
  expect(quartersBefore('2026-04-01', 2)).toEqual(['2026-Q1', '2025-Q4']);
  expect(quartersBefore('2026-03-31', 2)).toEqual(['2025-Q4', '2025-Q3']);
  expect(quartersBefore('2024-01-15')).toEqual(['2023-Q4', '2023-Q3']);
});

const ABOUT = { kk: 'т', ru: 'т', en: 't' };
const SETTINGS = [
  { id: 'reportDueDay', about: ABOUT, act: '121', paragraph: '¶8', default: null, least: 1, most: 28 },
  { id: 'systematicMin', about: ABOUT, act: '120', paragraph: '¶21', default: 2, least: 1, most: 100 },
  { id: 'presenceAtBreak', about: ABOUT, act: '121', paragraph: '¶14', default: false },
  {
    id: 'month_end',
    about: ABOUT,
    act: '120',
    paragraph: '¶18',
    default: 'DAY_BEFORE',
    readings: [
      { value: 'DAY_BEFORE', about: { ...ABOUT, en: 'the day before' } },
      { value: 'SAME_DAY', about: ABOUT },
    ],
  },
];

test('settings are typed as text and written as what they are', () => {
  const values = { reportDueDay: null, systematicMin: 2, presenceAtBreak: false, month_end: 'DAY_BEFORE' as const };
  const typed = typedValues({ settings: SETTINGS, values });
  expect(typed).toEqual({ reportDueDay: '', systematicMin: '2', presenceAtBreak: 'false', month_end: 'DAY_BEFORE' });
  expect(writtenValues(SETTINGS, typed)).toEqual(values);
  expect(writtenValues(SETTINGS, { ...typed, reportDueDay: ' 15 ', presenceAtBreak: 'true' })).toEqual({
    ...values,
    reportDueDay: 15,
    presenceAtBreak: true,
  });
  expect(writtenValues(SETTINGS, { ...typed, systematicMin: '' })).toBeNull();
  expect(writtenValues(SETTINGS, { ...typed, reportDueDay: '1.5' })).toBeNull();
  expect(settingOf('/values/reportDueDay')).toBe('reportDueDay');
});

test('a setting is shown in words', () => {
  const words = { none: 'not set', yes: 'yes', no: 'no' };
  const shown = (at: number, value: string | number | boolean | null) => {
    const setting = SETTINGS[at];
    return setting && shownValue(setting, value, 'en', words);
  };
  expect([shown(0, null), shown(0, 15), shown(2, true), shown(3, 'DAY_BEFORE')]).toEqual([
    'not set',
    '15',
    'yes',
    'the day before',
  ]);
});
