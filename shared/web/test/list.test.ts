import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { allOf } from '../src/common/all-pages';
import type { Reply } from '../src/common/http';
import { arranged, nextSort, readSort, writeSort } from '../src/common/list/arranged';
import type { Column, Filter } from '../src/common/list/column';
import { csvOf } from '../src/common/list/csv';
import type { Sheet } from '../src/common/list/sheet';
import { xlsxOf } from '../src/common/list/xlsx';
import { loadPages, type PageOf } from '../src/common/paged';

interface Row {
  id: string;
  name: string;
  points: string | null;
  at: string;
}

const row = (id: string, name: string, points: string | null, at = '2026-01-01T00:00:00Z'): Row => ({
  id,
  name,
  points,
  at,
});
const rows = [
  row('a', 'Ақмола облысы', '9.5'),
  row('b', 'Орган № 10', '10.000001'),
  row('c', 'Орган № 9', null),
  row('d', 'Ерёминский отдел', '-1.5'),
  row('e', 'Әділет министрлігі', '10'),
];
const columns: Column<Row>[] = [
  { id: 'name', name: 'Name', value: ({ name }) => name },
  { id: 'points', name: 'Points', kind: 'number', value: ({ points }) => points },
  { id: 'at', name: 'At', kind: 'instant', value: ({ at }) => at },
];
const scored: Filter<Row> = {
  id: 'scored',
  label: 'Scored',
  options: [
    ['yes', 'Yes'],
    ['no', 'No'],
  ],
  holds: ({ points }, chosen) => (points !== null) === (chosen === 'yes'),
};

function ids(view: Partial<Parameters<typeof arranged>[3]>, alsoSought?: (row: Row) => string[], given = rows): string {
  const whole = { find: '', chosen: {}, sort: null, ...view };
  return arranged(given, columns, [scored], whole, 'kk', alsoSought)
    .map(({ id }) => id)
    .join('');
}

describe('a list', () => {
  test('is as it came where nothing is asked', () => {
    expect(ids({})).toBe('abcde');
  });

  test('sorts decimals exactly, whichever way, with nothing last', () => {
    expect(ids({ sort: { column: 'points', down: false } })).toBe('daebc');
    expect(ids({ sort: { column: 'points', down: true } })).toBe('beadc');
  });

  test('sorts texts by the letters of the language and numbers in them as numbers', () => {
    // In Kazakh Ә follows А, before Б; № 9 before № 10.
    expect(ids({ sort: { column: 'name', down: false } })).toBe('aedcb');
  });

  test('sorts moments by time, whatever their offset', () => {
    const moments = [row('x', '', null, '2026-01-01T05:00:00+05:00'), row('y', '', null, '2025-12-31T23:00:00Z')];
    expect(ids({ sort: { column: 'at', down: false } }, undefined, moments)).toBe('yx');
  });

  test('keeps equal ones as they came, and leaves the given rows alone', () => {
    const equal = [row('x', '', '1'), row('y', '', '1'), row('z', '', '0')];
    expect(ids({ sort: { column: 'points', down: true } }, undefined, equal)).toBe('xyz');
    expect(equal.map(({ id }) => id).join('')).toBe('xyz');
  });

  test('is sought by every word, in any case, with е for ё, and by what stands in no cell', () => {
    expect(ids({ find: 'орган 10' })).toBe('b');
    expect(ids({ find: 'ЕРЕМИН' })).toBe('d');
    expect(ids({ find: 'ӘДІЛЕТ' })).toBe('e');
    expect(ids({ find: 'justice' }, ({ id }) => (id === 'e' ? ['Ministry of Justice'] : []))).toBe('e');
    expect(ids({ find: 'орган облысы' })).toBe('');
  });

  test('is narrowed by a choice, and by none that is empty', () => {
    expect(ids({ chosen: { scored: 'no' } })).toBe('c');
    expect(ids({ chosen: { scored: '' } })).toBe('abcde');
    expect(ids({ chosen: { scored: 'yes' }, find: 'орган' })).toBe('b');
  });

  test('says its order in one word of the address', () => {
    expect([readSort(''), readSort('points'), readSort('-points')]).toEqual([
      null,
      { column: 'points', down: false },
      { column: 'points', down: true },
    ]);
    expect([null, { column: 'at', down: true }].map(writeSort)).toEqual(['', '-at']);
    const up = nextSort(null, 'at');
    expect([up, nextSort(up, 'at'), nextSort(nextSort(up, 'at'), 'at'), nextSort(up, 'name')]).toEqual([
      { column: 'at', down: false },
      { column: 'at', down: true },
      null,
      { column: 'name', down: false },
    ]);
  });

  test('asked for an unknown column stays as it came', () => {
    expect(ids({ sort: { column: 'gone', down: true } })).toBe('abcde');
  });
});

const sheet: Sheet = {
  title: 'Бағалау: 2025/2026 [қорытынды] – барлық мемлекеттік органдар',
  columns: [
    { name: '=Орган', kind: 'text' },
    { name: 'Ұпай', kind: 'number' },
    { name: 'Күні', kind: 'date' },
    { name: 'Уақыты', kind: 'instant' },
  ],
  rows: [
    ['=HYPERLINK("http://x";"y")', '-1.50', '2026-03-31', '2026-03-31T20:30:00Z'],
    ['a; "b"\nc', 7, null, null],
    ['+7 701', null, '', ''],
    ['\u0000<&>\uD800', '3', null, null],
  ],
};

