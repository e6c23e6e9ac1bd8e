import type { Method, Path } from './api';
import type { Asking } from './desk';
import { type Ask, type Reply, readJson } from './http';

/** How a request of the desk is sent. */
export function askOf<P extends Path, M extends Method>({ method, body, file, idempotencyKey }: Asking<P, M>): Ask {
  const headers = {
    ...(file !== undefined && { 'Content-Type': file.type }),
    ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
  };
  return { ...(method !== undefined && { method }), body, payload: file, headers, read: readWhole };
}

/** How a file is asked for. */
export const FILE: Ask = {
  headers: { Accept: '*/*' },
  read: async (response) =>
    response.ok
      ? { kind: 'answered', status: response.status, body: (await response.blob()) as never }
      : ((await readJson(response)) as Reply<never>),
};

/** Reads a refusal with what stands instead of what was seen, or the state in which the object stands. */
async function readWhole(response: Response): Promise<Reply<never>> {
  const copy = response.clone();
  const reply = await readJson<never>(response);
  if (reply.kind !== 'refused') {
    return reply;
  }
  const { current, state } = (await copy.json().catch(() => ({}))) as { current?: unknown; state?: unknown };
  return {
    kind: 'refused',
    problem: {
      ...reply.problem,
      ...(current !== undefined && { current }),
      ...(typeof state === 'string' && { state }),
    },
  };
}
