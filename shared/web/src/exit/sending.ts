import type { Problem, Reply } from '../common/http';

/** What came of sending. */
export type Sent = { kind: 'received' } | { kind: 'login' } | { kind: 'refused'; reason: Reason; problem: Problem };

export type Reason = 'unknown_code' | 'not_invited' | 'given' | 'exempt' | 'late' | 'answers' | 'other';

/** After these the answers cannot be sent any more, and must not stay on the device. */
export const OVER: Reason[] = ['given', 'exempt', 'late'];

/** The world outside, so that the tests can cut the network at every point. */
export interface Outside<P> {
  put(pending: P): Promise<Reply<unknown>>;
  beforeRetry(attempt: number, serverAskedForSeconds: number | undefined): Promise<void>;
  trouble(kind: 'retry' | 'offline' | null): void;
  online(): boolean;
}

/** Brings kept answers to the server, however often it takes: the same again is answered as the first time. */
export async function send<P>(outside: Outside<P>, pending: P): Promise<Sent> {
  for (let attempt = 1; ; attempt++) {
    outside.trouble(null);
    const reply = await outside.put(pending);
    if (reply.kind === 'answered') {
      return { kind: 'received' };
    }
    if (reply.kind === 'refused') {
      const { problem } = reply;
      return problem.status === 401 ? { kind: 'login' } : { kind: 'refused', reason: reasonOf(problem), problem };
    }
    outside.trouble(outside.online() ? 'retry' : 'offline');
    await outside.beforeRetry(attempt, reply.retryAfterSeconds);
  }
}

const REASONS: Record<string, Reason> = {
  UNKNOWN_CODE: 'unknown_code',
  NOT_INVITED: 'not_invited',
  ALREADY_GIVEN: 'given',
  EXEMPT: 'exempt',
  TOO_LATE: 'late',
  INVALID: 'answers',
};

function reasonOf({ type }: Problem): Reason {
  return REASONS[type.slice(type.lastIndexOf(':') + 1)] ?? 'other';
}
