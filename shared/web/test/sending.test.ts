import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fromBase64Url } from '../src/common/encoding';
import { ask, type Reply } from '../src/common/http';
import type { Kept, Pending, Right } from '../src/survey/kept';
import { type Outside, seal, send } from '../src/survey/sending';
import { blind, finish } from '../src/survey/token';

const suite = RSABSSA.SHA384.PSS.Randomized();
const paper = { answers: { q1: 4, q33: 'мәтін' }, respondent: { sex: 2 } };
const code: Right = { by: 'code', code: 'ABCDEFGH12345678' };
const login: Right = { by: 'login' };

let pair: CryptoKeyPair;
/** Another key, of a larger modulus, so that it can sign whatever is blinded for the first. */
let foreign: CryptoKeyPair;
let key: JsonWebKey;
let store: Map<string, Pending>;
let happened: string[];
let server: Server;
let loggedIn: boolean;
/** Whether the server says by the survey's state that it is over. */
let over: boolean;

beforeAll(async () => {
  const made = [await newKey(), await newKey()];
  const moduli = await Promise.all(
    made.map(({ publicKey }) => crypto.subtle.exportKey('jwk', publicKey).then(({ n }) => fromBase64Url(n!))),
  );
  [pair, foreign] = Buffer.compare(moduli[0]!, moduli[1]!) < 0 ? [made[0]!, made[1]!] : [made[1]!, made[0]!];
  key = await crypto.subtle.exportKey('jwk', pair.publicKey);
});

function newKey(): Promise<CryptoKeyPair> {
  return suite.generateKey({ modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) });
}

beforeEach(() => {
  store = new Map();
  happened = [];
  server = new Server();
  loggedIn = true;
  over = false;
});

afterEach(() => void vi.unstubAllGlobals());

test('the sealed ballot is kept before the server hears of it, the login is forgotten before the ballot leaves', async () => {
  const sent = await send(outside(), await sealed({ by: 'login' }));

  expect(sent).toEqual({ kind: 'receipt', receipt: 'R-1' });
  expect(happened).toEqual([
    'kept sealed',
    'token asked',
    'kept signed',
    'login forgotten',
    'pause',
    'login forgotten',
    'ballot cast',
    'erased',
    'draft erased',
  ]);
  expect(server.ballots).toHaveLength(1);
});

test('with the signature, what could tie the ballot to the register is gone', async () => {
  server.loseBefore('ballot');
  const underway = send(outside(), await sealed(code));
  await server.lost;
  expect(Object.keys(store.get('s')!).sort()).toEqual([
    'body',
    'message',
    'paper',
    'shared',
    'signature',
    'stage',
    'survey',
  ]);
  await underway;
});

test.each(['token', 'ballot'] as const)('a %s request that never arrives is sent again', async (request) => {
  server.loseBefore(request);
  expect(await send(outside(), await sealed(code))).toEqual({ kind: 'receipt', receipt: 'R-1' });
  expect(server.ballots).toHaveLength(1);
});

test.each(['token', 'ballot'] as const)(
  'a %s answer that is lost costs nothing: the same again gives the same receipt',
  async (request) => {
    server.loseAfter(request);
    expect(await send(outside(), await sealed(code))).toEqual({ kind: 'receipt', receipt: 'R-1' });
    expect(server.ballots).toHaveLength(1);
  },
);

test('a tab killed after the claim resumes with the same bytes', async () => {
  const first = await sealed(code);
  await server.issue((first as { blinded: Uint8Array }).blinded);

  const resumed = store.get('s')!;
  expect(await send(outside(), resumed)).toEqual({ kind: 'receipt', receipt: 'R-1' });
});

test('a second window does not seal a second ballot', async () => {
  const first = await sealed(code);
  const second = await seal(outside(), 's', 'b', false, code, { answers: { q1: 1 }, respondent: {} });
  expect(second).toEqual(first);
});

test('without a login the sealed ballot waits for one', async () => {
  loggedIn = false;
  expect(await send(outside(), await sealed({ by: 'login' }))).toEqual({ kind: 'login' });
  expect(store.get('s')?.stage).toBe('sealed');
});

test.each([
  [401, '{"message":"Unauthorized"}'],
  [403, '{"message":"Forbidden"}'],
  [401, ours('UNAUTHORIZED')],
  [401, '<html>401</html>'],
])('a login that is refused with %i %s is asked for again, nothing is lost', async (status, text) => {
  const waiting = await sealed({ by: 'login' });
  server.refuse('token', status, text);
  expect(await send(outside(), waiting)).toEqual({ kind: 'login' });
  expect(store.get('s')).toEqual(waiting);
  expect(happened).toContain('login forgotten');
  expect(await send(outside(), waiting)).toMatchObject({ kind: 'receipt' });
});

test('a signature by another key is noticed before anything is sent', async () => {
  server.signWith(foreign.privateKey);
  expect(await send(outside(), await sealed(code))).toMatchObject({ kind: 'refused', reason: 'signature' });
  expect(server.ballots).toHaveLength(0);
});

