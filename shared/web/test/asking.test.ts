import { expect, test } from 'vitest';
import { askOf } from '../src/common/asking';
import { isChanged } from '../src/common/form/attempt';

const { read } = askOf({});

const refusal = (status: number, code: string, more: object) =>
  new Response(JSON.stringify({ type: `urn:bagalau:problem:${code}`, title: 'T', status, detail: 'D', ...more }), {
    status,
  });

test('a refused change comes with what stands instead', async () => {
  const reply = await read!(refusal(409, 'CHANGED', { current: { id: 'emp-1', version: 3 } }));

  expect(reply).toMatchObject({ kind: 'refused', problem: { detail: 'D', current: { id: 'emp-1', version: 3 } } });
  expect(reply.kind === 'refused' && isChanged(reply.problem)).toBe(true);
});

test('a wrong state comes with the state, and is no change of somebody else’s', async () => {
  const reply = await read!(refusal(409, 'WRONG_STATE', { state: 'PUBLISHED' }));

  expect(reply).toMatchObject({ kind: 'refused', problem: { state: 'PUBLISHED' } });
  expect(reply.kind === 'refused' && isChanged(reply.problem)).toBe(false);
});

test('an answer, an outage and a proxy’s page are read as they were', async () => {
  expect(await read!(new Response('{"id":"a"}', { status: 200 }))).toEqual({
    kind: 'answered',
    status: 200,
    body: { id: 'a' },
  });
  expect(await read!(new Response('', { status: 503, headers: { 'Retry-After': '5' } }))).toEqual({
    kind: 'unreachable',
    retryAfterSeconds: 5,
  });
  expect(await read!(new Response('<html>', { status: 403 }))).toMatchObject({
    kind: 'refused',
    problem: { status: 403, errors: [] },
  });
});
