import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mayDo } from '../src/kpi/api';
import {
  BLANK,
  countPlan,
  countSheet,
  fieldOfRow,
  gradeOf,
  sentActuals,
  sentRows,
  type TypedRow,
  typedActuals,
  typedRows,
} from '../src/kpi/rows';
import { byObject, termsOf } from '../src/kpi/terms';
import { countVotes, isDecided, type Motion, required, seated, sentMotion } from '../src/kpi/votes';

const FULL: TypedRow = {
  name: 'A',
  derivedFrom: 'B',
  unit: '%',
  planned: '90',
  due: '2026-12-01',
  keyResult: 'C',
  achievable: true,
};
const PERIOD = { from: '2026-01-01', to: '2026-12-31' };

/** The examples by which the server counts, without comments and heading. */
function examples(file: string): string[][] {
  const path = join(import.meta.dirname, '../../rules/src/test/resources/kz/bagalau/rules/kpi', file);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split(','));
}

describe('a plan', () => {
  test('has five rows to fill in, whatever stands', () => {
    expect(typedRows([])).toHaveLength(5);
    expect(typedRows([{ name: 'A' }])[0]).toEqual({ ...BLANK, name: 'A' });
    expect(typedRows(Array.from({ length: 6 }, () => ({})))).toHaveLength(6);
  });

  test('counts every open cell, and the mark that it can be achieved', () => {
    expect(countPlan(typedRows([]), PERIOD)).toEqual({ complete: 0, missing: 35, outside: [] });
    expect(countPlan([FULL, { ...FULL, unit: '  ' }, FULL, FULL, FULL], PERIOD)).toMatchObject({
      complete: 4,
      missing: 1,
    });
    expect(countPlan([FULL, FULL, FULL, FULL, { ...FULL, achievable: false }], PERIOD).missing).toBe(1);
  });

  test('names what is due outside the period', () => {
    const rows = [FULL, { ...FULL, due: '2027-01-01' }, { ...FULL, due: '2025-12-31' }, FULL, { ...FULL, due: '' }];
    expect(countPlan(rows, PERIOD).outside).toEqual([2, 3]);
    expect(
      countPlan(
        [
          { ...FULL, due: '2026-01-01' },
          { ...FULL, due: '2026-12-31' },
        ],
        PERIOD,
      ).outside,
    ).toEqual([]);
  });

  test('sends what is filled in, and an empty row only before one that is not', () => {
    expect(sentRows([BLANK, { ...BLANK, name: ' A ' }, BLANK, BLANK, BLANK])).toEqual([{}, { name: 'A' }]);
    expect(sentRows(typedRows([]))).toEqual([]);
    expect(sentRows([FULL])).toEqual([FULL]);
  });
});

describe('a sheet', () => {
  test.each(examples('kpi-examples.csv'))('%s: %s achieved is %s', (_, achieved, grade) => {
    expect(gradeOf(Number(achieved))).toBe(grade);
  });

  test('has a result once every indicator says whether it was achieved', () => {
    const row = (no: number, achieved: '' | 'yes' | 'no', actual = '1') => ({ no, actual, achieved, evidence: '' });
    expect(countSheet([row(1, 'yes'), row(2, ''), row(3, 'no')])).toEqual({ achieved: 1, open: 1, grade: null });
    expect(countSheet([row(1, 'yes'), row(2, 'yes'), row(3, 'yes', ' '), row(4, 'no'), row(5, 'no')])).toEqual({
      achieved: 3,
      open: 1,
      grade: 'SATISFACTORY',
    });
  });

  test('keeps documents among the evidence that is typed as lines', () => {
    const standing = [{ no: 1, achieved: false, evidence: [{ document: 'd-1' }, { text: 'Report 1' }] }];
    const typed = typedActuals(standing);
    expect(typed).toEqual([{ no: 1, actual: '', achieved: 'no', evidence: 'Report 1' }]);
    expect(sentActuals([{ ...typed[0]!, evidence: 'Report 2\n\n Report 3 ' }], standing)).toEqual([
      { no: 1, achieved: false, evidence: [{ document: 'd-1' }, { text: 'Report 2' }, { text: 'Report 3' }] },
    ]);
    expect(sentActuals([{ ...typed[0]!, evidence: '', document: 'd-2' }], standing)[0]!.evidence).toEqual([
      { document: 'd-1' },
      { document: 'd-2' },
    ]);
    expect(sentActuals([{ ...typed[0]!, evidence: '', document: 'd-1' }], standing)[0]!.evidence).toEqual([
      { document: 'd-1' },
    ]);
  });

  test('shows a complaint at its field', () => {
    expect(fieldOfRow('/rows/2/achieved')).toBe('row-2-achieved');
    expect(fieldOfRow('/rows/0/evidence/1/text')).toBe('row-0-evidence');
    expect(fieldOfRow('/rows')).toBe('row-0-name');
    expect(fieldOfRow('/version')).toBeUndefined();
  });
});

