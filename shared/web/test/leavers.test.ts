import { expect, test } from 'vitest';
import type { Leaver } from '../src/leavers/api';
import { EMPTY, fieldOf, idIn, leavingOf, missing, type Typed, typedOf, wayOf, workedAt } from '../src/leavers/leaving';

const SLIP: Typed = {
  ...EMPTY,
  person: 'emp-17',
  leavingOn: '2025-11-28',
  left: 'SERVICE',
  ground: 'OWN_WILL',
  unit: ' Law ',
  deliver: 'PRINT',
};
const PAPER: Typed = { ...SLIP, medium: 'PAPER', document: ' No. 17 ', failed: '2025-11-20', operator: 'NITEC' };
const LEAVER: Leaver = {
  id: '1',
  body: 'b',
  person: 'emp-17',
  state: 'STANDING',
  version: 1,
  exempt: false,
  leavingOn: '2025-11-28',
  left: 'SERVICE',
  ground: 'OWN_WILL',
  section: 'CENTRAL',
  unit: 'Law',
  medium: 'ELECTRONIC',
  deliver: 'PRINT',
};

test('an electronic interview is announced with the way of its code, and without a failure', () => {
  expect(leavingOf({ ...SLIP, document: 'typed before the medium was changed' })).toEqual({
    leavingOn: '2025-11-28',
    left: 'SERVICE',
    ground: 'OWN_WILL',
    section: 'CENTRAL',
    unit: 'Law',
    medium: 'ELECTRONIC',
    deliver: 'PRINT',
  });
});

test('one on paper is announced with its failure, and without a code', () => {
  expect(leavingOf(PAPER)).toMatchObject({
    medium: 'PAPER',
    failure: { document: 'No. 17', date: '2025-11-20', operator: 'NITEC' },
  });
  expect(leavingOf(PAPER)).not.toHaveProperty('deliver');
});

test('where there is no interview nothing is said of it', () => {
  for (const ground of ['RETIREMENT', 'MOVE_WITHIN'] as const) {
    expect(Object.keys(leavingOf({ ...PAPER, ground }))).toEqual(['leavingOn', 'left', 'ground', 'section', 'unit']);
  }
});

test('what is missing is told in the order of the form, and only what the ground needs', () => {
  expect(missing(EMPTY)).toEqual(['person', 'leavingOn', 'left', 'ground']);
  expect(missing({ ...SLIP, deliver: '' })).toEqual(['deliver']);
  expect(missing({ ...SLIP, deliver: '', ground: 'RETIREMENT' })).toEqual([]);
  expect(missing({ ...PAPER, document: ' ', operator: '' })).toEqual(['document', 'operator']);
});

test('an announcement comes back into the form as it was typed', () => {
  expect(typedOf(LEAVER)).toEqual({ ...SLIP, unit: 'Law' });
  expect(
    typedOf({ ...LEAVER, medium: 'PAPER', failure: { document: 'No. 17', date: '2025-11-20', operator: 'NITEC' } }),
  ).toEqual({ ...PAPER, unit: 'Law', document: 'No. 17' });
});

test('a complaint of the API is told at the field where it is mended', () => {
  expect(['/leavingOn', '/reason', '/failure', '/failure/date'].map(fieldOf)).toEqual([
    'leavingOn',
    'reason',
    'document',
    'failed',
  ]);
  expect(fieldOf('/colour')).toBeUndefined();
});

test('what is to be done about a leaver follows from the ground first', () => {
  expect(wayOf(LEAVER)).toBe('PRINT');
  expect(wayOf({ ...LEAVER, medium: 'PAPER' })).toBe('PAPER');
  expect(wayOf({ ...LEAVER, medium: 'PAPER', ground: 'DISCIPLINE' })).toBe('EXEMPT');
  expect(wayOf({ ...LEAVER, ground: 'MOVE_WITHIN' })).toBe('NOT_DISMISSED');
  expect(wayOf({ ...LEAVER, state: 'WITHDRAWN', ground: 'DISCIPLINE' })).toBe('WITHDRAWN');
});

test('a refusal is read for the announcement it speaks of', () => {
  expect(idIn('Correct the announcement 0b0e2a51-6d53-4f62-8a0f-6cf0c1c6b7a4.')).toBe(
    '0b0e2a51-6d53-4f62-8a0f-6cf0c1c6b7a4',
  );
  expect(idIn('There is no such body.')).toBeUndefined();
});

test('until the end of January the year before is worked at', () => {
  expect(workedAt(new Date('2026-01-31T18:59:00Z'))).toBe(2025);
  expect(workedAt(new Date('2026-01-31T19:00:00Z')), 'February in Almaty').toBe(2026);
  expect(workedAt(new Date('2025-12-31T18:59:00Z'))).toBe(2025);
  expect(workedAt(new Date('2025-12-31T19:00:00Z')), 'January in Almaty').toBe(2025);
});
