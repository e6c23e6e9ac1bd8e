import { type Answered, codeOf, type Problem, type Refused, type Reply } from '../common/http';
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

export type Sent =
  | { kind: 'receipt'; receipt: string }
  | { kind: 'login' }
  | { kind: 'refused'; reason: Reason; problem?: Problem; pending: Pending };

/**
 * Why the server, or the arithmetic, said no. `not_open` may be too early as well as too late; `other` is whatever is no end of it,
 * such as the word of a proxy or a firewall on the way, which cannot know whether the right is used up.
 */
export type Reason =
  | 'unknown_code'
  | 'not_enrolled'
  | 'used'
  | 'body'
  | 'not_open'
  | 'closed'
  | 'spent'
  | 'signature'
  | 'answers'
  | 'other';

/** After these the sealed ballot is of no use any more. A signature that does not verify may be mended, answers corrected. */
const FINAL: Reason[] = ['unknown_code', 'not_enrolled', 'used', 'body', 'closed', 'spent'];

/** After these the answers cannot be sent any more either, and must not stay on the device. A used right may be mended by another one. */
const OVER: Reason[] = ['closed', 'spent'];

/** The refusals of our server that a page can act upon, by their codes. */
const REASONS: Record<'token' | 'ballot', Record<string, Reason>> = {
  token: {
    UNKNOWN_CODE: 'unknown_code',
    NOT_ENROLLED: 'not_enrolled',
    FORBIDDEN: 'not_enrolled',
    ALREADY_USED: 'used',
    OTHER_BODY: 'body',
    NOT_OPEN: 'not_open',
  },
  ballot: { INVALID: 'answers', BAD_SIGNATURE: 'signature', TOKEN_SPENT: 'spent', NOT_OPEN: 'not_open' },
};

/** The world outside, so that the tests can cut the network at every point. */
export interface Outside {
  kept: Pick<Kept, 'addPending' | 'pending' | 'replacePending' | 'erasePending' | 'eraseDraft'>;
  /** With the key of the body's group for logins, or the one for slips. */
  blind(body: string, right: Right): Promise<BlindedMessage>;
  finish(sealed: Sealed, signature: Uint8Array): Promise<Uint8Array>;
  /** Whether the signature can be asked for now: a code always, a login only while there is one. */
  mayAsk(sealed: Sealed): boolean;
  askForToken(sealed: Sealed): Promise<Reply<{ signature: Uint8Array }>>;
  forgetLogin(): void;
  cast(signed: Signed): Promise<Reply<{ receipt: string }>>;
  /** Whether the server says that the survey is closing or closed; false where it cannot be asked. */
  over(): Promise<boolean>;
  pause(): Promise<void>;
  /** Waits before the try of that number, or until the network is back or the person asks. */
  beforeRetry(attempt: number, serverAskedForSeconds: number | undefined): Promise<void>;
  online(): boolean;
  show(progress: Progress): void;
}

/** Seals a ballot and keeps it. Where another tab has sealed one meanwhile, that one stays. */
export async function seal(
  outside: Outside,
  survey: string,
  body: string,
  shared: boolean,
  right: Right,
  paper: BallotPaper,
): Promise<Pending> {
  outside.show({ step: 'prepare' });
  const waiting = await outside.kept.pending(survey);
  if (waiting?.stage === 'signed') {
    // The right has been used already; only the answers may still change.
    const corrected: Signed = { ...waiting, paper };
    await outside.kept.replacePending(corrected);
    return corrected;
  }
  const sealed: Sealed = { stage: 'sealed', survey, body, shared, right, paper, ...(await outside.blind(body, right)) };
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
    if (pending.right.by === 'login' && notLoggedIn(reply.problem)) {
      outside.forgetLogin();
      return { kind: 'login' };
    }
    return refused(outside, 'token', reply.problem, pending);
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
    finished = await outside.finish(sealed, signature);
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
    return refused(outside, 'ballot', reply.problem, signed);
  }
  await outside.kept.erasePending(signed.survey);
  await outside.kept.eraseDraft(signed.survey);
  return { kind: 'receipt', receipt: reply.body.receipt };
}

async function keepTrying<T>(
  outside: Outside,
  step: 'token' | 'ballot',
  request: () => Promise<Reply<T>>,
): Promise<Answered<T> | Refused> {
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

/** Reports why, and erases what is of no use after it: nothing without our server's own word. */
async function refused(outside: Outside, step: 'token' | 'ballot', problem: Problem, pending: Pending): Promise<Sent> {
  const code = codeOf(problem);
  const known = REASONS[step][code] ?? 'other';
  const reason = known === 'not_open' && (await outside.over()) ? 'closed' : known;
  if (FINAL.includes(reason)) {
    await outside.kept.erasePending(pending.survey);
  }
  if (OVER.includes(reason)) {
    await outside.kept.eraseDraft(pending.survey);
  }
  return { kind: 'refused', reason, ...(code !== '' && { problem }), pending };
}

/** API Gateway refuses a login before our code is reached, in a word of its own: 401, or 403 `{"message":"Forbidden"}`. */
function notLoggedIn(problem: Problem): boolean {
  return problem.status === 401 || (problem.status === 403 && codeOf(problem) === '' && problem.title === 'Forbidden');
}