describe('a meeting', () => {
  const SEATS = { chair: 'c', members: ['a', 'b', 'd'], secretary: 's' };
  const motion = (votes: Motion['votes'], part: Partial<Motion> = {}): Motion => ({
    sheet: 'x',
    decision: 'CONFIRM',
    grade: '',
    votes,
    recommendation: '',
    ...part,
  });

  test.each(examples('quorum-examples.csv'))('%s: of %s seats %s are needed', (_, seats, needed) => {
    expect(required({ members: Array.from({ length: Number(seats) - 1 }, (_each, index) => String(index)) })).toBe(
      Number(needed),
    );
  });

  test('does not count the secretary and guests', () => {
    expect(seated(SEATS, ['s', 'guest', 'a', 'c'])).toEqual(['c', 'a']);
  });

  test('is decided by the majority of those who vote', () => {
    expect(countVotes({ c: 'against', a: 'for', b: 'for' }, ['c', 'a', 'b'], 'c')).toEqual({
      kind: 'counted',
      carried: true,
      by: 'MAJORITY',
      votesFor: 2,
      votesAgainst: 1,
    });
  });

  test.each([
    ['for', true],
    ['against', false],
  ] as const)('with a tie by the chair, who is %s', (chair, carried) => {
    const other = chair === 'for' ? 'against' : 'for';
    const outcome = countVotes({ c: chair, a: chair, b: other, d: other }, ['c', 'a', 'b', 'd'], 'c');
    expect(outcome).toMatchObject({ carried, by: 'CHAIR' });
  });

  test('carries nothing with a tie in the chair’s own case', () => {
    expect(countVotes({ a: 'for', b: 'against' }, ['a', 'b'], 'c')).toMatchObject({ carried: false, by: 'MAJORITY' });
  });

  test('waits for everybody who is there', () => {
    expect(countVotes({ a: 'for' }, ['c', 'a', 'b'], 'c')).toEqual({ kind: 'open', missing: ['c', 'b'] });
  });

  test('has another motion on a sheet until one is carried', () => {
    const lost = motion({ c: 'against', a: 'against' });
    const won = motion({ c: 'for', a: 'for' });
    expect(isDecided([lost], 'x', ['c', 'a'], 'c')).toBe(false);
    expect(isDecided([lost, won], 'x', ['c', 'a'], 'c')).toBe(true);
    expect(isDecided([won], 'y', ['c', 'a'], 'c')).toBe(false);
  });

  test('sends the votes of those who are there, and a result only with a revision', () => {
    expect(sentMotion(motion({ c: 'for', gone: 'for' }, { grade: 'PROPER', recommendation: ' ' }), ['c', 'a'])).toEqual(
      {
        sheet: 'x',
        decision: 'CONFIRM',
        votes: [{ member: 'c', for: true }],
      },
    );
    expect(sentMotion(motion({ c: 'against' }, { decision: 'REVISE', grade: 'PROPER' }), ['c'])).toEqual({
      sheet: 'x',
      decision: 'REVISE',
      grade: 'PROPER',
      votes: [{ member: 'c', for: false }],
    });
  });
});

test('terms are found by the kind and the id of a document', () => {
  const task = {
    kind: 'kpi-sheet',
    event: 'agree',
    owner: 'person:a',
    body: 'b',
    late: false,
    provisional: false,
    citation: '',
  };
  const terms = byObject([
    { ...task, object: 'kpi-sheet~1' },
    { ...task, object: 'kpi-sheet~1', event: 'sign' },
    { ...task, object: 'kpi-plan~1' },
  ]);
  expect(termsOf(terms, 'kpi-sheet', '1').map(({ event }) => event)).toEqual(['agree', 'sign']);
  expect(termsOf(terms, 'kpi-plan', '1')).toHaveLength(1);
  expect(termsOf(null, 'kpi-plan', '1')).toEqual([]);
});

test('only what a document says its reader may do is offered', () => {
  expect(mayDo({ may: ['sign'] }, 'fill', 'sign')).toBe(true);
  expect(mayDo({}, 'sign')).toBe(false);
});
