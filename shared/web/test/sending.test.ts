import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { fromBase64Url } from '../src/common/encoding';
import type { Problem, Reply } from '../src/common/http';
import type { Kept, Pending, Right } from '../src/survey/kept';
import { type Outside, seal, send } from '../src/survey/sending';
import { blind, finish } from '../src/survey/token';

const suite = RSABSSA.SHA384.PSS.Randomized();
const paper = { answers: { q1: 4, q33: 'мәтін' }, respondent: { sex: 2 } };
const code: Right = { by: 'code', code: 'ABCDEFGH12345678' };

let pair: CryptoKeyPair;
/** Another key, of a larger modulus, so that it can sign whatever is blinded for the first. */
let foreign: CryptoKeyPair;
let key: JsonWebKey;
let store: Map<string, Pending>;
let happened: string[];
let server: Server;
let loggedIn: boolean;

beforeAll(async () => {
  const made = [await newKey(), await newKey()];
  const moduli = await Promise.all(made.map(({ publicKey }) => crypto.subtle.exportKey('jwk', publicKey).then(({ n }) => fromBase64Url(n!))));
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
});

test('the sealed ballot is kept before the server hears of it, the login is forgotten before the ballot leaves', async () => {
  const sent = await send(outside(), await sealed({ by: 'login' }));

  expect(sent).toEqual({ kind: 'receipt', receipt: 'R-1' });
  expect(happened).toEqual(['kept sealed', 'token asked', 'kept signed', 'login forgotten', 'pause', 'login forgotten', 'ballot cast', 'erased']);
  expect(server.ballots).toHaveLength(1);
});

test('with the signature, what could tie the ballot to the register is gone', async () => {
  server.loseBefore('ballot');
  const underway = send(outside(), await sealed(code));
  await server.lost;
  expect(Object.keys(store.get('s')!).sort()).toEqual(['body', 'message', 'paper', 'shared', 'signature', 'stage', 'survey']);
  await underway;
});

test.each(['token', 'ballot'] as const)('a %s request that never arrives is sent again', async (request) => {
  server.loseBefore(request);
  expect(await send(outside(), await sealed(code))).toEqual({ kind: 'receipt', receipt: 'R-1' });
  expect(server.ballots).toHaveLength(1);
});

test.each(['token', 'ballot'] as const)('a %s answer that is lost costs nothing: the same again gives the same receipt', async (request) => {
  server.loseAfter(request);
  expect(await send(outside(), await sealed(code))).toEqual({ kind: 'receipt', receipt: 'R-1' });
  expect(server.ballots).toHaveLength(1);
});

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

test('an expired login is asked for again, nothing is lost', async () => {
  server.refuse('token', 401);
  expect(await send(outside(), await sealed({ by: 'login' }))).toEqual({ kind: 'login' });
  expect(store.get('s')?.stage).toBe('sealed');
});

test('a signature by another key is noticed before anything is sent', async () => {
  server.signWith(foreign.privateKey);
  expect(await send(outside(), await sealed(code))).toMatchObject({ kind: 'refused', reason: 'signature' });
  expect(server.ballots).toHaveLength(0);
});

test.each([
  ['token', 403, [], code, 'unknown_code'],
  ['token', 403, [], { by: 'login' }, 'not_enrolled'],
  ['token', 409, [], code, 'used'],
  ['token', 409, ['NOT_OPEN'], code, 'closed'],
  ['token', 409, ['OTHER_BODY'], code, 'body'],
  ['ballot', 400, ['UNKNOWN_OPTION'], code, 'answers'],
  ['ballot', 403, [], code, 'signature'],
  ['ballot', 409, [], code, 'spent'],
  ['ballot', 409, ['NOT_OPEN'], code, 'closed'],
  ['ballot', 404, [], code, 'other'],
] as const)('a %s request refused with %i %s is told as such', async (request, status, codes, right, reason) => {
  server.refuse(request, status, [...codes]);
  expect(await send(outside(), await sealed(right))).toMatchObject({ kind: 'refused', reason });
});

test('answers the server refused can be corrected with the signature already got', async () => {
  server.refuse('ballot', 400);
  await send(outside(), await sealed(code));
  const corrected = { answers: { q1: 3 }, respondent: {} };
  const again = await seal(outside(), 's', 'b', false, code, corrected);
  expect(await send(outside(), again)).toEqual({ kind: 'receipt', receipt: 'R-1' });
  expect(server.claims).toBe(1);
  expect(server.ballots).toEqual([corrected]);
});

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
    eraseDraft: async () => undefined,
  };
  return {
    kept,
    blind: () => blind(key),
    finish: (_, message, signature) => finish(key, message, signature),
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
  private readonly refusals = new Map<string, Problem>();

  constructor() {
    this.lost = new Promise((resolve) => (this.tellLost = resolve));
  }

  loseBefore(request: string) {
    this.before.add(request);
  }

  loseAfter(request: string) {
    this.after.add(request);
  }

  refuse(request: string, status: number, codes: string[] = []) {
    const errors = codes.map((each) => ({ code: each, message: each }));
    this.refusals.set(request, { type: 'about:blank', title: '', detail: '', status, errors });
  }

  signWith(signer: CryptoKey) {
    this.signer = signer;
  }

  async answer<T>(request: string, act: () => Promise<T>): Promise<Reply<T>> {
    if (this.before.delete(request)) {
      this.tellLost();
      return { kind: 'unreachable' };
    }
    const problem = this.refusals.get(request);
    if (problem !== undefined) {
      this.refusals.delete(request);
      return { kind: 'refused', problem };
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
