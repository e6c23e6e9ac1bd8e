import { describe, expect, it } from 'vitest';
import type { Reply } from '../src/common/http';
import { answered, type Form, missing, pagesOf } from '../src/exit/form';
import type { Pending } from '../src/exit/kept';
import { type Outside, send, type Taken } from '../src/exit/sending';

const name = { kk: 'к', ru: 'р', en: 'e' };
const options = (question: string, ...ids: string[]) =>
  ids.map((id) => ({ id: `exit.${question}.${id}`, label: name }));
const FORM: Form = {
  id: 'appendix-12',
  source: 'Appendix 12',
  title: name,
  intro: name,
  questions: [
    {
      id: 'q1',
      number: 1,
      text: name,
      several: true,
      required: true,
      groups: [
        { id: 'exit.q1.pay', title: name, options: options('q1', 'pay.low', 'pay.unfair_reward') },
        { id: 'exit.q1.ethics', title: name, options: options('q1', 'ethics.conflict') },
      ],
    },
    ...Array.from({ length: 10 }, (_, i) => ({
      id: `q${i + 2}`,
      number: i + 2,
      text: name,
      several: false,
      required: i + 2 !== 8,
      options: options(`q${i + 2}`, 'yes', 'no'),
    })),
  ],
};
const PENDING: Pending = { right: { by: 'code', code: '0123-4567-89AB-CDEF-9' }, answers: { q1: ['exit.q1.pay.low'] } };

/** A server that answers with these, one after the other. */
function world(...replies: Reply<unknown>[]): {
  outside: Outside<Pending>;
  sent: Pending[];
  troubles: (string | null)[];
} {
  const sent: Pending[] = [];
  const troubles: (string | null)[] = [];
  return {
    sent,
    troubles,
    outside: {
      put: (pending) => {
        sent.push(structuredClone(pending));
        return Promise.resolve(replies[sent.length - 1] as Reply<Taken>);
      },
      byLogin: ({ right }) => right.by === 'login',
      beforeRetry: () => Promise.resolve(),
      trouble: (kind) => troubles.push(kind),
      online: () => false,
    },
  };
}

const RECEIVED: Reply<unknown> = { kind: 'answered', status: 200, body: { received: true } };
const refusal = (status: number, code: string): Reply<unknown> => ({
  kind: 'refused',
  problem: { type: `urn:bagalau:problem:${code}`, title: '', status, detail: '', errors: [] },
});

describe('the pages', () => {
  it('hold every question once', () => {
    expect(pagesOf(FORM).flatMap((page) => page.map(({ number }) => number))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ]);
  });

  it('ask for what must be answered, and not for question 8', () => {
    expect(missing(FORM.questions, {}).map(({ id }) => id)).toEqual([
      'q1',
      'q2',
      'q3',
      'q4',
      'q5',
      'q6',
      'q7',
      'q9',
      'q10',
      'q11',
    ]);
  });
});

describe('answers', () => {
  const [first, second] = FORM.questions;

  it('are the same whatever order the reasons were chosen in', () => {
    const one = answered({}, first!, ['exit.q1.ethics.conflict', 'exit.q1.pay.low']);
    const other = answered(answered({}, first!, ['exit.q1.pay.low']), first!, [
      'exit.q1.pay.low',
      'exit.q1.ethics.conflict',
    ]);
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  it('leave no trace where they are taken back', () => {
    expect(answered({ q2: 'exit.q2.yes' }, second!, [])).toEqual({});
  });
});

describe('sending', () => {
  it('sends the same again until somebody answers', async () => {
    const { outside, sent, troubles } = world(
      { kind: 'unreachable' },
      { kind: 'unreachable', retryAfterSeconds: 5 },
      RECEIVED,
    );
    expect(await send(outside, PENDING)).toEqual({ kind: 'received' });
    expect(sent).toEqual([PENDING, PENDING, PENDING]);
    expect(troubles).toEqual([null, 'offline', null, 'offline', null]);
  });

  it('asks for the login where there is none any more', async () => {
    const own: Pending = { ...PENDING, right: { by: 'login', id: 'leaving-1' } };
    expect(await send(world(refusal(401, 'UNAUTHORIZED')).outside, own)).toEqual({ kind: 'login' });
    expect(await send(world(refusal(401, 'UNAUTHORIZED')).outside, PENDING)).toMatchObject({ reason: 'other' });
  });

  it.each([null, '', {}, { received: 'yes' }, '<html>'])(
    'takes the success of somebody else on the way (%j) for none',
    async (body) => {
      const { outside, sent } = world({ kind: 'answered', status: 200, body }, RECEIVED);
      expect(await send(outside, PENDING)).toEqual({ kind: 'received' });
      expect(sent).toHaveLength(2);
    },
  );

  it.each(['about:blank', 'https://proxy.example/problem:TOO_LATE', 'urn:other:problem:EXEMPT'])(
    'takes the refusal of somebody else (%s) for no end',
    async (type) => {
      const foreign: Reply<unknown> = {
        kind: 'refused',
        problem: { type, title: '', status: 409, detail: '', errors: [] },
      };
      expect(await send(world(foreign).outside, PENDING)).toMatchObject({ reason: 'other' });
    },
  );

  it.each([
    ['UNKNOWN_CODE', 403, 'unknown_code'],
    ['NOT_INVITED', 403, 'not_invited'],
    ['ALREADY_GIVEN', 409, 'given'],
    ['EXEMPT', 409, 'exempt'],
    ['TOO_LATE', 409, 'late'],
    ['INVALID', 400, 'answers'],
    ['SOMETHING_NEW', 409, 'other'],
  ])('tells %s apart', async (code, status, reason) => {
    expect(await send(world(refusal(status, code)).outside, PENDING)).toMatchObject({ kind: 'refused', reason });
  });
});