/** What stays on the device after our server's word: of the pending ballot, and of the draft. */
test.each([
  ['token', 403, 'UNKNOWN_CODE', code, 'unknown_code', 'no ballot, the draft'],
  ['token', 403, 'NOT_ENROLLED', login, 'not_enrolled', 'no ballot, the draft'],
  ['token', 403, 'FORBIDDEN', login, 'not_enrolled', 'no ballot, the draft'],
  ['token', 409, 'OTHER_BODY', code, 'body', 'no ballot, the draft'],
  ['token', 409, 'ALREADY_USED', code, 'used', 'no ballot, the draft'],
  ['ballot', 409, 'TOKEN_SPENT', code, 'spent', 'nothing'],
  ['ballot', 403, 'BAD_SIGNATURE', code, 'signature', 'signed ballot, the draft'],
  ['ballot', 400, 'INVALID', code, 'answers', 'signed ballot, the draft'],
] as const)('a %s request refused with %i %s is told as such', async (request, status, name, right, reason, left) => {
  server.refuse(request, status, ours(name));
  expect(await send(outside(), await sealed(right))).toMatchObject({
    kind: 'refused',
    reason,
    problem: { status, detail: name },
  });
  expect(leftOver()).toBe(left);
});

test.each([
  ['token', 'sealed ballot, the draft'],
  ['ballot', 'signed ballot, the draft'],
] as const)('a %s request before the opening waits for it, and one after the close is over', async (request, left) => {
  const early = await sealed(code);
  server.refuse(request, 409, ours('NOT_OPEN'));
  expect(await send(outside(), early)).toMatchObject({ kind: 'refused', reason: 'not_open' });
  expect(leftOver()).toBe(left);

  over = true;
  server.refuse(request, 409, ours('NOT_OPEN'));
  expect(await send(outside(), store.get('s')!)).toMatchObject({ kind: 'refused', reason: 'closed' });
  expect(leftOver()).toBe('nothing');
});

const OTHERS = [
  [400, '<html>Bad Request</html>'],
  [403, '<html>Request blocked</html>'],
  [403, '{"message":"Blocked by policy"}'],
  [404, '{"type":"about:blank","title":"Not Found","status":404,"detail":"ALREADY_USED"}'],
  [405, ''],
  [407, '{"type":"https://proxy.example/UNKNOWN_CODE","errors":{"code":"NOT_OPEN"}}'],
  [409, '{"type":409,"errors":[{"code":"ALREADY_USED"},{"code":"TOKEN_SPENT"}]}'],
  [413, '{"message":"Request Entity Too Large"}'],
] as const;

test.each([
  ...OTHERS.map(([status, text]) => ['token', status, text] as const),
  ...OTHERS.map(([status, text]) => ['ballot', status, text] as const),
  ['token', 401, '{"message":"Unauthorized"}'],
  ['ballot', 401, '{"message":"Unauthorized"}'],
  ['ballot', 403, '{"message":"Forbidden"}'],
] as const)(
  'a %s request that somebody on the way refuses with %i %s costs nothing, whether it had arrived or not',
  async (request, status, text) => {
    const first = await sealed(code);
    for (const arrived of [false, true]) {
      server.refuse(request, status, text, arrived);
      expect(await send(outside(), store.get('s')!)).toEqual({
        kind: 'refused',
        reason: 'other',
        pending: store.get('s'),
      });
      expect(leftOver()).toBe(request === 'token' ? 'sealed ballot, the draft' : 'signed ballot, the draft');
      expect(store.get('s')!.message).toEqual(first.message);
    }
    expect(await send(outside(), store.get('s')!)).toEqual({ kind: 'receipt', receipt: 'R-1' });
    expect([server.claims, server.ballots]).toEqual([1, [paper]]);
  },
);

test.each([
  ['token', 400, 'INVALID'],
  ['token', 400, 'NOT_A_RESIDUE'],
  ['token', 404, 'NOT_FOUND'],
  ['token', 413, 'TOO_LARGE'],
  ['token', 409, 'TOKEN_SPENT'],
  ['ballot', 404, 'NOT_FOUND'],
  ['ballot', 413, 'TOO_LARGE'],
  ['ballot', 409, 'ALREADY_USED'],
] as const)(
  "a %s request refused with %i %s, which is no end of it, is told in the server's words and kept",
  async (request, status, name) => {
    server.refuse(request, status, ours(name));
    expect(await send(outside(), await sealed(code))).toMatchObject({
      kind: 'refused',
      reason: 'other',
      problem: { detail: name },
    });
    expect(leftOver()).toBe(request === 'token' ? 'sealed ballot, the draft' : 'signed ballot, the draft');
  },
);