describe('a file of text', () => {
  test('has what a spreadsheet of the language reads, and no formula', () => {
    expect(csvOf(sheet, 'kk')).toBe(
      [
        "\uFEFF'=Орган;Ұпай;Күні;Уақыты",
        '"\'=HYPERLINK(""http://x"";""y"")";-1,50;2026-03-31;2026-04-01 01:30',
        '"a; ""b""\nc";7;;',
        "'+7 701;;;",
        '\u0000<&>\uD800;3;;',
        '',
      ].join('\r\n'),
    );
    expect(csvOf(sheet, 'en').split('\r\n')[1]).toContain(',-1.50,2026-03-31,');
  });

  test.each(['=1', '+1', '-1', '@x', '\t=1', '\r=1', '＝1', '－1'])(
    'guards %j, but not the same among letters',
    (text) => {
      const of = (value: string) => csvOf({ title: '', columns: [{ name: 'n', kind: 'text' }], rows: [[value]] }, 'en');
      expect(of(text).split('\r\n').slice(1).join('\r\n')).toMatch(/^"?'/);
      expect(of(`a${text.trim()}`)).not.toContain("'");
    },
  );
});

describe('a workbook', () => {
  const parts = async (given: Sheet) => {
    const packed = unzipSync(new Uint8Array(await xlsxOf(given).arrayBuffer()));
    return Object.fromEntries(Object.entries(packed).map(([name, bytes]) => [name, strFromU8(bytes)]));
  };

  test('has the parts that every spreadsheet wants', async () => {
    expect(Object.keys(await parts(sheet)).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
  });

  test('holds texts as texts, numbers to the last digit, days and moments of Almaty as spreadsheets count', async () => {
    const { 'xl/worksheets/sheet1.xml': xml = '' } = await parts(sheet);
    expect(xml).toContain(
      '<c r="A2" s="0" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&#34;http://x&#34;;&#34;y&#34;)</t></is></c>',
    );
    expect(xml).toContain('<c r="B2" s="0"><v>-1.50</v></c>');
    // 31 March 2026 is day 46112; 20:30 UTC is 01:30 of 1 April in Almaty.
    expect(xml).toContain('<c r="C2" s="2"><v>46112</v></c>');
    expect(xml).toContain('<c r="D2" s="3"><v>46113.0625</v></c>');
    expect(xml).toContain('<row r="4"><c r="A4"');
    expect(xml).not.toContain('<f>');
  });

  test('leaves out what XML forbids', async () => {
    const { 'xl/worksheets/sheet1.xml': xml = '' } = await parts(sheet);
    expect(xml).toContain('<t xml:space="preserve">&#60;&#38;&#62;</t>');
  });

  test('is named within what a sheet allows', async () => {
    const { 'xl/workbook.xml': xml = '' } = await parts(sheet);
    const [, name = ''] = /sheet name="([^"]*)"/.exec(xml) ?? [];
    expect(name).toMatch(/^Бағалау {2}2025 2026 {2}қорытынды/);
    expect(name.length).toBeLessThanOrEqual(31);
  });

  test('has columns beyond Z', async () => {
    const wide = Array.from({ length: 28 }, (_, index) => ({ name: String(index), kind: 'text' as const }));
    const { 'xl/worksheets/sheet1.xml': xml = '' } = await parts({ title: '', columns: wide, rows: [] });
    expect(xml).toContain('r="Z1"');
    expect(xml).toContain('r="AA1"');
    expect(xml).toContain('r="AB1"');
  });
});

describe('pages', () => {
  const answers: Record<string, Reply<PageOf<number>>> = {
    '': { kind: 'answered', status: 200, body: { rows: [1, 2], next: 'b' } },
    b: { kind: 'answered', status: 200, body: { rows: [3], next: 'c' } },
    c: { kind: 'answered', status: 200, body: { rows: [4] } },
  };
  const ask =
    (changed: typeof answers = {}) =>
    async (cursor = '') =>
      ({ ...answers, ...changed })[cursor]!;

  test('come one at a time, or all', async () => {
    expect(await loadPages(ask(), undefined, false)).toEqual({ rows: [1, 2], next: 'b', trouble: null });
    expect(await loadPages(ask(), 'b', true)).toEqual({ rows: [3, 4], next: undefined, trouble: null });
  });

  test('keep what came before a failure, and where to go on', async () => {
    const cut = ask({ b: { kind: 'unreachable' } });
    expect(await loadPages(cut, undefined, true)).toEqual({ rows: [1, 2], next: 'b', trouble: 'unreachable' });
  });
});

test('a choice among all rows waits for the last page, and says what kept it from coming', () => {
  const paged = { rows: ['a'], starting: false, busy: false, more: false, trouble: null };
  expect(allOf(paged)).toEqual({ at: 'here', value: ['a'] });
  expect(allOf({ ...paged, more: true }).at).toBe('loading');
  expect(allOf({ ...paged, busy: true }).at).toBe('loading');
  expect(allOf({ ...paged, starting: true }).at).toBe('loading');
  expect(allOf({ ...paged, more: true, trouble: 'unreachable' }).at).toBe('unreachable');
});
