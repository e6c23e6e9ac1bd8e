import type { Schema } from '../common/api';
import { codeOf, type Problem, type Reply } from '../common/http';

/** What came of sending. */
export type Sent = { kind: 'received' } | { kind: 'login' } | { kind: 'refused'; reason: Reason; problem: Problem };

/** `other` is whatever is no end of it, such as the word of a proxy or a firewall on the way. */
export type Reason = 'unknown_code' | 'not_invited' | 'given' | 'exempt' | 'late' | 'answers' | 'other';

/** After these the answers cannot be sent any more, and must not stay on the device. */
export const OVER: Reason[] = ['given', 'exempt', 'late'];

/** What our server answers where it has the answers. */
export type Taken = Schema<'Received'>;

/** The world outside, so that the tests can cut the network at every point. */
export interface Outside<P> {
  put(pending: P): Promise<Reply<Taken>>;
  /** Whether these answers go with a login. */
  byLogin(pending: P): boolean;
  beforeRetry(attempt: number, serverAskedForSeconds: number | undefined): Promise<void>;
  trouble(kind: 'retry' | 'offline' | null): void;
  online(): boolean;
}

/** Brings kept answers to the server, however often it takes: the same again is answered as the first time. */
export async function send<P>(outside: Outside<P>, pending: P): Promise<Sent> {
  for (let attempt = 1; ; attempt++) {
    outside.trouble(null);
    const reply = await outside.put(pending);
    // A success that does not say so is somebody else's, such as a login page of the network.
    if (reply.kind === 'answered' && reply.body?.received === true) {
      return { kind: 'received' };
    }
    if (reply.kind === 'refused') {
      const { problem } = reply;
      return problem.status === 401 && outside.byLogin(pending)
        ? { kind: 'login' }
        : { kind: 'refused', reason: REASONS[codeOf(problem)] ?? 'other', problem };
    }
    outside.trouble(outside.online() ? 'retry' : 'offline');
    await outside.beforeRetry(attempt, reply.kind === 'unreachable' ? reply.retryAfterSeconds : undefined);
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