test.each([
  ['refused', 400, ours('INVALID')],
  ['stopped on the way', 403, '<html>Request blocked</html>'],
] as const)('answers that are %s can be changed with the signature already got', async (_, status, text) => {
  server.refuse('ballot', status, text);
  await send(outside(), await sealed(code));
  const corrected = { answers: { q1: 3 }, respondent: {} };
  const again = await seal(outside(), 's', 'b', false, code, corrected);
  expect(await send(outside(), again)).toEqual({ kind: 'receipt', receipt: 'R-1' });
  expect(server.claims).toBe(1);
  expect(server.ballots).toEqual([corrected]);
});

/** A problem document as our server writes it. */
function ours(name: string): string {
  return JSON.stringify({ type: `urn:bagalau:problem:${name}`, title: '', status: 0, detail: name, code: name });
}

function leftOver(): string {
  const ballot = store.get('s');
  const draft = !happened.includes('draft erased');
  return ballot === undefined && !draft
    ? 'nothing'
    : `${ballot === undefined ? 'no' : ballot.stage} ballot, ${draft ? 'the draft' : 'no draft'}`;
}

function sealed(right: Right): Promise<Pending> {
  return seal(outside(), 's', 'b', false, right, paper);
}

function outside(): Outside {
  const kept: Pick<Kept, 'addPending' | 'pending' | 'replacePending' | 'erasePending' | 'eraseDraft'> = {
    pending: async (survey) => store.get(survey),
    async addPending(pending) {
      if (store.has(pending.survey)) {
        return false;
      }
      happened.push(`kept ${pending.stage}`);
      store.set(pending.survey, pending);
      return true;
    },
    async replacePending(pending) {
      happened.push(`kept ${pending.stage}`);
      store.set(pending.survey, pending);
    },
    async erasePending(survey) {
      happened.push('erased');
      store.delete(survey);
    },
    eraseDraft: async () => void happened.push('draft erased'),
  };
  return {
    kept,
    blind: () => blind(key),
    finish: (waiting, signature) => finish(key, waiting, signature),
    mayAsk: ({ right }) => right.by === 'code' || loggedIn,
    async askForToken({ blinded }) {
      happened.push('token asked');
      return server.answer('token', () => server.issue(blinded));
    },
    forgetLogin: () => void happened.push('login forgotten'),
    async cast({ message, signature, paper: cast }) {
      happened.push('ballot cast');
      return server.answer('ballot', () => server.accept(message, signature, cast));
    },
    over: async () => over,
    pause: async () => void happened.push('pause'),
    beforeRetry: async () => undefined,
    online: () => true,
    show: () => undefined,
  };
}

/** One right and one ballot box, as the API treats them, with a network that can be cut before or after. */
class Server {
  claims = 0;
  ballots: unknown[] = [];
  readonly lost: Promise<void>;
  private tellLost: () => void = () => undefined;
  private claimed: string | undefined;
  private readonly spent = new Map<string, string>();
  private signer: CryptoKey | undefined;
  private readonly before = new Set<string>();
  private readonly after = new Set<string>();
  private readonly refusals = new Map<string, { status: number; text: string; arrived: boolean }>();

  constructor() {
    this.lost = new Promise((resolve) => (this.tellLost = resolve));
  }

  loseBefore(request: string) {
    this.before.add(request);
  }

  loseAfter(request: string) {
    this.after.add(request);
  }

  /** Lets that be answered once: before the request arrives, or in place of the server's answer. */
  refuse(request: string, status: number, text: string, arrived = false) {
    this.refusals.set(request, { status, text, arrived });
  }

  signWith(signer: CryptoKey) {
    this.signer = signer;
  }

  async answer<T>(request: string, act: () => Promise<T>): Promise<Reply<T>> {
    if (this.before.delete(request)) {
      this.tellLost();
      return { kind: 'unreachable' };
    }
    const refusal = this.refusals.get(request);
    if (refusal !== undefined) {
      this.refusals.delete(request);
      if (refusal.arrived) {
        await act();
      }
      vi.stubGlobal('fetch', async () => new Response(refusal.text, { status: refusal.status }));
      return ask<T>('https://server', {});
    }
    const body = await act();
    return this.after.delete(request) ? { kind: 'unreachable' } : { kind: 'answered', status: 200, body };
  }

  async issue(blinded: Uint8Array): Promise<{ signature: Uint8Array }> {
    const asked = Buffer.from(blinded).toString('hex');
    if (this.claimed === undefined) {
      this.claimed = asked;
      this.claims++;
    }
    expect(asked).toBe(this.claimed);
    return { signature: await suite.blindSign(this.signer ?? pair.privateKey, blinded) };
  }

  async accept(message: Uint8Array, signature: Uint8Array, cast: unknown): Promise<{ receipt: string }> {
    expect(message).toHaveLength(64);
    expect(await suite.verify(pair.publicKey, signature, message)).toBe(true);
    const token = Buffer.from(message).toString('hex');
    const seen = this.spent.get(token);
    expect(seen ?? JSON.stringify(cast)).toBe(JSON.stringify(cast));
    if (seen === undefined) {
      this.spent.set(token, JSON.stringify(cast));
      this.ballots.push(cast);
    }
    return { receipt: `R-${this.ballots.length}` };
  }
}
