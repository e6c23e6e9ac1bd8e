import type { Answered, Problem, Refused, Reply } from '../common/http';
import type { Kept, Pending, Right, Sealed, Signed } from './kept';
import type { BallotPaper } from './survey';
import type { BlindedMessage } from './token';

/**
 * From Send to the receipt (design, "Anonymity", steps 3 and 4). The order is the point: the sealed ballot is kept before the server
 * hears of it; the login is forgotten before the ballot leaves; the pause keeps a signature and a ballot from arriving back to back.
 */

/** What is being done now, for the person who waits. */
export interface Progress {
  step: 'prepare' | 'token' | 'wait' | 'ballot';
  trouble?: 'retry' | 'offline';
}

export type Sent = { kind: 'receipt'; receipt: string } | { kind: 'login' } | { kind: 'refused'; reason: Reason; problem?: Problem; pending: Pending };

/** Why the server, or the arithmetic, said no. */
export type Reason = 'unknown_code' | 'not_enrolled' | 'used' | 'body' | 'closed' | 'spent' | 'signature' | 'answers' | 'other';

/** The world outside, so that the tests can cut the network at every point. */
export interface Outside {
  kept: Pick<Kept, 'addPending' | 'pending' | 'replacePending' | 'erasePending' | 'eraseDraft'>;
  blind(body: string): Promise<BlindedMessage>;
  finish(body: string, sealed: BlindedMessage, signature: Uint8Array): Promise<Uint8Array>;
  /** Whether the signature can be asked for now: a code always, a login only while there is one. */
  mayAsk(sealed: Sealed): boolean;
  askForToken(sealed: Sealed): Promise<Reply<{ signature: Uint8Array }>>;
  forgetLogin(): void;
  cast(signed: Signed): Promise<Reply<{ receipt: string }>>;
  pause(): Promise<void>;
  /** Waits before the try of that number, or until the network is back or the person asks. */
  beforeRetry(attempt: number, serverAskedForSeconds: number | undefined): Promise<void>;
  online(): boolean;
  show(progress: Progress): void;
}

/** Seals a ballot and keeps it. Where another tab has sealed one meanwhile, that one stays. */
export async function seal(outside: Outside, survey: string, body: string, shared: boolean, right: Right, paper: BallotPaper): Promise<Pending> {
  outside.show({ step: 'prepare' });
  const waiting = await outside.kept.pending(survey);
  if (waiting?.stage === 'signed') {
    // The right has been used already; only the answers may still change.
    const corrected: Signed = { ...waiting, paper };
    await outside.kept.replacePending(corrected);
    return corrected;
  }
  const sealed: Sealed = { stage: 'sealed', survey, body, shared, right, paper, ...(await outside.blind(body)) };
  return (await outside.kept.addPending(sealed)) ? sealed : ((await outside.kept.pending(survey)) ?? sealed);
}

/** Brings a kept ballot to its receipt, from wherever it stands. */
export async function send(outside: Outside, pending: Pending): Promise<Sent> {
  if (pending.stage === 'signed') {
    return cast(outside, pending);
  }
  if (!outside.mayAsk(pending)) {
    return { kind: 'login' };
  }
  const reply = await keepTrying(outside, 'token', () => outside.askForToken(pending));
  if (reply.kind === 'refused') {
    const { problem } = reply;
    if (problem.status === 401) {
      outside.forgetLogin();
      return { kind: 'login' };
    }
    return { kind: 'refused', reason: tokenReason(problem, pending.right), problem, pending };
  }
  const signed = await unseal(outside, pending, reply.body.signature);
  if (signed === null) {
    return { kind: 'refused', reason: 'signature', pending };
  }
  outside.forgetLogin();
  outside.show({ step: 'wait' });
  await outside.pause();
  return cast(outside, signed);
}

/** Keeps the ballot with its finished signature, and no longer what could tie it to the register. */
async function unseal(outside: Outside, sealed: Sealed, signature: Uint8Array): Promise<Signed | null> {
  const { survey, body, shared, paper, message } = sealed;
  let finished: Uint8Array;
  try {
    finished = await outside.finish(body, sealed, signature);
  } catch {
    return null;
  }
  const signed: Signed = { stage: 'signed', survey, body, shared, paper, message, signature: finished };
  await outside.kept.replacePending(signed);
  return signed;
}

async function cast(outside: Outside, signed: Signed): Promise<Sent> {
  outside.forgetLogin();
  const reply = await keepTrying(outside, 'ballot', () => outside.cast(signed));
  if (reply.kind === 'refused') {
    return { kind: 'refused', reason: ballotReason(reply.problem), problem: reply.problem, pending: signed };
  }
  await outside.kept.erasePending(signed.survey);
  await outside.kept.eraseDraft(signed.survey);
  return { kind: 'receipt', receipt: reply.body.receipt };
}

async function keepTrying<T>(outside: Outside, step: 'token' | 'ballot', request: () => Promise<Reply<T>>): Promise<Answered<T> | Refused> {
  for (let attempt = 1; ; attempt++) {
    outside.show({ step });
    const reply = await request();
    if (reply.kind !== 'unreachable') {
      return reply;
    }
    outside.show({ step, trouble: outside.online() ? 'retry' : 'offline' });
    await outside.beforeRetry(attempt, reply.retryAfterSeconds);
  }
}

function tokenReason(problem: Problem, right: Right): Reason {
  const byStatus: Record<number, Reason> = { 403: right.by === 'code' ? 'unknown_code' : 'not_enrolled', 409: 'used' };
  return known(problem) ?? byStatus[problem.status] ?? 'other';
}

function ballotReason(problem: Problem): Reason {
  const byStatus: Record<number, Reason> = { 400: 'answers', 403: 'signature', 409: 'spent' };
  return known(problem) ?? byStatus[problem.status] ?? 'other';
}

const REASONS: Record<string, Reason> = {
  UNKNOWN_CODE: 'unknown_code',
  NOT_ENROLLED: 'not_enrolled',
  ALREADY_USED: 'used',
  OTHER_BODY: 'body',
  NOT_OPEN: 'closed',
  TOKEN_SPENT: 'spent',
  BAD_SIGNATURE: 'signature',
};

function known({ type, errors }: Problem): Reason | undefined {
  const names = [...errors.map(({ code }) => code), type.slice(type.search(/[^/:#]*$/)).toUpperCase().replace(/-/g, '_')];
  return names.map((name) => REASONS[name]).find((reason) => reason !== undefined);
}
